// What of the built hecha the fuzzer runs and asks.
export { gather } from '../../dist/src/audit/gather.js';
export { openDuckdb } from '../../dist/src/engine/duckdb.js';
export { HechaError } from '../../dist/src/errors.js';
export { loadText } from '../../dist/src/ingest/csv/load.js';
export { scanText } from '../../dist/src/ingest/csv/scan.js';
export { defaultLimits } from '../../dist/src/ingest/limits.js';
export { openAnyWorkbook } from '../../dist/src/ingest/open-workbook.js';
export { keptColumns } from '../../dist/src/ingest/part-read.js';
export { ERROR_MARK, NUMBER_MARK } from '../../dist/src/ingest/raw.js';
export { sniff } from '../../dist/src/ingest/sniff.js';
export {
  builtInFormat,
  DATE,
  ELAPSED,
  formatOfCode,
  PERCENT,
  PLAIN,
  TIME,
} from '../../dist/src/ingest/workbook/number-format.js';
