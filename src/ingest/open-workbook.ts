import { HechaError } from '../errors.js';
import { openHtml } from './html/open-html.js';
import type { InputLimits } from './limits.js';
import type { Source } from './source.js';
import { openSpreadsheetMl } from './spreadsheetml/open-spreadsheetml.js';
import type { Workbook } from './workbook/workbook.js';
import { openXls } from './xls/workbook.js';
import { openWorkbook } from './xlsx/workbook.js';

/** Opens a file of sheets in whatever format it is. @throws HechaError HC3003, HC3004, HC3008, HC3011, HC3013. */
export async function openAnyWorkbook(source: Source, limits: InputLimits): Promise<Workbook> {
  const { path, name } = source;
  switch (source.kind) {
    case 'xlsx':
      return openWorkbook(path, limits, name);
    case 'xls':
      return openXls({ path, place: name, limits });
    case 'html':
      return openHtml({ path, place: name, limits });
    case 'spreadsheetml':
      return openSpreadsheetMl({ path, place: name, limits });
    default:
      throw new HechaError('HC9001', { detail: source.kind });
  }
}
