import { describeExamples } from './run-examples.js';

describeExamples(['MI01', 'MI02', 'MI03', 'MI04', 'MI05', 'MI06', 'MI07']);
