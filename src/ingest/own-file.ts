/** First columns of the tables that hecha itself writes beside data: a folder may hold them, and they are no extracts. */
const OWN: readonly (readonly string[])[] = [
  ['finding_id', 'rule_id'],
  ['rule', 'subject'],
  ['file', 'sheet', 'row'],
];

/** Whether a table is one of hecha's own (findings, rejects, the record of planted problems), by its first row. */
export function isOwnTable(firstRow: readonly string[]): boolean {
  const cells = firstRow.map((cell) => cell.replace(/^\ufeff/, '').trim());
  return OWN.some((names) => names.every((name, index) => cells[index] === name));
}
