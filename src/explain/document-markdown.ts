import type { Block, Document } from './document.js';

/** A document as Markdown: what the data hold means nothing in it. */
export function documentMarkdown(document: Document): string {
  const lines = [`# ${escaped(document.title)}`, '', ...document.lead.flatMap((line) => [escaped(line), ''])];
  for (const { title, blocks } of document.sections) {
    lines.push(`## ${escaped(title)}`, '');
    for (const block of blocks) lines.push(...linesOf(block), '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return [escaped(block.text)];
    case 'warning':
      return [`> **${escaped(block.text)}**`];
    case 'heading':
      return [`### ${escaped(block.text)}`];
    case 'list':
      return block.items.map((item) => `- ${escaped(item)}`);
    case 'code': {
      // A fence that is longer than any in the text.
      const longest = Math.max(2, ...(block.text.match(/`+/g) ?? []).map((run) => run.length));
      const fence = '`'.repeat(longest + 1);
      return [`${fence}sql`, ...block.text.split('\n'), fence];
    }
    case 'pairs':
      return [
        '| | | |',
        '|---|---|---|',
        ...block.pairs.map((cells) => `| ${[0, 1, 2].map((at) => escaped(cells[at] ?? '')).join(' | ')} |`),
      ];
  }
}

const escaped = (text: string): string =>
  text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/^([-+=]|\d+[.)])/, '\\$1')
    .replace(/&/g, '&amp;')
    .replace(/:\/\//g, ':\u200b//');
