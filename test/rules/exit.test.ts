import { describeExamples } from './run-examples.js';

describeExamples(['EX01', 'EX02', 'EX03', 'EX04', 'EX05', 'EX06', 'EX07', 'EX08', 'EX09']);
