import { DEATH, DIBAO, dibao, id, nameOf, range, serial } from './rows.mjs';
import { cell, inline, number, STYLE, shared, workbook } from './workbook.mjs';

/*
 * Kinds of .xlsx.
 */
const strings = workbook([
  {
    name: '低保',
    rows: [
      DIBAO,
      ...range(0, 3).map(dibao),
      ...range(3, 6).map((at) => [
        inline(nameOf(at)),
        inline(id(at)),
        inline('三类'),
        inline('260'),
        inline('2016-01'),
      ]),
    ],
  },
]);

const run = (text, look = '') => `<r>${look && `<rPr>${look}</rPr>`}<t>${text}</t></r>`;
const phonetic = (text) => `<rPh sb="0" eb="1"><t>${text}</t></rPh><phoneticPr fontId="0"/>`;
const rich = workbook([
  {
    name: '低保',
    rows: [
      DIBAO,
      ...range(0, 5).map((at) => [
        shared(run(nameOf(at).slice(0, 1), '<b/>') + run(nameOf(at).slice(1)) + phonetic('xing')),
        // Somebody has coloured the birthday in the number.
        shared(
          run(id(at).slice(0, 6)) +
            run(id(at).slice(6, 14), '<color rgb="FFFF0000"/>') +
            run(id(at).slice(14)),
        ),
        shared(`<t>一类</t>${phonetic('yilei')}`),
        number(330),
        number(serial('2016-07-01'), STYLE.chineseDate),
      ]),
    ],
  },
]);

const bool = (value) => cell('t="b"', `<v>${value ? 1 : 0}</v>`);
const error = (what) => cell('t="e"', `<v>${what}</v>`);
const values = workbook([
  {
    name: '名册',
    rows: [
      ['户编号', '姓名', '证件号码', '与户主关系', '是否危房', '人均纯收入'],
      ['62995000', nameOf(0), id(0), '户主', bool(true), number(2800)],
      ['62995001', nameOf(1), id(1), '户主', bool(false), error('#DIV/0!')],
      ['62995002', nameOf(2), id(2), '户主', bool(false), error('#N/A')],
      ['62995003', nameOf(3), error('#REF!'), '户主', bool(true), number(3100)],
      [error('#N/A'), nameOf(4), id(4), '户主', bool(false), number(2950)],
      ['62995005', nameOf(5), id(5), error('#VALUE!'), error('#NAME?'), number(4000)],
    ],
  },
]);

const formula = (text, type, value) =>
  cell(type ? `t="${type}"` : 's="0"', `<f>${text}</f>${value === undefined ? '' : `<v>${value}</v>`}`);
const formulas = workbook([
  {
    name: '补贴',
    rows: [
      ['姓名', '身份证号', '项目', '亩数', '标准', '金额'],
      [
        nameOf(0),
        formula('"629901"&amp;MID(H2,7,12)', 'str', id(0)),
        '耕地补贴',
        number(3.5),
        number(100),
        formula('D2*E2', '', 350),
      ],
      [
        nameOf(1),
        id(1),
        formula('"耕地"&amp;"补贴"', 'str', '耕地补贴'),
        number(2),
        number(100),
        formula('D3*E3', '', '200.00000000000003'),
      ],
      [
        nameOf(2),
        id(2),
        '耕地补贴',
        number(1),
        number(100),
        cell('s="0"', '<f t="shared" ref="F4:F5" si="0">D4*E4</f><v>100</v>'),
      ],
      [
        nameOf(3),
        id(3),
        '耕地补贴',
        number(4),
        number(100),
        cell('s="0"', '<f t="shared" si="0"/><v>400</v>'),
      ],
      // A program has written the formula and nobody has ever computed it.
      [nameOf(4), id(4), '耕地补贴', number(2), number(100), formula('D6*E6')],
      [
        nameOf(5),
        id(5),
        '耕地补贴',
        number(2),
        number(100),
        formula('VLOOKUP(A7,标准!A:B,2,0)', 'e', '#N/A'),
      ],
      ['合计', undefined, undefined, number(14.5), undefined, formula('SUM(F2:F7)', '', 1050)],
    ],
  },
]);

const household = (no, at, relation, more) => [no, undefined, nameOf(at), id(at), relation, more];
const merged = workbook([
  {
    name: '贫困人口信息',
    rows: [
      ['户编号', '村', '姓名', '证件号码', '与户主关系', '家庭年收入'],
      ['62996001', '东村', nameOf(0), id(0), '户主', number(12000)],
      household(undefined, 1, '配偶'),
      household(undefined, 2, '之子'),
      ['62996002', undefined, nameOf(3), id(3), '户主', number(9000)],
      household(undefined, 4, '配偶'),
      ['62996003', '西村', nameOf(5), id(5), '户主', number(15000)],
    ],
    merges: ['A2:A4', 'A5:A6', 'B2:B6', 'F2:F4', 'F5:F6'],
  },
]);

const mac = workbook(
  [
    {
      name: '死亡',
      rows: [
        DEATH,
        ...range(0, 4).map((at) => [
          nameOf(at),
          id(at),
          number(serial(`2016-05-0${at + 1}`) - 1462, STYLE.date),
        ]),
        // Of one cell somebody has taken the date format away: what is shown is 41033.
        [nameOf(4), id(4), number(serial('2016-05-05') - 1462)],
      ],
    },
  ],
  { date1904: true },
);

const percent = workbook([
  {
    name: '贫困村',
    rows: [
      ['乡镇', '行政村', '是否贫困村', '总户数', '贫困户数', '贫困发生率（%）'],
      ['城关镇', '东村', '是', number(210), number(12), number('2.5')],
      ['城关镇', '西村', '否', number(180), number(3), number('0.0125', STYLE.percent)],
      ['南川乡', '上庄村', '是', number(95), number(9), number('2.9000000000000001E-2', STYLE.percent)],
      ['南川乡', '下庄村', '是', number(120), number(8), '2.1%'],
      ['南川乡', '河湾村', '否', number(88), number(1), number(0, STYLE.percent)],
    ],
  },
]);

const rounded = (at) => `${id(at).slice(0, 15)}000`;
const numbers = workbook([
  {
    name: '死亡',
    rows: [
      DEATH,
      [nameOf(0), number(rounded(0)), '2016-03-01'],
      [nameOf(1), number(`${(Number(rounded(1)) / 1e17).toFixed(14)}E+17`), '2016-03-02'],
      [nameOf(2), number(rounded(2), STYLE.text), '2016-03-03'],
      // Fifteen digits are all that a number cell keeps, so that an old ID survives.
      [nameOf(3), number(id(3).slice(0, 6) + id(3).slice(8, 17)), '2016-03-04'],
      [nameOf(4), id(4), '2016-03-05'],
    ],
  },
]);

const hidden = workbook([
  { name: '城关镇', rows: [DIBAO, ...range(0, 4).map(dibao)] },
  { name: '南川乡', state: 'hidden', rows: [DIBAO, ...range(4, 7).map(dibao)] },
  { name: '已停保', state: 'veryHidden', rows: [DIBAO, ...range(7, 9).map(dibao)] },
]);

const reordered = workbook([
  { name: '城关镇', rows: [DIBAO, ...range(0, 4).map(dibao)] },
  {
    name: '南川乡',
    rows: [['南川乡农村低保花名册'], [...DIBAO].reverse(), ...range(4, 8).map((at) => dibao(at).reverse())],
    merges: ['A1:E1'],
  },
  {
    name: '北山乡',
    rows: [
      ['序号', '公民身份号码', '姓名', '保障类别', '月保障金额（元）', '备注'],
      ...range(8, 11).map((at) => [number(at - 7), id(at), nameOf(at), '三类', '260元', '']),
    ],
  },
]);

const strict = workbook(
  [
    {
      name: '死亡',
      rows: [
        DEATH,
        ...range(0, 5).map((at) => [
          nameOf(at),
          id(at),
          cell(`t="d" s="${STYLE.date}"`, `<v>2016-06-0${at + 1}</v>`),
        ]),
      ],
    },
  ],
  { strict: true },
);

const notes = workbook([
  {
    name: '填表说明',
    rows: [['填表说明'], ['一、本表由乡镇填写。'], ['二、证件号码应为 18 位。'], ['三、每月 5 日前上报。']],
  },
  { name: '低保', rows: [DIBAO, ...range(0, 5).map(dibao)] },
  { name: 'Sheet3', rows: [] },
]);

const twoRows = workbook([
  {
    name: '名册',
    rows: [
      ['安平县建档立卡贫困人口信息'],
      ['户编号', '姓名', '证件号码', '与户主关系', '家庭收入（元）', undefined, undefined, '脱贫'],
      [undefined, undefined, undefined, undefined, '工资性', '生产经营性', '人均纯收入', '年度', '属性'],
      ...range(0, 5).map((at) => [
        `6299700${at}`,
        nameOf(at),
        id(at),
        '户主',
        number(12000 + at * 500),
        number(3000),
        number(3150 + at),
        at < 3 ? number(2016) : undefined,
        at < 3 ? '已脱贫' : '未脱贫',
      ]),
    ],
    merges: ['A1:I1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:G2', 'H2:I2'],
  },
]);

export const workbookFiles = {
  '两行合并表头.xlsx': twoRows,
  '共享和内嵌文本.xlsx': strings,
  '富文本和注音.xlsx': rich,
  '布尔和错误值.xlsx': values,
  '公式和缓存值.xlsx': formulas,
  '合并单元格.xlsx': merged,
  '1904日期.xlsx': mac,
  '百分数.xlsx': percent,
  '证件号存成数字.xlsx': numbers,
  '隐藏工作表.xlsx': hidden,
  '分表列序不同.xlsx': reordered,
  '严格OOXML.xlsx': strict,
  '说明页和空表.xlsx': notes,
};
