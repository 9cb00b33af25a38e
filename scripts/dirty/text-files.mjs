import { gb18030 } from './gb18030.mjs';
import { lines, people, withX } from './people.mjs';

/*
 * Kinds of text files: encodings, delimiters, line ends, quotes, damage.
 */
const deaths = (from, to) =>
  people.slice(from, to).map(({ name, id }, at) => [name, id, `2016-0${(at % 9) + 1}-1${at % 10}`]);
const DEATH = ['姓名', '身份证号', '死亡日期'];

const vehicles = [
  ['所有人', '身份证明号码', '号牌号码', '车辆类型', '初次登记日期', '机动车状态'],
  [people[0].name, people[0].id, '陇Z10001', '小型轿车', '2015-03-18', '正常'],
  // 𬎆 (U+2C386) takes four bytes in GB18030; a reader of GBK loses it, and the rest of the line with it.
  ['王𬎆', people[1].id, '陇Z10002', '小型普通客车', '2016-11-02', '正常'],
  [people[2].name, people[2].id, '陇Z10003', '普通二轮摩托车', '2014-07-25', '违法未处理'],
  [people[3].name, people[3].id, '陇Z10004', '轻型普通货车', '2013-01-09', '注销'],
  [withX.name, withX.id, '陇Z10005', '小型轿车', '2017-05-30', '正常'],
];

const dibao = [
  ['姓名', '身份证号', '低保类别', '月保障金', '享受起始时间', '乡镇', '村'],
  ...people
    .slice(0, 6)
    .map(({ name, id }, at) => [
      name,
      id,
      `${'一二三四'[at % 4]}类`,
      `${330 - at * 35}`,
      '2015-01',
      '城关镇',
      '东村',
    ]),
];

const loans = [
  ['借款人', '身份证号', '贷款银行', '贷款金额', '发放日期', '到期日期', '用途'],
  ...people
    .slice(4, 10)
    .map(({ name, id }, at) => [
      name,
      id,
      '安平县农商银行',
      `${30000 + at * 2000}`,
      '2015-06-01',
      '2018-05-31',
      '种植,养殖',
    ]),
];

const payments = [
  ['姓名', '身份证号', '项目', '金额', '发放日期', '账号'],
  ...people
    .slice(8, 14)
    .map(({ name, id }, at) => [
      name,
      id,
      '耕地地力保护补贴',
      `${312.5 + at * 10}`,
      '2017-06-20',
      `62990000000000${at}`,
    ]),
];

const utf16be = (text) => Buffer.from(text, 'utf16le').swap16();

const quoted = [
  '权利人,权利人证件号,不动产权证号,坐落,规划用途,建筑面积',
  `${people[0].name},${people[0].id},安平不动产权第0001号,"城关镇东村\r\n一组12号",住宅,96.5`,
  `${people[1].name},${people[1].id},安平不动产权第0002号,"城关镇""安居""小区,3号楼\r\n2单元\r\n501室",住宅,88`,
  `${people[2].name},${people[2].id},安平不动产权第0003号,城关镇西村,商业,40.2`,
  `"${people[3].name}","${people[3].id}","安平不动产权第0004号","南川乡\r\n上庄村",住宅,120`,
  `${people[4].name},${people[4].id},安平不动产权第0005号,南川乡下庄村,车库,15`,
];

const unclosed = [
  vehicles[0],
  vehicles[1],
  vehicles[3],
  [people[4].name, people[4].id, '"陇Z10006', '小型轿车', '2016-02-14', '正常'],
  vehicles[4],
  vehicles[5],
  [people[5].name, people[5].id, '陇Z10007', '小型轿车', '2016-08-08', '正常'],
];

const ragged = [
  dibao[0],
  dibao[1],
  // A name with a comma in it, not quoted: everything behind it is one column further right.
  [people[1].name, people[1].id, '二类', '295', '2015-01', '城关镇', '东村,二组'],
  // Cut off in the middle.
  [people[2].name, people[2].id, '三类'],
  dibao[4],
  [people[4].name, '（已迁出）', people[4].id, '一类', '190', '2015-01', '城关镇', '东村'],
  // A comma too many at the end, where the other rows have none: nobody can tell whether it was put in before.
  [...dibao[6], ''],
  dibao[5],
];

const nul = lines([DEATH, ...deaths(0, 5)])
  .replace(people[2].name, `${people[2].name}\0\0`)
  .replace(people[3].id, people[3].id.replace(/(.{9})/, '$1\0'));

const wrapped = [
  DEATH,
  ...deaths(0, 5).map(([name, id, day]) => [name, `="${id}"`, `="${day}"`]),
  [withX.name, `="${withX.id}"`, '="2017-01-05"'],
];

const shown = ([name, id, day]) => [
  name,
  `${Number(id.slice(0, 17) + '0')
    .toExponential(5)
    .toUpperCase()}`,
  day,
];
const scientific = [
  DEATH,
  ...deaths(0, 4).map(shown),
  // An ID that ends in X is no number, so that the spreadsheet left it alone.
  [withX.name, withX.id, '2016-09-09'],
  // The cell was formatted as a number before it was saved: fifteen digits are left, and zeros.
  [people[5].name, `${people[5].id.slice(0, 15)}000`, '2016-10-10'],
];

/** Bytes that are neither UTF-8 nor GB18030: half a character at the end of a cell, where a program cut the text by bytes. */
const cutCharacter = (() => {
  const text = gb18030(lines([DEATH, ...deaths(0, 6)]));
  const at = text.indexOf(gb18030(people[3].name)) + 1;
  return Buffer.concat([text.subarray(0, at), Buffer.from([0xff]), text.subarray(at + 1)]);
})();

const twoEncodings = Buffer.concat([
  Buffer.from(lines([DEATH, ...deaths(0, 6)])),
  gb18030(lines(deaths(6, 10))),
]);

const fullWidth = [DEATH, ...deaths(0, 6)].map((row) => row.join('，'));
const wholeRows = [DEATH, ...deaths(4, 10)].map((row) => `"${row.join(',')}"`);

const mixed = [DEATH, ...deaths(0, 7)].map((row, at) => row.join(',') + (at < 4 ? '\r\n' : '\n')).join('');

export const textFiles = {
  'UTF-8带BOM.csv': `\ufeff${lines([DEATH, ...deaths(0, 6)])}`,
  'GB18030编码.csv': gb18030(lines(vehicles)),
  'UTF-16LE制表符.txt': Buffer.from(`\ufeff${lines(dibao, { delimiter: '\t' })}`, 'utf16le'),
  'UTF-16BE.csv': utf16be(lines(payments)),
  '分号分隔.csv': lines(loans, { delimiter: ';' }),
  '竖线分隔.txt': lines(payments, { delimiter: '|', lineEnd: '\n' }),
  'CR换行.csv': lines([DEATH, ...deaths(3, 9)], { lineEnd: '\r' }),
  '换行混用.csv': mixed,
  '首行sep.csv': lines(['sep=;', ...[DEATH, ...deaths(0, 5)].map((row) => row.join(';'))]),
  '全角逗号分隔.txt': lines(fullWidth),
  '整行引号.csv': lines(wholeRows),
  '引号内换行.csv': lines(quoted),
  '引号未闭合.csv': lines(unclosed),
  '列数不齐.csv': lines(ragged),
  '行末多逗号.csv': lines([DEATH, ...deaths(2, 8).map((row) => [...row, '', ''])]),
  '空字节.csv': nul,
  '等号引号包裹.csv': lines(wrapped),
  '科学计数法证件号.csv': lines(scientific),
  '乱码字节.csv': cutCharacter,
  '前UTF-8后GBK.csv': twoEncodings,
  '空文件.csv': '',
  '只有表头.csv': lines([dibao[0]]),
};
