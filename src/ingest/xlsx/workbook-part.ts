import { type PartSource, readElements } from './part.js';
import { nameHash } from './xml-bytes.js';
import { decodeEscapes } from './xml-text.js';

const WORKBOOK = nameHash('workbook');
const PROPERTIES = nameHash('workbookPr');
const DATE_1904 = nameHash('date1904');
const SHEETS = nameHash('sheets');
const SHEET = nameHash('sheet');
const NAME = nameHash('name');
const STATE = nameHash('state');
const ID = nameHash('id');

/** What the workbook part says of its sheets, in their order; chart sheets are among them. */
export interface WorkbookPart {
  readonly sheets: readonly {
    readonly name: string;
    readonly relationship: string;
    readonly hidden: boolean;
  }[];
  /** Dates count from 1904-01-01. */
  readonly date1904: boolean;
}

export async function readWorkbookPart(source: PartSource): Promise<WorkbookPart> {
  const sheets: WorkbookPart['sheets'][number][] = [];
  let date1904 = false;
  await readElements(source, WORKBOOK, (scanner, parent) => {
    if (scanner.depth === 2 && scanner.name === PROPERTIES) {
      scanner.requireOwn();
      date1904 = /^(1|true|on)$/i.test(scanner.valueOf(DATE_1904) ?? '');
    } else if (scanner.depth === 3 && parent === SHEETS && scanner.name === SHEET) {
      scanner.requireOwn();
      let relationship = '';
      for (let i = 0; i < scanner.attributes; i++) {
        // `r:id`, whatever the prefix.
        const prefixed = scanner.attributeName[i] !== scanner.attributeLocal[i];
        if (prefixed && scanner.attributeLocal[i] === ID) relationship = scanner.value(i);
      }
      sheets.push({
        name: decodeEscapes(scanner.valueOf(NAME) ?? ''),
        relationship,
        hidden: /hidden/i.test(scanner.valueOf(STATE) ?? ''),
      });
    }
  });
  return { sheets, date1904 };
}
