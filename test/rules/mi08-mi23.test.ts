import { describeExamples } from './run-examples.js';

describeExamples(['MI08', 'MI09', 'MI15', 'MI18', 'MI22', 'MI23']);
