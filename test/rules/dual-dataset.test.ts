import { describeExamples } from './run-examples.js';

describeExamples(['DD01', 'DD02', 'DD03', 'DD04', 'DD05', 'DD06', 'DD07', 'DD08']);
