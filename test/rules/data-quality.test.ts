import { describeExamples } from './run-examples.js';

describeExamples(['DQ01', 'DQ02', 'DQ03', 'DQ04', 'DQ05', 'DQ06', 'DQ07', 'DQ08', 'DQ09', 'DQ10']);
describeExamples(['DQ12', 'DQ13', 'DQ14']);
