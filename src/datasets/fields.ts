import type { CodeList, Field, FieldType } from './dataset.js';

type Options = Pick<Field, 'codes' | 'unit' | 'default' | 'signature'>;

const field =
  (type: FieldType) =>
  (en: string, headers: readonly string[], options: Options = {}): Field => ({
    type,
    en,
    headers,
    ...options,
  });

export const id = field('id');
export const name = field('name');
export const date = field('date');
export const money = field('money');
export const int = field('int');
export const decimal = field('decimal');
export const yesno = field('yesno');
export const text = field('text');

export const code = (
  en: string,
  headers: readonly string[],
  codes: CodeList,
  options: Options = {},
): Field => ({
  type: 'code',
  en,
  headers,
  codes,
  ...options,
});

/** A cell with several codes. */
export const list = (
  en: string,
  headers: readonly string[],
  codes: CodeList,
  options: Options = {},
): Field => ({
  type: 'list',
  en,
  headers,
  codes,
  ...options,
});

export const ID_HEADERS = [
  '身份证号',
  '身份证号码',
  '证件号码',
  '公民身份号码',
  '公民身份证号码',
  '居民身份证号',
  '居民身份证号码',
  '身份证件号码',
  '身份证',
  '证件号',
  '身份号码',
];

/** Person's name and ID number, as most departmental extracts have them. */
export const personName = name('Name', ['姓名', '人员姓名']);
export const personId = id('ID number', ID_HEADERS);

export const township = text('Township', ['乡镇', '乡(镇)', '镇', '乡', '所属乡镇', '乡镇名称', '乡镇街道']);
export const village = text('Village', [
  '村',
  '行政村',
  '村名',
  '村名称',
  '所属村',
  '行政村名称',
  '村(社区)',
]);
