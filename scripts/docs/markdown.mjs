/** Text as a table's cell or a list's item: one line, no `|` or `<` that Markdown would read. */
export const cell = (text) =>
  String(text)
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replace(/\s*\n\s*/g, ' ')
    .trim();

/** A name in our data, or a text as it stands in a file; nothing with a `|` in it may go into a table. */
export const code = (text) => `\`${text}\``;

/** Rows of cells that are Markdown already, under a header. */
export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** A place to link to. GitHub's own anchors change with every word of a heading. */
export const anchor = (id) => `<a id="${id}"></a>`;

export const link = (text, target) => `[${text}](${target})`;

/** Both languages of a text, the Chinese after the English. */
export const both = ({ zh, en }) => `${cell(en)} · ${cell(zh)}`;
