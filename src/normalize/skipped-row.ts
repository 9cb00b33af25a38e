import type { RawPart } from '../ingest/raw.js';
import { comparable, folded, withoutSpaces } from './clean-text.js';
import type { ReadCell } from './part-cells.js';
import { unmarked } from './raw-cell.js';
import { type Layer, literal } from './sql-text.js';

/** `城关镇小计`, `合计：350人`. */
const TOTAL = '[^0-9]{0,12}?(?:合计|小计|总计|共计|累计|总合计)(?:[:(0-9].*)?';

/** Words that only a footer begins with. */
const FOOTER_WORDS = (
  '填表人 制表人 审核人 复核人 填报人 经办人签字 负责人签字 负责人签章 单位负责人 主管领导 分管领导 ' +
  '填报单位 填报日期 填报时间 填表单位 填表日期 填表时间 填表说明 制表单位 制表日期 制表时间 ' +
  '单位(盖章) 单位盖章 (盖章) (公章) 签字: 签字( 盖章:'
).split(' ');
/** Words that data, too, may begin with: a footer when a colon follows, or nothing else is in the row. */
const FOOTER_LABELS = (
  '负责人 制表 审核 复核 经办人 经办 联系人 联系电话 电话 备注 注 说明 日期 单位 盖章 公章 签字 签章 ' +
  '截止日期 截止时间 数据来源 统计时间 打印日期 打印时间'
).split(' ');
const escaped = (word: string): string => word.replace(/[()]/g, '\\$&');
const SURE_FOOTER = `(?:${FOOTER_WORDS.map(escaped).join('|')}).*|(?:${FOOTER_LABELS.join('|')})(?:[(][^)]*[)])?[0-9]?:.*`;
const LONE_FOOTER = `(?:${FOOTER_LABELS.join('|')}).*|第?[0-9]+页(?:[,、/]?共[0-9]+页)?`;

/** What is looked at, beside the cells themselves. */
const LEAD = 'looked[1]';

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

  const texts = [unmarked('lead', part.typed), ...cells.map((cell) => cell.text)];
  const at = (cell: ReadCell): string => `looked[${cell.bit + 2}]`;
  const own = 'looked[2:]';
  const fits = (text: string, pattern: string): string =>
    `coalesce(regexp_full_match(${text}, ${literal(pattern)}), FALSE)`;

  const words = cells.filter(({ field }) => field.type === 'text' || field.type === 'name').map(at);
  const isTotal = `len(list_filter([${[LEAD, ...words].join(', ')}], lambda t: regexp_full_match(t, ${literal(TOTAL)}))) > 0`;
  const isHousehold =
    cells
      .filter((cell) => cell.name === 'household_no')
      .map((cell) => `(${fits(at(cell), HOUSEHOLD_NO)} AND NOT ${fits(at(cell), DATE_DIGITS)})`)
      .join(' OR ') || 'FALSE';
  const begins = (footer: string): string => `(${fits(LEAD, footer)} OR ${fits('filled_texts[1]', footer)})`;
  // A footer may spread over the row, so that the auditor's name stands where an ID number should.
  const idsEmpty =
    ids.map((cell) => `(${cell.state} = 'missing' OR ${fits(at(cell), SURE_FOOTER)})`).join(' AND ') ||
    'TRUE';
  const isFooter = `(${idsEmpty}) AND NOT (${isHousehold})
    AND (${begins(SURE_FOOTER)} OR (len(filled_texts) <= 1 AND ${begins(LONE_FOOTER)}))`;
  const headers = `[${cells.map((cell) => literal(comparable(cell.header))).join(', ')}]`;
  const same = `len(list_filter(${own}, lambda t, place: t = ${headers}[place]))`;
  const isHeader = `${same} >= ${Math.min(2, cells.length)} AND 2 * ${same} >= len(filled_texts)`;
  // A damaged row may have lost its cells: only a ragged one can be known to be blank.
  const isBlank = `len(filled_texts) = 0 AND (problem IS NULL OR (problem = 'ragged' AND coalesce(${LEAD}, '') = ''))`;
  return [
    [['is_person', isPerson]],
    [
      [
        'packed_texts',
        `CASE WHEN NOT is_person THEN list_transform([${texts.join(', ')}], lambda t: ${withoutSpaces('t')}) END`,
      ],
    ],
    [['looked', `list_transform(packed_texts, lambda t: upper(${folded('t')}))`]],
    [['filled_texts', `list_filter(${own}, lambda t: t <> '')`]],
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
