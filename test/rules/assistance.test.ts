import { describeExamples } from './run-examples.js';

describeExamples(['AS01', 'AS02', 'AS03', 'AS04', 'AS05', 'AS06', 'AS07', 'AS08', 'AS09', 'AS10', 'AS11']);
