import type { DataValidation, ExpressionRuleType, Worksheet } from 'exceljs';

/** A sheet that people fill in: which cells are free is their style's business, all else is set here. */
export interface FormLayout {
  /** Columns, from 1, that travel with the rows and are not shown. */
  readonly hiddenColumns: readonly number[];
  /** What may be entered: range (`O3:O40`) → rule. */
  readonly entries: Readonly<Record<string, DataValidation>>;
  /** What is marked as lacking: range → when, as Excel's formula for its first cell. */
  readonly lacking: Readonly<Record<string, string>>;
  /** What is printed, `A$1:X$40`. */
  readonly printed: string;
  /** Above each printed page, in Excel's codes. */
  readonly heading: string;
}

/**
 * What a protected sheet still allows. There is no password: it keeps hands off by mistake, and whoever must can take it off. (Excel sorts only
 * ranges without locked cells, whatever is allowed here.)
 */
const PROTECTION =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>';

const RED = { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFF9999' } } as const;

/** What of exceljs' streaming sheet is used here and is not in its types. */
type StreamedSheet = Worksheet & {
  readonly stream: { write(text: string): unknown };
  _writeCloseSheetData(): void;
  readonly dataValidations: { add(range: string, rule: DataValidation): void };
};

/** Makes a form of a sheet to which nothing was written yet. */
export function makeForm(sheet: Worksheet, layout: FormLayout): void {
  const { hiddenColumns, entries, lacking, printed, heading } = layout;
  const streamed = sheet as StreamedSheet;
  for (const column of hiddenColumns) sheet.getColumn(column).hidden = true;
  for (const [range, rule] of Object.entries(entries)) streamed.dataValidations.add(range, rule);
  for (const [priority, [ref, formula]] of Object.entries(lacking).entries()) {
    const rule: ExpressionRuleType = {
      type: 'expression',
      priority: priority + 1,
      formulae: [formula],
      style: { fill: RED },
    };
    sheet.addConditionalFormatting({ ref, rules: [rule] });
  }
  sheet.pageSetup = { ...sheet.pageSetup, fitToWidth: 1, printArea: printed };
  sheet.headerFooter.oddHeader = heading;
  // exceljs writes the protection where the schema of sheets does not allow it, and Excel calls such a file damaged.
  const closeRows = streamed._writeCloseSheetData.bind(sheet);
  streamed._writeCloseSheetData = () => {
    closeRows();
    streamed.stream.write(PROTECTION);
  };
}
