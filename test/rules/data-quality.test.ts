import { describeExamples } from './run-examples.js';

describeExamples(['DQ01', 'DQ07', 'DQ10']);
