import { describeExamples } from './run-examples.js';

describeExamples(['MI10', 'MI11', 'MI12', 'MI13', 'MI14', 'MI16', 'MI17', 'MI19', 'MI20', 'MI21']);
