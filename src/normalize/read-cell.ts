import { calendarDate } from './calendar-date.js';
import type { CellSql } from './cell-sql.js';
import { codeSet, codeValue } from './code-value.js';
import { idNumber } from './id-number.js';
import { numberValue } from './number-value.js';
import type { RawCell, RawText } from './raw-cell.js';
import { personName, plainText } from './text-value.js';
import { yesNo } from './yes-no.js';

/**
 * How a raw cell becomes the typed columns of its field.
 * @param asOf YYYY-MM-DD: nobody is born after that day
 */
export function readCell(cell: RawCell, raw: RawText, asOf: string): CellSql {
  const { field, spellings } = cell;
  switch (field.type) {
    case 'id':
      return idNumber(raw, asOf);
    case 'name':
      return personName(raw);
    case 'date':
      return calendarDate(raw);
    case 'money':
      return numberValue('money', raw, cell.unit ?? field.unit ?? 1);
    case 'int':
    case 'decimal':
      return numberValue(field.type, raw);
    case 'yesno':
      return yesNo(raw, spellings);
    case 'code':
      return codeValue(raw, field.codes ?? {}, spellings);
    case 'list':
      return codeSet(raw, field.codes ?? {}, spellings);
    case 'text':
      return plainText(raw);
  }
}
