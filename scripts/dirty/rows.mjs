import { people } from './people.mjs';
import { number, STYLE } from './workbook.mjs';

/*
 * Rows that several workbooks are made of.
 */
export const id = (at) => people[at].id;
export const nameOf = (at) => people[at].name;
export const serial = (day) =>
  (Date.parse(`${day}T00:00:00Z`) - Date.parse('1899-12-30T00:00:00Z')) / 86_400_000;
export const range = (from, to) => Array.from({ length: to - from }, (_, at) => from + at);

export const DIBAO = ['姓名', '身份证号', '低保类别', '月保障金', '享受起始时间'];
export const dibao = (at) => [
  nameOf(at),
  id(at),
  '二类',
  number(295),
  number(serial('2015-01-01'), STYLE.date),
];
export const DEATH = ['姓名', '身份证号', '死亡日期'];
