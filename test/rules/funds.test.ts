import { describeExamples } from './run-examples.js';

describeExamples(['FM01', 'FM02', 'FM03', 'FM04', 'FM05']);
