import type { Bilingual, Lang } from '../bilingual.js';

interface Example {
  readonly line: Bilingual;
  readonly about: Bilingual;
}

const same = (line: string): Bilingual => ({ zh: line, en: line });

/** What people type most, by command; a subcommand behind its command. */
export const helpExamples: Readonly<Record<string, readonly Example[]>> = {
  audit: [
    {
      line: { zh: 'hecha audit 数据文件夹', en: 'hecha audit exports' },
      about: { zh: '核查文件夹里的全部导出文件', en: 'audit all exports of a folder' },
    },
    {
      line: {
        zh: 'hecha audit 数据文件夹 --feedback 收回的清单 --previous latest',
        en: 'hecha audit exports --feedback returned --previous latest',
      },
      about: {
        zh: '每晚运行：先读入收回的清单，再核查，分出新增和有变化的',
        en: 'every night: read what came back, audit, tell what is new or has changed',
      },
    },
    {
      line: {
        zh: "hecha audit 数据文件夹 --rules mis-identification '!MI08'",
        en: "hecha audit exports --rules mis-identification '!MI08'",
      },
      about: { zh: '只核查识别疑点，MI08 除外', en: 'one family of rules, without MI08' },
    },
    {
      line: {
        zh: 'hecha audit 数据文件夹 --json --fail-on high',
        en: 'hecha audit exports --json --fail-on high',
      },
      about: {
        zh: '供程序使用：打印 JSON，有“高”的疑点时退出码为 1',
        en: 'for programs: prints JSON, exits 1 when something grave is found',
      },
    },
  ],
  inspect: [
    {
      line: { zh: 'hecha inspect 车辆.csv 名册.xlsx', en: 'hecha inspect vehicle.csv roster.xlsx' },
      about: {
        zh: '这些文件是什么，每一列作为什么',
        en: 'what these files are, and what each column is taken for',
      },
    },
    {
      line: same('hecha inspect --datasets vehicle'),
      about: {
        zh: '机动车数据可以有哪些列，表头怎么写',
        en: 'columns of one dataset, with the spellings of their headers',
      },
    },
  ],
  check: [
    {
      line: { zh: 'hecha check 数据文件夹', en: 'hecha check exports' },
      about: { zh: '只检查文件，不核查', en: 'check the files, audit nothing' },
    },
    {
      line: {
        zh: 'hecha check 数据文件夹 --max-rejects 1% --junit 检查.xml',
        en: 'hecha check exports --max-rejects 1% --junit check.xml',
      },
      about: {
        zh: '未采用的行在 1% 以内算提示，另写 JUnit 报告',
        en: 'up to 1% of rejected rows is a warning; with a report for CI',
      },
    },
  ],
  worklist: [
    {
      line: same('hecha worklist hecha-out'),
      about: { zh: '最新一次核查：一个乡镇一本', en: 'of the newest run, one workbook a township' },
    },
    {
      line: same('hecha worklist hecha-out --by village --only new,changed'),
      about: { zh: '一个村一本，只列新增和有变化的', en: 'one a village, only what is new or has changed' },
    },
  ],
  feedback: [
    {
      line: { zh: 'hecha feedback hecha-out 收回的清单', en: 'hecha feedback hecha-out returned' },
      about: { zh: '读入一个文件夹里填好的全部清单', en: 'read all filled-in worklists of a folder' },
    },
    {
      line: {
        zh: 'hecha feedback hecha-out 城关镇.xlsx --on 2017-08-05',
        en: 'hecha feedback hecha-out town.xlsx --on 2017-08-05',
      },
      about: { zh: '没有填核实日期的行按这一天', en: 'rows without a day were verified on this one' },
    },
  ],
  status: [
    {
      line: same('hecha status hecha-out/latest'),
      about: {
        zh: '各乡镇整改情况和各规则属实率',
        en: 'rectification by township, and how often each rule was right',
      },
    },
    {
      line: {
        zh: 'hecha status hecha-out/latest --due-days 15 --workbook 整改台账.xlsx',
        en: 'hecha status hecha-out/latest --due-days 15 --workbook ledger.xlsx',
      },
      about: { zh: '15 天算超期，另写工作簿', en: 'overdue after 15 days, with a workbook' },
    },
  ],
  diff: [
    {
      line: same('hecha diff hecha-out/2017-07-31-0123abcd hecha-out/latest'),
      about: {
        zh: '两次核查之间新增、变化、消失的疑点',
        en: 'what is new, changed or gone between two runs',
      },
    },
    {
      line: same('hecha diff hecha-out/2017-07-31-0123abcd hecha-out/latest --json --exit-code'),
      about: {
        zh: '供程序使用：打印 JSON，有差异时退出码为 1',
        en: 'for programs: prints JSON, exits 1 when they differ',
      },
    },
  ],
  explain: [
    {
      line: same('hecha explain hecha-out/latest k3v7q2'),
      about: {
        zh: '一条疑点的来龙去脉（编号见 findings.csv，可只写前几位）',
        en: 'one finding whole (its id from findings.csv, or the beginning of it)',
      },
    },
    {
      line: {
        zh: 'hecha explain hecha-out/latest --household 620000001 --format html --to 户.html',
        en: 'hecha explain hecha-out/latest --household 620000001 --format html --to household.html',
      },
      about: {
        zh: '一户在各部门数据中的全部记录，写成网页',
        en: 'all that is known of one household, as a page',
      },
    },
  ],
  verify: [
    {
      line: same('hecha verify hecha-out/latest'),
      about: { zh: '重新核查一次，逐项比对', en: 'audit again and compare' },
    },
    {
      line: {
        zh: 'hecha verify 2017-07-31-0123abcd --inputs 移到别处的数据',
        en: 'hecha verify 2017-07-31-0123abcd --inputs moved-exports',
      },
      about: { zh: '输入文件已移走：按内容找到它们', en: 'the inputs were moved: they are found by content' },
    },
  ],
  prune: [
    {
      line: same('hecha prune --keep 30 --dry-run'),
      about: { zh: '先看会删除哪些', en: 'first see what would go' },
    },
    {
      line: same('hecha prune --keep 30'),
      about: { zh: '只保留最新 30 次', en: 'keep the newest 30 runs' },
    },
  ],
  init: [
    {
      line: { zh: 'hecha init 数据文件夹', en: 'hecha init exports' },
      about: {
        zh: '写一份带说明的 hecha.yaml，以后不必再写选项',
        en: 'write a commented hecha.yaml, so that no options are needed any more',
      },
    },
  ],
  rules: [
    {
      line: same('hecha rules --family exit'),
      about: { zh: '退出疑点的全部规则', en: 'all rules of one family' },
    },
    {
      line: same('hecha rules --clauses'),
      about: { zh: '每条政策由哪些规则核查', en: 'which rules check each clause of the policy' },
    },
  ],
  'rules show': [
    {
      line: same('hecha rules show MI01 RP02'),
      about: {
        zh: '条款、文字说明、参数、示例、SQL',
        en: 'clause, predicate in words, parameters, examples, SQL',
      },
    },
  ],
  'rules test': [
    {
      line: same('hecha rules test'),
      about: { zh: '检验全部自带规则', en: 'test all rules that ship with hecha' },
    },
    {
      line: { zh: 'hecha rules test 本县规则', en: 'hecha rules test our-rules' },
      about: { zh: '检验本县自定义规则', en: 'test your own' },
    },
  ],
  synth: [
    {
      line: { zh: 'hecha synth --out 示例县', en: 'hecha synth --out county' },
      about: { zh: '400 户的合成县，全部虚构', en: 'a county of 400 households, all invented' },
    },
    {
      line: {
        zh: 'hecha synth --out 示例县第二夜 --night 2',
        en: 'hecha synth --out county-2 --night 2',
      },
      about: { zh: '同一个县第二天的数据', en: 'the data of the same county a day later' },
    },
  ],
  completion: [
    {
      line: same('hecha completion bash >> ~/.bashrc'),
      about: { zh: 'bash：新开的终端里按 Tab 补全', en: 'bash: completes with Tab in new terminals' },
    },
    {
      line: same('hecha completion zsh > "$fpath[1]/_hecha"'),
      about: { zh: 'zsh：写到补全文件夹', en: 'zsh: into a folder of completions' },
    },
    {
      line: same('hecha completion fish > ~/.config/fish/completions/hecha.fish'),
      about: { zh: 'fish：写到补全文件夹', en: 'fish: into the folder of completions' },
    },
    {
      line: same('hecha completion powershell >> $PROFILE'),
      about: { zh: 'PowerShell：写进配置文件', en: 'PowerShell: into its profile' },
    },
  ],
};

/** The examples of a command as its help shows them, each below what it does; nothing where there are none. */
export function examplesText(command: string, lang: Lang): string {
  const examples = helpExamples[command];
  if (!examples) return '';
  const title = lang === 'zh' ? '例：' : 'Examples:';
  return [
    '',
    title,
    ...examples.flatMap(({ line, about }) => [`  # ${about[lang]}`, `  ${line[lang]}`]),
  ].join('\n');
}
