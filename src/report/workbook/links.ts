import type { Worksheet } from 'exceljs';
import { escapeXml } from './row-xml.js';

/** A cell that leads to a sheet of the same workbook. */
export interface SheetLink {
  /** The cell, `A1`. */
  readonly ref: string;
  /** Name of the sheet. */
  readonly to: string;
}

/** What of exceljs' streaming sheet is used here and is not in its types. */
type StreamedSheet = Worksheet & {
  readonly stream: { write(text: string): unknown };
  _writePageMargins(): void;
};

/**
 * Has the sheet write those links when it is closed; until then links may be added. exceljs knows links to the outside only, and puts them where the
 * schema of sheets does not allow them beside conditional formatting: they belong right before the margins.
 */
export function writeLinks(sheet: Worksheet, links: readonly SheetLink[]): void {
  const streamed = sheet as StreamedSheet;
  const writeMargins = streamed._writePageMargins.bind(sheet);
  streamed._writePageMargins = () => {
    if (links.length > 0) streamed.stream.write(linksXml(links));
    writeMargins();
  };
}

/** The links of a sheet as SpreadsheetML (ECMA-376 part 1, 18.3.1.48): places inside the workbook, which need no relationship. */
function linksXml(links: readonly SheetLink[]): string {
  const one = ({ ref, to }: SheetLink): string =>
    `<hyperlink ref="${ref}" location="${attribute(`'${to}'!A1`)}" display="${attribute(to)}"/>`;
  return `<hyperlinks>${links.map(one).join('')}</hyperlinks>`;
}

const attribute = (text: string): string => escapeXml(text).replaceAll('"', '&quot;');
