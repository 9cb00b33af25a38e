import { displayWidth, padTo, wrap } from '../report/display-width.js';
import type { Block, Document } from './document.js';

/** Names of pairs that are longer have their value on a line of its own. */
const WIDEST_NAME = 28;

/** How parts of a document are set off; each is given a line or part of one. */
type Look = Readonly<Record<'title' | 'warning' | 'code', (text: string) => string>>;

const plain = (text: string): string => text;

/** A document for a terminal of so many columns; characters that could command it are left out. */
export function documentText(
  document: Document,
  columns: number,
  look: Look = { title: plain, warning: plain, code: plain },
): string {
  const width = Math.max(40, columns);
  const lines = [
    look.title(inert(document.title)),
    ...document.lead.flatMap((line) => wrap(inert(line), width)),
  ];
  for (const { title, blocks } of document.sections) {
    lines.push('', look.title(inert(title)));
    for (const block of blocks) {
      const style =
        block.kind === 'heading'
          ? look.title
          : block.kind === 'warning' || block.kind === 'code'
            ? look[block.kind]
            : plain;
      for (const line of linesOf(block, width - 2)) lines.push(line ? `  ${style(inert(line))}` : '');
    }
  }
  return `${lines.join('\n')}\n`;
}

const inert = (line: string): string =>
  line.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ');

function linesOf(block: Block, width: number): string[] {
  switch (block.kind) {
    case 'text':
      return wrap(block.text, width);
    case 'warning':
      return wrap(`! ${block.text}`, width);
    case 'heading':
      return wrap(block.text, width);
    case 'list':
      return block.items.flatMap((item) =>
        wrap(item, width - 2).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`)),
      );
    case 'code':
      return block.text.split('\n');
    case 'pairs': {
      const names = block.pairs.map(([name]) => displayWidth(name)).filter((each) => each <= WIDEST_NAME);
      const wide = Math.max(0, ...names);
      return block.pairs.flatMap(([name, value, remark]) => {
        const text = remark ? `${value}  ${remark}` : value;
        const rest = wrap(text.replace(/[\r\n]+/g, ' '), Math.max(20, width - wide - 4)).map((line) =>
          line.trim(),
        );
        if (displayWidth(name) > wide)
          return [`  ${name}`, ...rest.map((line) => `  ${padTo('', wide)}  ${line}`)];
        return rest.map((line, index) => `  ${padTo(index === 0 ? name : '', wide)}  ${line}`);
      });
    }
  }
}
