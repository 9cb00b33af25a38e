import type { Style } from 'exceljs';
import type { Severity } from '../../findings/finding.js';

/** How the cells of the workbooks look. One object a look: the writer is fast only when it meets the same objects again. */

const FONT = '微软雅黑';
const line = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const border: Style['border'] = { top: line, left: line, bottom: line, right: line } as Style['border'];
const fill = (argb: string): Style['fill'] => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const font = { name: FONT, size: 10 };
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
  // `@`: a cell that is edited later stays text and keeps all its digits.
  text: { font, numFmt: '@', alignment: left, border },
  long: { font, numFmt: '@', alignment: { vertical: 'middle', wrapText: true }, border },
  centred: { font, numFmt: '@', alignment: { vertical: 'middle', horizontal: 'center' }, border },
  number: { font, numFmt: 'General', alignment: right, border },
  amount: { font, numFmt: '#,##0.00', alignment: right, border },
  count: { font, numFmt: '#,##0', alignment: right, border },
  date: { font, numFmt: 'yyyy-mm-dd', alignment: { vertical: 'middle', horizontal: 'center' }, border },
  countCentred: { font, numFmt: '#,##0', alignment: { vertical: 'middle', horizontal: 'center' }, border },
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
