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
];

/** Titles that only worklists have side by side, below a line or more that say whose they are. */
const WORKLIST: readonly (readonly string[])[] = [
  ['疑点编号', '核实结果'],
  ['Finding', 'Verdict'],
];

/**
 * Whether a table is one of hecha's own (findings, rejects, the record of planted problems, a worklist), by its first rows: those of all others have
 * their titles in the first.
 */
export function isOwnTable(rows: readonly (readonly string[])[]): boolean {
  const cells = rows.map((row) => row.map((cell) => cell.replace(/^\ufeff/, '').trim()));
  const [first = []] = cells;
  return (
    OWN.some((names) => names.every((name, index) => first[index] === name)) ||
    WORKLIST.some((names) => cells.some((row) => names.every((name) => row.includes(name))))
  );
}
