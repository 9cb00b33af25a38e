import { describeExamples } from './run-examples.js';

describeExamples(['RP01', 'RP02', 'RP03', 'RP04', 'RP05', 'RP06', 'RP07']);
