import type { RawPart } from '../ingest/raw.js';
import { comparable, folded, withoutSpaces } from './clean-text.js';
import type { ReadCell } from './part-cells.js';
import { unmarked } from './raw-cell.js';
import { type Layer, literal } from './sql-text.js';

/** `城关镇小计`, `合计：350人`. */
const TOTAL = '[^0-9]{0,12}?(?:合计|小计|总计|共计|累计|总合计)(?:[:(0-9].*)?';

/** Words that only a footer begins with. */
const FOOTER_WORDS = [
  ...[
    '填表人',
    '制表人',
    '审核人',
    '复核人',
    '填报人',
    '经办人签字',
    '负责人签字',
    '负责人签章',
    '单位负责人',
  ],
  ...[
    '填报单位',
    '填报日期',
    '填报时间',
    '填表日期',
    '填表时间',
    '填表单位',
    '制表单位',
    '制表日期',
    '制表时间',
  ],
  ...[
    '单位(盖章)',
    '单位盖章',
    '(盖章)',
    '(公章)',
    '填表说明',
    '主管领导',
    '分管领导',
    '签字:',
    '签字(',
    '盖章:',
  ],
];
/** Words that data, too, may begin with: a footer when a colon follows, or nothing else is in the row. */
const FOOTER_LABELS = [
  ...[
    '负责人',
    '制表',
    '审核',
    '复核',
    '经办人',
    '经办',
    '联系人',
    '联系电话',
    '电话',
    '备注',
    '注',
    '说明',
    '日期',
  ],
  ...[
    '单位',
    '盖章',
    '公章',
    '签字',
    '签章',
    '截止日期',
    '截止时间',
    '数据来源',
    '统计时间',
    '打印日期',
    '打印时间',
  ],
];
const escaped = (word: string): string => word.replace(/[()]/g, '\\$&');
const SURE_FOOTER = `(?:${FOOTER_WORDS.map(escaped).join('|')}).*|(?:${FOOTER_LABELS.join('|')})(?:[(][^)]*[)])?[0-9]?:.*`;
const LONE_FOOTER = `(?:${FOOTER_LABELS.join('|')}).*|第?[0-9]+页(?:[,、/]?共[0-9]+页)?`;

/** What a household number looks like; a date does not. */
const HOUSEHOLD_NO = '[A-Z]*[0-9]{4,}';
const DATE_DIGITS = '(?:19|20)[0-9]{6}';

/**
 * The column `skip`: why a row is no row of data (blank, total, signature, header), or NULL. A row with a usable ID is never skipped, so
 * that all this is only looked at for the few rows without one.
 */
export function skipLayers(part: RawPart, cells: readonly ReadCell[]): Layer[] {
  const ids = cells.filter((cell) => cell.state !== undefined);
  const isPerson = ids.map((cell) => `${cell.state} NOT IN ('missing', 'malformed')`).join(' OR ') || 'FALSE';
  const idsEmpty = ids.map((cell) => `${cell.state} = 'missing'`).join(' AND ') || 'TRUE';

  // What stands in lead and cells, as it is compared; nothing where a person stands.
  const sources = [unmarked('lead', part.typed), ...cells.map((cell) => cell.text)];
  const looked: readonly Layer[] = [
    [['is_person', isPerson]],
    sources.map((source, index) => [
      `t${index}_packed`,
      `CASE WHEN NOT is_person THEN ${withoutSpaces(source)} END`,
    ]),
    sources.map((_, index) => [`t${index}`, `nullif(upper(${folded(`t${index}_packed`)}), '')`]),
  ];
  const lead = 't0';
  const textOf = (cell: ReadCell): string => `t${cell.bit + 1}`;
  const texts = cells.map(textOf);
  const fits = (text: string, pattern: string): string =>
    `coalesce(regexp_full_match(${text}, ${literal(pattern)}), FALSE)`;
  const any = (conditions: readonly string[]): string => `(${conditions.join(' OR ') || 'FALSE'})`;
  const count = (conditions: readonly string[]): string =>
    `(${conditions.map((condition) => `CASE WHEN ${condition} THEN 1 ELSE 0 END`).join(' + ') || '0'})`;

  const words = cells.filter(({ field }) => field.type === 'text' || field.type === 'name').map(textOf);
  const isTotal = any([lead, ...words].map((text) => fits(text, TOTAL)));
  const households = cells.filter((cell) => cell.name === 'household_no').map(textOf);
  const isHousehold = any(
    households.map((text) => `(${fits(text, HOUSEHOLD_NO)} AND NOT ${fits(text, DATE_DIGITS)})`),
  );
  const first = `coalesce(${texts.join(', ')})`;
  const begins = (footer: string): string => any([fits(lead, footer), fits(first, footer)]);
  const filled = count(texts.map((text) => `${text} IS NOT NULL`));
  const isFooter = `(${idsEmpty}) AND NOT ${isHousehold}
    AND (${begins(SURE_FOOTER)} OR (${filled} <= 1 AND ${begins(LONE_FOOTER)}))`;
  const same = count(cells.map((cell) => `${textOf(cell)} = ${literal(comparable(cell.header))}`));
  const isHeader = `${same} >= ${Math.min(2, cells.length)} AND 2 * ${same} >= ${filled}`;
  // A damaged row may have lost its cells: only a ragged one can be known to be blank.
  const isBlank = `${filled} = 0 AND (problem IS NULL OR (problem = 'ragged' AND ${lead} IS NULL))`;
  return [
    ...looked,
    [
      [
        'skip',
        `CASE
          WHEN is_person THEN NULL
          WHEN ${isBlank} THEN 'blank'
          WHEN ${isTotal} THEN 'total'
          WHEN ${isFooter} THEN 'signature'
          WHEN ${isHeader} THEN 'header'
        END`,
      ],
    ],
  ];
}
