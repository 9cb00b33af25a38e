import type { Style } from 'exceljs';
import type { Severity } from '../../findings/finding.js';

/** How the cells of the workbooks look. One object a look: the writer is fast only when it meets the same objects again. */

const FONT = '微软雅黑';
const line = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const border: Style['border'] = { top: line, left: line, bottom: line, right: line } as Style['border'];
const fill = (argb: string): Style['fill'] => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const font = { name: FONT, size: 10 };
const linkFont = { ...font, underline: true, color: { argb: 'FF0563C1' } };
const left = { vertical: 'middle' } as const;
const right = { vertical: 'middle', horizontal: 'right', indent: 1 } as const;

export const styles = {
  title: {
    font: { name: FONT, size: 18, bold: true },
    alignment: { vertical: 'middle', horizontal: 'left' },
  },
  section: { font: { name: FONT, size: 11, bold: true }, alignment: { vertical: 'middle' } },
  notice: {
    font: { name: FONT, size: 11, bold: true, color: { argb: 'FF9C0006' } },
    fill: fill('FFFFF2CC'),
    alignment: { vertical: 'middle', wrapText: true },
    border,
  },
  plain: { font, alignment: { vertical: 'middle', wrapText: true } },
  label: {
    font: { ...font, bold: true },
    fill: fill('FFF2F2F2'),
    alignment: { vertical: 'middle', wrapText: true },
    border,
  },
  header: {
    font: { ...font, bold: true },
    fill: fill('FFD9E2F3'),
    alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
    border,
  },
  /** What stands above a table: how to read it. */
  note: { font, fill: fill('FFF7F7F7'), alignment: { vertical: 'middle', wrapText: true }, border },
  noteLabel: {
    font: { ...font, bold: true },
    fill: fill('FFF7F7F7'),
    alignment: { vertical: 'middle', horizontal: 'center' },
    border,
  },
  link: { font: linkFont, alignment: { vertical: 'middle', wrapText: true }, border },
  back: {
    font: linkFont,
    fill: fill('FFF7F7F7'),
    alignment: { vertical: 'middle', horizontal: 'center' },
    border,
  },
  headerLink: {
    font: { ...linkFont, bold: true },
    fill: fill('FFD9E2F3'),
    alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
    border,
  },
  // `@`: a cell that is edited later stays text and keeps all its digits.
  text: { font, numFmt: '@', alignment: left, border },
  long: { font, numFmt: '@', alignment: { vertical: 'middle', wrapText: true }, border },
  /** Of a text that is longer than its row shows. */
  longFromTop: { font, numFmt: '@', alignment: { vertical: 'top', wrapText: true }, border },
  centred: { font, numFmt: '@', alignment: { vertical: 'middle', horizontal: 'center' }, border },
  number: { font, numFmt: 'General', alignment: right, border },
  amount: { font, numFmt: '#,##0.00', alignment: right, border },
  count: { font, numFmt: '#,##0', alignment: right, border },
  date: { font, numFmt: 'yyyy-mm-dd', alignment: { vertical: 'middle', horizontal: 'center' }, border },
  countCentred: { font, numFmt: '#,##0', alignment: { vertical: 'middle', horizontal: 'center' }, border },
  /** A count that says nothing. */
  zero: {
    font: { ...font, color: { argb: 'FFA6A6A6' } },
    numFmt: '#,##0',
    alignment: { vertical: 'middle', horizontal: 'center' },
    border,
  },
  totalCentred: {
    font: { ...font, bold: true },
    numFmt: '#,##0',
    fill: fill('FFF2F2F2'),
    alignment: { vertical: 'middle', horizontal: 'center' },
    border,
  },
  /** What was not checked, which is not the same as clean. */
  unchecked: {
    font: { ...font, bold: true, color: { argb: 'FF9C0006' } },
    alignment: { vertical: 'middle', horizontal: 'center' },
    border,
  },
  totalLabel: { font: { ...font, bold: true }, fill: fill('FFF2F2F2'), alignment: left, border },
  total: { font: { ...font, bold: true }, numFmt: '#,##0', fill: fill('FFF2F2F2'), alignment: right, border },
} as const satisfies Record<string, Partial<Style>>;

const severityFills: Readonly<Record<Severity, string>> = {
  high: 'FFF8CBAD',
  medium: 'FFFFE699',
  low: 'FFE2EFDA',
};

const severityStyle = (severity: Severity): Partial<Style> => ({
  ...styles.centred,
  font: { ...font, bold: severity === 'high' },
  fill: fill(severityFills[severity]),
});

export const severityStyles: Readonly<Record<Severity, Partial<Style>>> = {
  high: severityStyle('high'),
  medium: severityStyle('medium'),
  low: severityStyle('low'),
};

const statusStyle = (colour: string, ink: string): Partial<Style> => ({
  ...styles.centred,
  font: { ...font, bold: true, color: { argb: ink } },
  fill: fill(colour),
});

/** What is to be looked at since the previous run, in colours that no severity has; what persists is plain. */
const statusStyles: Readonly<Record<string, Partial<Style>>> = {
  new: statusStyle('FFDDEBF7', 'FF1F4E79'),
  changed: statusStyle('FFE4DFEC', 'FF5B2C83'),
};

/** How a status looks, with or without the verdict behind its colon. Where nothing was there before, all is new, and nothing stands out. */
export function statusStyleOf(status: string, isFirstRun: boolean): Partial<Style> {
  const [code = ''] = status.split(':');
  return (isFirstRun && code === 'new' ? undefined : statusStyles[code]) ?? styles.centred;
}
