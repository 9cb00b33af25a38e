import { excelSerial } from './calendar.js';
import type { Cell } from './files/cell.js';
import { fifteenDigits } from './id-number.js';
import type { Random } from './random.js';

/** How a file is written badly. */
export interface DirtStyle {
  /** Share of cells that are not written as they should be. */
  readonly share: number;
  /** The usual form of a date. */
  readonly date: 'iso' | 'slash' | 'dot' | 'digits' | 'words';
  /** The usual words for yes and no. */
  readonly yes: readonly [yes: string, no: string];
  /** A workbook, whose cells may be numbers and dates. */
  readonly typed: boolean;
  /** `="…"` around some ID numbers. */
  readonly wrapped?: true;
}

/** Writes right values as clerks and exports write them; every form means the same. */
export interface Dirt {
  id(id: string): string;
  name(name: string): string;
  /** A day, a month (YYYY-MM) or a year (YYYY). */
  date(iso: string | undefined): Cell;
  money(yuan: number | undefined): Cell;
  /** Money in a column whose header says 万元. */
  tenThousands(yuan: number | undefined): Cell;
  yes(value: boolean | undefined): string;
  /** The usual word of a code, now and then another. */
  code(value: string | undefined, words: Readonly<Record<string, readonly string[]>>): string;
  text(value: string | undefined): string;
  count(value: number | undefined): Cell;
}

const FULL_WIDTH = 0xfee0;
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (found) => String.fromCharCode(found.charCodeAt(0) + FULL_WIDTH));

const spaced = (id: string): string => `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`;

/** Dots that stand for · in names. */
const DOTS = ['•', '・', '．', '‧'];
/** 是 and 否 in other words. */
const YES = ['是', 'Y', '1', '√'];
const NO = ['否', 'N', '0', '×'];

const withCommas = (text: string): string => {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};

/** Text of an amount, without a fraction where there is none. */
const plainMoney = (yuan: number): string => (Number.isInteger(yuan) ? String(yuan) : yuan.toFixed(2));

const DATE_FORMS = ['iso', 'slash', 'dot', 'digits', 'words', 'time'] as const;

/** A day or a month in that form. Months are written with a hyphen, as digits or in words. */
function dateText(iso: string, form: (typeof DATE_FORMS)[number]): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const m = Number(month);
  if (day === '') return form === 'digits' ? year + month : form === 'words' ? `${year}年${m}月` : iso;
  switch (form) {
    case 'slash':
      return `${year}/${m}/${Number(day)}`;
    case 'dot':
      return `${year}.${m}.${Number(day)}`;
    case 'digits':
      return year + month + day;
    case 'words':
      return `${year}年${m}月${Number(day)}日`;
    case 'time':
      return `${iso} 00:00:00`;
    default:
      return iso;
  }
}

export function dirtyWriter(from: Random, style: DirtStyle): Dirt {
  const { share, typed } = style;
  const isDirty = (): boolean => from.next() < share;
  return {
    id(id) {
      if (!isDirty()) return id;
      const old = id.length === 18 && id.slice(6, 8) === '19';
      switch (from.below(style.wrapped ? 8 : 7)) {
        case 0:
          return spaced(id);
        case 1:
          return wide(id);
        case 2:
          return `'${id}`;
        case 3:
          return `${id} `;
        case 4:
          return id.endsWith('X') ? id.toLowerCase() : ` ${id}`;
        case 5:
          return id.toLowerCase();
        case 6:
          return old ? fifteenDigits(id) : id;
        default:
          return `="${id}"`;
      }
    },
    name(name) {
      if (name.includes('·')) return from.chance(0.5) ? name.replace('·', from.pick(DOTS)) : name;
      if (!isDirty()) return name;
      return name.length === 2
        ? `${name.slice(0, 1)}${from.pick([' ', '　', '  '])}${name.slice(1)}`
        : `${name} `;
    },
    date(iso) {
      if (iso === undefined) return '';
      if (iso.length === 4) {
        if (typed && from.chance(0.5)) return { number: iso };
        return from.chance(0.8) ? iso : `${iso}年`;
      }
      if (typed && iso.length === 10 && from.chance(0.6)) {
        const number = String(excelSerial(iso));
        return from.chance(0.8) ? { number, date: true } : { number };
      }
      const form = isDirty() ? from.pick(DATE_FORMS) : iso.length === 10 ? style.date : 'iso';
      return form === 'iso' ? iso : dateText(iso, form);
    },
    money(yuan) {
      if (yuan === undefined) return isDirty() ? from.pick(['—', '-', '/', '无']) : '';
      const text = plainMoney(yuan);
      if (typed && from.chance(0.75)) return { number: text };
      if (!isDirty()) return text;
      switch (from.below(5)) {
        case 0:
          return withCommas(yuan.toFixed(2));
        case 1:
          return `${text}元`;
        case 2:
          return wide(text);
        case 3:
          return yuan >= 1000 && Math.round(yuan * 100) % 10_000 === 0
            ? `${yuan / 10_000}万`
            : yuan.toFixed(2);
        default:
          return withCommas(text);
      }
    },
    tenThousands(yuan) {
      if (yuan === undefined) return '';
      const text = String(Math.round(yuan) / 10_000);
      if (typed && from.chance(0.75)) return { number: text };
      return isDirty() ? from.pick([`${text}万`, `${text}万元`, `${Math.round(yuan)}元`]) : text;
    },
    yes(value) {
      if (value === undefined) return '';
      if (!isDirty()) return value ? style.yes[0] : style.yes[1];
      return from.pick(value ? YES : NO);
    },
    code(value, words) {
      if (value === undefined) return '';
      const known = words[value];
      // Words of no code list stand as they are.
      if (!known) return value;
      return known.length > 1 && isDirty() ? from.pick(known) : (known[0] ?? value);
    },
    text(value) {
      if (value === undefined) return '';
      return value !== '' && from.next() < share * 0.3 ? `${value} ` : value;
    },
    count(value) {
      if (value === undefined) return '';
      return typed ? { number: String(value) } : String(value);
    },
  };
}
