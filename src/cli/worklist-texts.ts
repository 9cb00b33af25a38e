import type { Lang } from '../bilingual.js';

const zh = {
  about: '核实清单：按乡镇（或村）各写一本工作簿，发下去核实填写',
  run: '一次核查的结果文件夹，或存放各次结果的文件夹（取最新一次），如 hecha-out/latest',
  by: '一个乡镇一本（township）或一个村一本（village）',
  only: '只列这些状态：new、changed、persisting、closed，用逗号分开（不写则为未销号的全部）',
  rules: '只列这些规则或类别；!ID 为排除',
  out: '写到这个文件夹（不写则为结果文件夹旁的 worklists/运行编号）',
  config: '配置文件，其中的 own_rules 说明自定义规则的核实要点（不写则用当前文件夹里的 hecha.yaml）',
  json: '在标准输出打印 JSON',
  none: '没有符合条件的疑点，没有写核实清单。',
  area: '乡镇',
  village: '乡镇、村',
  findings: '疑点',
  file: '文件',
  done: '核实清单 {files} 本，疑点 {findings} 条，在 {folder}',
  leftOut: '另有 {count} 条没有列入（已销号，或不在所选范围）。',
  unknownRules:
    '规则 {rules} 不是自带规则，只列出了依据：请用 -c 指定写有 own_rules 的配置，再写一次，核实要点才会列出。',
  next: '发给各乡镇填写；收回后运行：hecha feedback {out} 填好的文件…',
  statusExpected: 'new、changed、persisting、closed，用逗号分开',
};

const en: typeof zh = {
  about: 'worklists: one workbook a township (or village), to be filled in on site',
  run: 'a run, or the folder of runs (its latest), such as hecha-out/latest',
  by: 'one workbook a township, or one a village',
  only: 'only these statuses: new, changed, persisting, closed, with commas between (all but closed if not given)',
  rules: 'only these rules or families; !ID leaves one out',
  out: 'folder to write to (default: worklists/<run-id> beside the run)',
  config:
    'configuration whose own_rules say what to verify for your own rules (default: hecha.yaml of this folder)',
  json: 'print JSON on stdout',
  none: 'No finding was chosen, no worklist was written.',
  area: 'Township',
  village: 'Township, village',
  findings: 'Findings',
  file: 'File',
  done: '{files} worklists with {findings} findings in {folder}',
  leftOut: '{count} others are on none: closed, or not asked for.',
  unknownRules:
    'Rules {rules} do not ship with hecha, so only their evidence is shown: name the configuration that has own_rules with -c and write again to have what to verify.',
  next: 'Send them out; when they come back: hecha feedback {out} FILES…',
  statusExpected: 'new, changed, persisting, closed, with commas between',
};

export const worklistTexts: Readonly<Record<Lang, typeof zh>> = { zh, en };
