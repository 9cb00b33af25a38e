import type { Lang } from '../bilingual.js';

const zh = {
  about: '读入填好的核实清单，记入核实记录；不属实的从此不再提示，直到依据变化',
  run: '一次核查的结果文件夹，或存放各次结果的文件夹，如 hecha-out',
  files: '填好的核实清单（.xlsx、.xls、.csv），或存放它们的文件夹',
  on: '没有填核实日期的行，统一用这一天',
  json: '在标准输出打印 JSON',
  quiet: '只打印不能用的',
  summary: '采用 {fresh} 条，以前已采用 {repeated} 条，没有填写 {empty} 行，不能用 {problems} 处。',
  ledger: '核实记录：{path}',
  unchanged: '核实记录没有变化：{path}',
  file: '文件',
  fresh: '采用',
  repeated: '以前已采用',
  empty: '没有填写',
  problems: '不能用',
  problemList: '不能用的（改好后再读一次，已采用的不会重复）：',
  problem: '  {place}：{problem}',
  disagreements: '前后不一致的（以日期晚的为准，同一天以后读到的为准，都已记下）：',
  disagreement:
    '  {stands}（{standsVerdict}，{standsOn}）为准，不采用 {overruled}（{overruledVerdict}，{overruledOn}）',
  others: '没有读取（不是表格文件）：{files}',
  next: '下一次 hecha audit 起生效：不属实且依据没有变化的不再提示。',
  nothing: '有文件不能读，全部没有采用：请处理后再读一次。',
};

const en: typeof zh = {
  about: 'read filled-in worklists into the ledger; what is refuted stays silent until its evidence changes',
  run: 'a run, or the folder of runs, such as hecha-out',
  files: 'filled-in worklists (.xlsx, .xls, .csv), or folders of them',
  on: 'the day for rows that name no day of verification',
  json: 'print JSON on stdout',
  quiet: 'print only what could not be used',
  summary: '{fresh} taken, {repeated} known before, {empty} rows not filled in, {problems} not usable.',
  ledger: 'Ledger: {path}',
  unchanged: 'The ledger is unchanged: {path}',
  file: 'File',
  fresh: 'Taken',
  repeated: 'Known before',
  empty: 'Not filled in',
  problems: 'Not usable',
  problemList: 'Not usable (put them right and read again; what was taken is not taken twice):',
  problem: '  {place}: {problem}',
  disagreements: 'At odds (the later day stands, of one day what was read last; both are kept):',
  disagreement:
    '  {stands} ({standsVerdict}, {standsOn}) stands against {overruled} ({overruledVerdict}, {overruledOn})',
  others: 'Not read, for they are no tables: {files}',
  next: 'From the next hecha audit on, what is refuted stays silent until its evidence changes.',
  nothing: 'Some files cannot be read, so nothing was taken: see to them and read again.',
};

export const feedbackTexts: Readonly<Record<Lang, typeof zh>> = { zh, en };
