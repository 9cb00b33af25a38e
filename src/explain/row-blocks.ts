import { fill, type Lang } from '../bilingual.js';
import { datasets } from '../datasets/catalogue.js';
import { maskId, maskRejected } from '../report/masking.js';
import type { Mask } from '../report/model.js';
import type { Block } from './document.js';
import type { SourceCell, SourceRow } from './source-row.js';
import { explainTexts } from './texts.js';

interface How {
  readonly lang: Lang;
  readonly mask: Mask;
}

/** A row as it stands in its file: every filled cell under its header, exactly as written but for the mask. */
export function rowBlocks(row: SourceRow, { lang, mask }: How): Block[] {
  const say = (
    key: keyof typeof explainTexts,
    values: Readonly<Record<string, string | number>> = {},
  ): string => fill(explainTexts[key][lang], values);
  const { place, state, expected, found, cells } = row;
  const dataset = datasets.find(({ id }) => id === place.dataset)?.title[lang] ?? place.dataset;
  const blocks: Block[] = [{ kind: 'heading', text: say('row.header', { place: place.text, dataset }) }];
  const file = { file: place.given, expected: expected ?? '—', found: found ?? '—' };
  if (state === 'missing') return [...blocks, { kind: 'warning', text: say('row.missing', file) }];
  if (state === 'changed') blocks.push({ kind: 'warning', text: say('row.changed', file) });
  if (!cells) return [...blocks, { kind: 'warning', text: say('row.gone') }];
  const filled = cells.filter(({ text }) => text !== '');
  blocks.push({
    kind: 'pairs',
    pairs: filled.map((cell) => [
      cell.header,
      maskedCell(cell, mask),
      cell.field === undefined ? '' : say('row.read-as', { field: cell.field }),
    ]),
  });
  if (filled.length < cells.length)
    blocks.push({ kind: 'text', text: say('row.empty', { count: cells.length - filled.length }) });
  return blocks;
}

/** Types whose values lead to nobody, unless a longer number stands there by mistake. */
const IMPERSONAL: ReadonlySet<string> = new Set(['date', 'money', 'int', 'decimal', 'yesno', 'code', 'list']);

/** The text of a cell as the mask shows it. Household numbers stay, for without them nobody could say which household it is. */
export function maskedCell({ header, text, type, field }: SourceCell, mask: Mask): string {
  if (mask === 'none') return text;
  const isPlain = type !== undefined && IMPERSONAL.has(type) && !/[0-9０-９]{11}/.test(text);
  if (mask === 'partial' && (isPlain || field === 'household_no')) return text;
  return maskRejected(text, { type: type ?? 'text', header, mask });
}

/** What became of the ID numbers of the rows, and which rows are of one person by them. */
export function matchingBlocks(rows: readonly SourceRow[], { lang, mask }: How): Block[] {
  const say = (
    key: keyof typeof explainTexts,
    values: Readonly<Record<string, string | number>> = {},
  ): string => fill(explainTexts[key][lang], values);
  const pairs = rows.flatMap(({ place, ids }) =>
    ids.map(({ header, key, state, certificate }): readonly [string, string, string] => [
      `${place.text} ${header}`,
      key === null ? '—' : maskId(key, mask),
      say(certificate && key !== null ? 'id.certificate' : stateKey(state)),
    ]),
  );
  if (pairs.length === 0) return [{ kind: 'text', text: say('match.none') }];
  const byKey = new Map<string, string[]>();
  for (const { place, ids } of rows) {
    for (const { key } of ids) {
      if (key === null) continue;
      const known = byKey.get(key) ?? [];
      if (!known.includes(place.text)) known.push(place.text);
      byKey.set(key, known);
    }
  }
  const same = [...byKey.values()].filter((places) => places.length > 1);
  return [
    { kind: 'pairs', pairs },
    ...(same.length > 0
      ? [
          {
            kind: 'list' as const,
            items: same.map((places) => say('match.same', { places: places.join(say('separator')) })),
          },
        ]
      : []),
  ];
}

const stateKey = (state: string): keyof typeof explainTexts => {
  const key = `id.${state}`;
  return Object.hasOwn(explainTexts, key) ? (key as keyof typeof explainTexts) : 'id.malformed';
};
