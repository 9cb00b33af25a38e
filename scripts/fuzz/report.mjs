// What a run of cases came to, as a table.
import { FORMATS } from './samples.mjs';

/** The command that runs a case again. */
export const replayOf = ({ seed, only, number }) =>
  `npm run fuzz -- --seed ${seed}${only ? ` --only ${only}` : ''} --case ${number}`;

const columns = ['format', 'cases', 'read', 'refused', 'rows', 'cells', 'slowest ms', 'peak MB', 'failed'];

/** Prints the table and the failures; returns whether there are none. */
export function printReport(results, { seed, only }) {
  const formats = [...FORMATS, '?'].filter((format) => results.some((result) => result.format === format));
  const lines = [
    ...formats.map((format) =>
      line(
        format,
        results.filter((result) => result.format === format),
      ),
    ),
    line('all', results),
  ];
  const cells = [columns, ...lines.map(({ counts }) => counts.map(String))];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index].length)));
  for (const row of cells)
    console.log(
      row.map((cell, index) => cell[index === 0 ? 'padEnd' : 'padStart'](widths[index])).join('  '),
    );
  for (const { counts, codes } of lines) console.log(`${counts[0]} refused by code: ${codes}`);
  const failed = results.filter(({ failures }) => failures.length > 0);
  console.log(`seed ${seed}: ${failed.length} of ${results.length} cases failed`);
  for (const { number, format, sample, how, failures } of failed) {
    console.log(`case ${number} (${format}; ${sample}; ${how.join(', ')}): ${failures[0].slice(0, 300)}`);
    console.log(`  ${replayOf({ seed, only, number })}`);
  }
  return failed.length === 0;
}

function line(name, results) {
  const sum = (of) => results.reduce((total, result) => total + of(result), 0);
  const most = (of) => results.reduce((high, result) => Math.max(high, of(result)), 0);
  const codes = new Map();
  for (const code of results.flatMap((result) => [...new Set(result.codes)]))
    codes.set(code, (codes.get(code) ?? 0) + 1);
  return {
    counts: [
      name,
      results.length,
      sum(({ isRead }) => Number(isRead)),
      sum(({ codes: refused }) => Number(refused.length > 0)),
      sum(({ rows }) => rows),
      sum(({ cells }) => cells),
      most(({ ms }) => ms),
      Math.round(most(({ rss }) => rss) / 2 ** 20),
      sum(({ failures }) => Number(failures.length > 0)),
    ],
    codes:
      [...codes]
        .sort()
        .map(([code, times]) => `${code} ${times}`)
        .join(', ') || 'none',
  };
}
