import type { Bilingual } from '../bilingual.js';
import { mentionsPerson } from './holds-person.js';

const ID_LIKE = /^['"‘’“”]?(?:[1-8]\d{16}[\dXx]|[1-8]\d{14})['"‘’“”]?$/;

/** Notes may give one ID number as an example. */
const EXAMPLE = 1;

/**
 * Whether some of the rows hold ID numbers: rows of people without a header, or with columns that could not be told apart (full-width
 * commas, whole rows in quotes), which are no notes.
 */
export const holdsPeople = (sample: readonly (readonly string[])[]): boolean =>
  sample.some((row) => row.some((cell) => ID_LIKE.test(cell.trim().normalize('NFKC')))) ||
  sample.filter(mentionsPerson).length > EXAMPLE;

/** Why a table of hecha's own is not read. */
export const OWN: Bilingual = {
  zh: '是 hecha 自己的结果表，不是部门数据',
  en: 'a table of hecha’s own, not an extract',
};

/** Why a sheet or text without a header is not read. */
export const noDataset = (rows: number): Bilingual =>
  rows === 0
    ? { zh: '没有内容', en: 'it is empty' }
    : {
        zh: `没有可识别的表头（${rows} 行），按说明页处理，未使用`,
        en: `no known header (${rows} rows): taken for notes, not used`,
      };
