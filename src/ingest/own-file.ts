/** First columns of the tables that hecha itself writes beside data: a folder may hold them, and they are no extracts. */
const OWN: readonly (readonly string[])[] = [
  ['finding_id', 'rule_id'],
  ['finding_id', 'verdict'],
  ['rule', 'subject'],
  ['file', 'sheet', 'row'],
  ['疑点编号', '规则编号'],
  ['Finding', 'Rule'],
  ['级别', '县', '乡镇', '村', '统计年度'],
  ['Level', 'County', 'Township', 'Village', 'Year of the statistics'],
  ['疑点编号', '严重程度', '状态'],
  ['Finding', 'Severity', 'Status'],
  ['规则编号', '豁免理由'],
  ['Rule', 'Exempt because'],
];

/** Titles that only worklists have, in whatever column. */
const WORKLIST: readonly (readonly string[])[] = [
  ['疑点编号', '核实结果'],
  ['Finding', 'Verdict'],
];

/**
 * Whether a table is one of hecha's own (findings, rejects, the record of planted problems, a worklist, a sheet of a report), by its first rows: those
 * of workbooks have their titles below a line or more that say how to read them.
 */
export function isOwnTable(rows: readonly (readonly string[])[]): boolean {
  const cells = rows.map((row) => row.map((cell) => cell.replace(/^\ufeff/, '').trim()));
  return cells.some(
    (row) =>
      OWN.some((names) => names.every((name, index) => row[index] === name)) ||
      WORKLIST.some((names) => names.every((name) => row.includes(name))),
  );
}
