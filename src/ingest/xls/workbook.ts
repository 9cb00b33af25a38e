import { HechaError } from '../../errors.js';
import { damaged, MISSING } from '../failure.js';
import { defaultLimits, type InputLimits } from '../limits.js';
import type { SheetInfo, Workbook } from '../workbook/workbook.js';
import { type CompoundFile, openCompoundFile } from './compound-file.js';
import { readGlobals } from './globals.js';
import { readRows } from './sheet-rows.js';
import { type SheetSurvey, surveySheet } from './sheet-survey.js';

/**
 * Opens an .xls file of Excel 97 or later (BIFF8, [MS-XLS]) and reads what its sheets are; `place` is the file as errors name it. Throws HC1001, HC3003, HC3008,
 * HC3011, and HC3013 when there is a password on it.
 */
export async function openXls({
  path,
  place = path,
  limits = {},
}: {
  readonly path: string;
  readonly place?: string;
  readonly limits?: Partial<InputLimits>;
}): Promise<Workbook> {
  const caps = { ...defaultLimits, ...limits };
  const file = await openCompoundFile(path, place, caps);
  try {
    return await openSheets(file, place, caps);
  } catch (error) {
    file.close();
    throw error;
  }
}

async function openSheets(file: CompoundFile, place: string, limits: InputLimits): Promise<Workbook> {
  if (!file.has('WORKBOOK')) throw damaged({ place, part: 'workbook' }, MISSING);
  const stream = await file.open('WORKBOOK');
  const { sheets, formats, strings, date1904 } = await readGlobals(stream, limits);
  const context = { formats, date1904, maxTextBytes: limits.cellTextBytes };
  /** A sheet is mostly read twice: a sample of it, and the whole. */
  let surveyed: { readonly index: number; readonly survey: SheetSurvey } | undefined;
  return {
    sheets: sheets.map(({ name, hidden }, index): SheetInfo => ({ name, index, hidden })),
    date1904,
    read: async ({ index }, onRow) => {
      const found = sheets[index];
      if (!found) throw new HechaError('HC9001', { detail: 'sheet' });
      const { name, from, to } = found;
      const sheet = { stream, where: { place: `${place}!${name.slice(0, 31)}`, part: '' }, from, to };
      if (surveyed?.index !== index) surveyed = { index, survey: await surveySheet(sheet) };
      return readRows({ sheet, survey: surveyed.survey, strings }, context, onRow);
    },
    close: () => file.close(),
  };
}
