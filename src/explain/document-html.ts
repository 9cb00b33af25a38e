import type { Lang } from '../bilingual.js';
import { escapeHtml } from '../report/page/html.js';
import type { Block, Document } from './document.js';

/** A document as a page that stands by itself: everything in it is escaped, and it loads nothing. */
export function documentHtml(document: Document, lang: Lang): string {
  const body = [
    `<h1>${escapeHtml(document.title)}</h1>`,
    ...document.lead.map((line) => `<p class="lead">${escapeHtml(line)}</p>`),
    ...document.sections.map(
      ({ title, blocks }) =>
        `<section><h2>${escapeHtml(title)}</h2>\n${blocks.map(htmlOf).join('\n')}</section>`,
    ),
  ].join('\n');
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(document.title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

const STYLE = `
body { font: 15px/1.6 "Microsoft YaHei", "Noto Sans CJK SC", "PingFang SC", sans-serif; color: #1b1b1b; max-width: 60rem; margin: 1.5rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; margin: 0 0 .5rem; } h2 { font-size: 1.1rem; border-bottom: 1px solid #c8c8c8; margin: 1.6rem 0 .6rem; }
h3 { font-size: 1rem; margin: 1rem 0 .3rem; }
.lead { margin: .2rem 0; } .warning { background: #fff3d6; border-left: 4px solid #b36b00; padding: .4rem .7rem; }
table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #d5d5d5; padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { width: 14rem; font-weight: 600; background: #f5f5f5; } td.remark { color: #595959; width: 16rem; }
pre { background: #f5f5f5; padding: .7rem; overflow-x: auto; font: 13px/1.5 Consolas, "Noto Sans Mono CJK SC", monospace; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } pre { white-space: pre-wrap; } section { break-inside: auto; } tr { break-inside: avoid; } }
`;

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'warning':
      return `<p class="warning">${escapeHtml(block.text)}</p>`;
    case 'heading':
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'code':
      return `<pre>${escapeHtml(block.text)}</pre>`;
    case 'pairs': {
      const hasRemarks = block.pairs.some(([, , remark]) => remark);
      const rows = block.pairs.map(
        ([name, value, remark = '']) =>
          `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td>${hasRemarks ? `<td class="remark">${escapeHtml(remark)}</td>` : ''}</tr>`,
      );
      return `<table>${rows.join('\n')}</table>`;
    }
  }
}
