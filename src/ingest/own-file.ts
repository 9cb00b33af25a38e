/** First columns of the tables that hecha itself writes beside data: a folder may hold them, and they are no extracts. */
const OWN: readonly (readonly string[])[] = [
  ['finding_id', 'rule_id'],
  ['rule', 'subject'],
  ['file', 'sheet', 'row'],
  ['疑点编号', '规则编号'],
  ['Finding', 'Rule'],
  ['级别', '县', '乡镇', '村', '统计年度'],
  ['Level', 'County', 'Township', 'Village', 'Year of the statistics'],
];

/** Whether a table is one of hecha's own (findings, rejects, the record of planted problems), by its first row. */
export function isOwnTable(firstRow: readonly string[]): boolean {
  const cells = firstRow.map((cell) => cell.replace(/^\ufeff/, '').trim());
  return OWN.some((names) => names.every((name, index) => cells[index] === name));
}
