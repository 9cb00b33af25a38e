import type { CellSql } from './cell-sql.js';
import { folded, isEmptyMark, withoutSpaces } from './clean-text.js';
import type { RawText } from './raw-cell.js';
import { literal } from './sql-text.js';

/** What a type of number may carry, and what it becomes. */
interface NumberType {
  /** Words that may stand in front of the number and behind it. */
  readonly before: string;
  readonly after: string;
  readonly sqlType: string;
  /** Numbers of this shape are cast at once. */
  readonly plain: string;
  readonly whole?: true;
}

const TYPES = {
  money: {
    before: '(?:人民币|RMB|CNY)?¥?',
    after: '元|圆|块|元整',
    sqlType: 'DECIMAL(18,2)',
    plain: '-?[0-9]{1,14}(?:\\.[0-9]{1,2})?',
  },
  int: {
    before: '',
    after: '[人户口个名位]',
    sqlType: 'INTEGER',
    plain: '-?[0-9]{1,9}',
    whole: true,
  },
  decimal: {
    before: '',
    after: '㎡|m²|M²|m2|M2|平方米|平米|平|%|个月|月|亩|年',
    sqlType: 'DECIMAL(18,4)',
    plain: '-?[0-9]{1,12}(?:\\.[0-9]{1,4})?',
  },
} as const satisfies Record<string, NumberType>;

/**
 * Money in yuan, a whole number or a decimal. Thousands separators must be where they belong; 万 and 千 multiply. Computed in DECIMAL and
 * rounded half up (away from zero), never through a float: digits beyond the twelfth decimal cannot change that rounding. The widths leave
 * room for 亿, since a product that is too large would be an error and no empty cell.
 * @param unit money without 元 or 万 of its own: what one is worth in yuan
 */
export function numberValue(type: keyof typeof TYPES, raw: RawText, unit = 1): CellSql {
  const { before, after, sqlType, plain, ...rest }: NumberType = TYPES[type];
  const { alias, text, isError } = raw;
  const quick = `${alias}_quick`;
  const packed = `${alias}_packed`;
  const half = `${alias}_half`;
  const state = `${alias}_form`;
  const exact = `${alias}_exact`;
  const value = `${alias}_value`;
  const shape = literal(
    `^${before}([-+]?)¥?([0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{0,20})(?:\\.([0-9]{0,12})[0-9]*)?[万千]?(?:${after})?$`,
  );
  const times = `CASE WHEN contains(${half}, '万') THEN 10000 WHEN contains(${half}, '千') THEN 1000
    ${unit === 1 ? '' : `WHEN NOT regexp_matches(${half}, '${after}') THEN ${unit}`} ELSE 1 END`;
  const read = rest.whole
    ? `CASE WHEN ${exact} % 1 = 0 THEN try_cast(${exact} AS ${sqlType}) END`
    : `try_cast(${exact} AS ${sqlType})`;
  return {
    layers: [
      [[quick, `(NOT ${isError} AND regexp_full_match(${text}, '${plain}'))`]],
      [[packed, `CASE WHEN ${quick} THEN NULL ELSE ${withoutSpaces(text)} END`]],
      [[half, folded(packed)]],
      [
        [
          state,
          `CASE
            WHEN ${quick} THEN 1
            WHEN ${half} IS NULL OR ${isEmptyMark(half)} OR ${half} = '无' THEN NULL
            WHEN ${isError} THEN 0
            ELSE 2 END`,
        ],
      ],
      [
        [
          exact,
          `CASE WHEN ${state} = 2 AND regexp_matches(${half}, ${shape}) AND regexp_matches(${half}, '[0-9]')
            THEN try_cast(replace(regexp_replace(${half}, ${shape}, '\\1\\2.\\3'), ',', '') AS DECIMAL(30,12)) * (${times}) END`,
        ],
      ],
      [
        [
          value,
          `CASE ${state} WHEN 1 THEN ${unit === 1 ? `CAST(${text} AS ${sqlType})` : `try_cast(CAST(${text} AS DECIMAL(26,2)) * ${unit} AS ${sqlType})`}
            WHEN 2 THEN ${read} END`,
        ],
      ],
    ],
    filled: `(${state} IS NOT NULL)`,
    unreadable: `(${state} IS NOT NULL AND ${value} IS NULL)`,
    usable: `(${value} IS NOT NULL)`,
    form: `CASE WHEN ${state} IS NULL THEN NULL WHEN ${value} IS NULL THEN 'unreadable' WHEN ${state} = 1 THEN 'plain'
      WHEN regexp_matches(${half}, '[万千]') THEN 'times' WHEN contains(${half}, ',') THEN 'separators'
      WHEN regexp_matches(${half}, '[^-+.0-9]') THEN 'unit' ELSE 'odd' END`,
    values: [['', value]],
  };
}
