import type { Lang } from '../bilingual.js';

const zh = {
  about: 'hecha（核查）：建档立卡名册与各部门数据批量比对核查',
  version: '显示版本号',
  help: '显示帮助',
  examples: `例：
  hecha audit 数据文件夹                     核查文件夹里的全部导出文件，结果写到 hecha-out
  hecha audit 名册.xlsx 车辆.csv --as-of 2017-07-31
  hecha inspect 车辆.csv                      查看一个文件：是什么数据、每一列作为什么
  hecha check 数据文件夹                      只检查文件，不核查
  hecha init 数据文件夹                       写一份带说明的 hecha.yaml
  hecha audit 数据文件夹 --previous latest   每晚运行：只看新增和有变化的
  hecha worklist hecha-out                   按乡镇写核实清单，发下去填写
  hecha feedback hecha-out 收回的清单        读入填好的清单，不属实的不再提示
  hecha status hecha-out/latest              整改台账
  hecha rules show MI01                      查看一条规则：条款、文字说明、参数、示例、SQL
  hecha synth --out county --households 400  生成一个合成县的示例数据
English: hecha --lang en --help`,
  lang: '语言：zh 或 en',
  helpTitles: {
    'Usage:': '用法：',
    'Options:': '选项：',
    'Commands:': '命令：',
    'Arguments:': '参数：',
  } as Record<string, string>,
  defaultIs: '（默认 $1）',
  usageFaults: {
    'commander.unknownCommand': '没有命令“{quoted}”',
    'commander.unknownOption': '没有选项“{quoted}”',
    'commander.optionMissingArgument': '选项“{quoted}”缺少值',
    'commander.missingMandatoryOptionValue': '必须给出选项“{quoted}”',
    'commander.missingArgument': '缺少参数“{quoted}”',
    'commander.excessArguments': '参数太多',
  } as Record<string, string>,
  audit: '核查：读取导出文件，比对，写出疑点报告',
  auditPaths: '文件或文件夹（不写则按配置，没有配置则为当前文件夹）',
  config: '配置文件（不写则用所给文件夹或当前文件夹里的 hecha.yaml，没有也可以）',
  configUsed: '使用配置 {path}',
  out: '结果文件夹',
  asOf: '核查日，年龄和期限按这一天算（默认取数据中声明的最新日期，没有则为今天）',
  policy: '政策包名称，或 .yaml 文件',
  rules: '只运行这些规则或类别；!ID 为排除',
  previous: '与这一次的结果相比，分出新增、变化、持续、消失：写 latest、运行编号或其文件夹',
  feedback: '先读入填好的核实清单（文件或文件夹），再核查',
  formats: '输出格式：xlsx,csv,json,html（默认全部）',
  failOn: '有此严重程度及以上的疑点时退出码为 1：high、medium、low、none',
  mask: '遮盖姓名和证件号：none、partial、full（默认文件不遮盖，网页和屏幕部分遮盖）',
  keepGoing: '有文件不能读时跳过它、核查其余，并在每份报告中注明（不写则停止，不出报告）',
  maxRejects: '一个文件或工作表未采用的行数超过此数（如 100）或比例（如 1%）时，按不能读处理',
  keepTables: '另存规范化后的数据表、派生事实和每条规则的 SQL（Parquet，含完整证件号），可用 duckdb 独立复核',
  memory: '比对引擎的内存上限，如 4GB；不够时写临时文件',
  threads: '线程数',
  json: '在标准输出打印 JSON 摘要',
  quiet: '不打印摘要',
  verbose: '打印每一步',
  noColor: '不用颜色',
  noProgress: '不显示进度',
  inspect: '查看文件：格式、编码、表头、是哪类数据、每一列作为什么、有多少问题',
  inspectFiles: '文件或文件夹',
  inspectJson: '打印 JSON',
  inspectDatasets: '列出能读的全部数据集，或一个数据集的全部列和表头写法',
  inspectNothing: '请写要查看的文件',
  check: '检查全部输入文件，不核查；有错误时退出码为 1',
  checkRejects: '一张表未采用的行数超过此数（如 100）或比例（如 1%）算错误，不超过算提示',
  checkJson: '打印 JSON',
  checkJunit: '另写 JUnit 报告（供 CI）',
  init: '按文件夹里的文件写一份带说明的 hecha.yaml，供 audit 直接使用',
  initFolder: '导出文件所在文件夹（默认当前文件夹）',
  initForce: '覆盖已有的 hecha.yaml',
  initWritten: '已写入 {path}：请看一遍，需要的地方改好，再运行 hecha check 和 hecha audit。',
  diff: '比较两次核查：新增、变化、消失的疑点',
  diffA: '较早一次的文件夹',
  diffB: '较晚一次的文件夹',
  diffJson: '打印 JSON',
  diffExit: '有差异时退出码为 1',
  diffWorkbook: '另写一份工作簿（.xlsx），列出全部差异',
  statusAbout: '整改台账：各乡镇发现、核实、整改、超期情况，和各规则的属实率',
  statusRun: '一次核查的文件夹，如 hecha-out/latest',
  dueDays: '首次发现后多少天未销号算超期',
  statusWorkbook: '另写一份工作簿（.xlsx）',
  synth: '生成合成县的数据（全部虚构）和其中预设问题的清单',
  synthOut: '输出文件夹',
  households: '名册户数',
  seed: '随机种子，同样的种子生成同样的数据',
  night: '同一个县的第几夜：每夜晚一天，有新增、整改和变化（清单 truth-changes.csv）',
  rulesCommand: '列出全部规则；show 查看一条规则',
  rulesFamily:
    '只列这一类：mis-identification、return-to-poverty、dual-dataset、exit、assistance、funds、data-quality',
  rulesClause: '只列依据这一条的规则，如 (一)4、二.三（含二.三.1 等）',
  rulesClauses: '按政策条款列：每条由哪些规则核查，或为什么不可由数据核查',
  rulesJson: '打印 JSON',
  rulesShow: '查看规则：条款、文字说明、参数现值、输入、豁免、示例、SQL',
  rulesIds: '规则编号，可写几个，如 MI01 RP02',
  rulesTest: '用示例检验规则：所给文件夹里的自定义规则，或全部自带规则',
  rulesTestDir: '自定义规则（.sql，旁边是 .yaml 示例）所在文件夹；不写则为自带规则',
  rulesTestConfig: '配置文件：用其中的政策包，没有写文件夹时检验其中的 own_rules',
  rulesTestCounts: '示例 {passed}/{examples} 通过',
  rulesTested:
    '共 {rules} 条规则、{examples} 个示例：{passed} 条通过，{failed} 条未通过，{refused} 条无法检验。',
  clauseExpected: '政策条款编号，如 (一)4，全部编号见 hecha rules --clauses',
  completion: '打印命令补全脚本：bash、zsh、fish 或 powershell',
  completionShell: '所用的命令行：bash、zsh、fish、powershell',
  stage: { read: '读取', normalize: '规范化', facts: '推导事实', judge: '判断规则', report: '写报告' },
  rows: '行',
  rowsASecond: '每秒 {rows} 行',
  remaining: '约剩 {time}',
  synthesizing: '生成 {rows} 行',
  leftOut: '未使用：{place}（{reason}）',
  badInput:
    '没有出报告。hecha check 可一次列出全部文件的问题；--keep-going 可跳过不能读的文件、核查其余，并在报告中注明。',
  unread: '未能读取，没有核查：{reason}',
  synthDone:
    '已在 {folder} 生成 {households} 户的合成县：{files} 个文件，预设疑点 {truth} 条（清单 truth.csv）。全部数据均为虚构。',
  synthChanges: '与前一夜相比，应有 {changes} 条疑点新增、消失或变化（清单 truth-changes.csv）。',
};

const en: typeof zh = {
  about: 'hecha: audits the poverty-alleviation roster against departmental extracts',
  version: 'print the version',
  help: 'print help',
  examples: `Examples:
  hecha audit exports                        audits all exports in a folder, writes to hecha-out
  hecha audit roster.xlsx vehicle.csv --as-of 2017-07-31
  hecha inspect vehicle.csv                  says what a file is and what each column is taken for
  hecha check exports                        checks the files, audits nothing
  hecha init exports                         writes a commented hecha.yaml
  hecha audit exports --previous latest      night after night: what is new or has changed
  hecha worklist hecha-out                   worklists by township, to be filled in on site
  hecha feedback hecha-out returned          reads them back; what was refuted stays silent
  hecha status hecha-out/latest              the ledger of rectification
  hecha rules show MI01                      explains a rule: clause, predicate in words, parameters, examples, SQL
  hecha synth --out county --households 400  makes the sample data of a synthetic county
中文：hecha --help`,
  lang: 'language: zh or en',
  helpTitles: {},
  defaultIs: '(default: $1)',
  usageFaults: {},
  audit: 'audit: reads exports, matches them and writes the reports',
  auditPaths: 'files or folders (if none, those of the configuration, else the current folder)',
  config: 'configuration (default: the hecha.yaml of the folder given or of the current one, if any)',
  configUsed: 'configuration: {path}',
  out: 'folder of the runs',
  asOf: 'the day against which ages and delays count (default: the newest date that the inputs declare, else today)',
  policy: 'name of a policy pack, or a .yaml file',
  rules: 'only these rules or families; !ID leaves one out',
  previous:
    'the run to compare with, to tell new, changed, persisting and gone: latest, a run’s name or its folder',
  feedback: 'first read filled-in worklists (files or folders), then audit',
  formats: 'formats: xlsx,csv,json,html (default all)',
  failOn: 'exit 1 when there are findings this grave or graver: high, medium, low, none',
  mask: 'mask names and ID numbers: none, partial, full (default: files none, page and terminal partial)',
  keepGoing:
    'pass over inputs that cannot be read, audit the rest and say so on every report (without it: stop)',
  maxRejects:
    'take a file or sheet with more rejected rows than this (100, or 1%) as one that cannot be read',
  keepTables:
    'also keep the normalised tables, facts and each rule’s SQL (Parquet, with full ID numbers), to be checked with duckdb alone',
  memory: 'memory cap of the engine, e.g. 4GB; beyond it temporary files are used',
  threads: 'number of threads',
  json: 'print the summary as JSON on stdout',
  quiet: 'print no summary',
  verbose: 'print each step',
  noColor: 'no colours',
  noProgress: 'no progress',
  inspect:
    'say what files are: format, encoding, header, dataset, what each column is taken for, and problems',
  inspectFiles: 'files or folders',
  inspectJson: 'print JSON',
  inspectDatasets:
    'list the datasets that can be read, or the columns of one with the spellings of their headers',
  inspectNothing: 'Name the files to inspect',
  check: 'check all inputs and audit nothing; exits 1 on errors',
  checkRejects: 'more rejected rows of a table than this (100, or 1%) are an error, fewer a warning',
  checkJson: 'print JSON',
  checkJunit: 'also write a JUnit report, for CI',
  init: 'write a commented hecha.yaml for the files of a folder, which audit uses as it is',
  initFolder: 'folder of the exports (default: the current one)',
  initForce: 'overwrite the hecha.yaml that is there',
  initWritten: 'Wrote {path}: look it over, mend what is wrong, then run hecha check and hecha audit.',
  diff: 'compare two runs: findings that are new, changed or gone',
  diffA: 'folder of the earlier run',
  diffB: 'folder of the later run',
  diffJson: 'print JSON',
  diffExit: 'exit with 1 when they differ',
  diffWorkbook: 'also write a workbook (.xlsx) with all differences',
  statusAbout: 'the rectification ledger by township, and how often each rule was right',
  statusRun: 'folder of a run, such as hecha-out/latest',
  dueDays: 'days after which an open finding is overdue',
  statusWorkbook: 'also write a workbook (.xlsx)',
  synth: 'make the data of a synthetic county (all invented) and the record of the problems planted in it',
  synthOut: 'output folder',
  households: 'number of roster households',
  seed: 'seed; the same seed makes the same data',
  night:
    'which night of the same county: each is a day later, with problems new, put right and changed (truth-changes.csv)',
  rulesCommand: 'list the rules; show explains one',
  rulesFamily:
    'only this family: mis-identification, return-to-poverty, dual-dataset, exit, assistance, funds, data-quality',
  rulesClause: 'only rules that check this clause, by its number; a clause takes in its sub-clauses',
  rulesClauses: 'by clause of the policy: the rules that check it, or why data cannot',
  rulesJson: 'print JSON',
  rulesShow:
    'explain rules: clause, predicate in words, parameters in force, inputs, exemptions, examples, SQL',
  rulesIds: 'ids of rules, e.g. MI01 RP02',
  rulesTest: 'test rules by their examples: your own in a folder, or all that ship with hecha',
  rulesTestDir:
    'folder of your own rules (.sql, each with .yaml examples beside it); the rules that ship if none',
  rulesTestConfig: 'configuration: its policy is used, and without a folder its own_rules are tested',
  rulesTestCounts: '{passed} of {examples} examples pass',
  rulesTested:
    '{rules} rules, {examples} examples: {passed} rules pass, {failed} fail, {refused} could not be tested.',
  clauseExpected: 'the number of a clause, see hecha rules --clauses',
  completion: 'print a script that completes commands in a shell: bash, zsh, fish or powershell',
  completionShell: 'the shell: bash, zsh, fish or powershell',
  stage: {
    read: 'reading',
    normalize: 'normalising',
    facts: 'deriving facts',
    judge: 'judging',
    report: 'writing reports',
  },
  rows: 'rows',
  rowsASecond: '{rows} rows/s',
  remaining: '{time} left',
  synthesizing: 'made {rows} rows',
  leftOut: 'not used: {place} ({reason})',
  badInput:
    'No report was made. hecha check lists the problems of all files at once; --keep-going passes over what cannot be read, and says so.',
  unread: 'not read, not audited: {reason}',
  synthDone:
    'Made a synthetic county of {households} households in {folder}: {files} files, {truth} planted findings (truth.csv). All data are invented.',
  synthChanges: '{changes} findings must be new, gone or changed since the night before (truth-changes.csv).',
};

export const texts: Readonly<Record<Lang, typeof zh>> = { zh, en };
