export const seconds = (of) => `${of.seconds.toFixed(1)} s`;
export const mib = (of) => `${Math.round(of.peak).toLocaleString('en-US')} MiB`;
export const ratio = (a, b) => `${(a.seconds / b.seconds).toFixed(2)} ×`;

/** Rows of what, measured, to reach as a table in Markdown. */
export const table = (rows) =>
  [
    '| what | measured | to reach |',
    '|---|---|---|',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
