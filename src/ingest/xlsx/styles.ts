import { overLimit } from '../failure.js';
import { builtInFormat, formatOfCode } from '../workbook/number-format.js';
import { type PartSource, readElements } from './part.js';
import { nameHash } from './xml-bytes.js';

const STYLE_SHEET = nameHash('styleSheet');
const NUMBER_FORMATS = nameHash('numFmts');
const NUMBER_FORMAT = nameHash('numFmt');
const CELL_FORMATS = nameHash('cellXfs');
const FORMAT = nameHash('xf');
const ID = nameHash('numFmtId');
const CODE = nameHash('formatCode');

/** Excel itself stops at 65,490. */
const MAX_STYLES = 1_000_000;

/**
 * Reads the styles part: for each cell style (the `s` of a cell), how it shows a number (PLAIN, DATE, TIME or ELAPSED).
 * Styles beyond the end of the result are plain.
 */
export async function readStyles(source: PartSource): Promise<Uint8Array> {
  const custom = new Map<string, number>();
  const ids: string[] = [];
  await readElements(source, STYLE_SHEET, (scanner, parent) => {
    if (scanner.depth !== 3) return;
    if (custom.size + ids.length >= MAX_STYLES) throw overLimit(source.where, `styles ≤ ${MAX_STYLES}`, 'xf');
    if (parent === NUMBER_FORMATS && scanner.name === NUMBER_FORMAT) {
      scanner.requireOwn();
      custom.set(scanner.valueOf(ID) ?? '', formatOfCode(scanner.valueOf(CODE) ?? ''));
    } else if (parent === CELL_FORMATS && scanner.name === FORMAT) {
      scanner.requireOwn();
      ids.push(scanner.valueOf(ID) ?? '0');
    }
  });
  return Uint8Array.from(ids, (id) => custom.get(id) ?? builtInFormat(Number(id)));
}
