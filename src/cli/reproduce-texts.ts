import type { Bilingual, Lang } from '../bilingual.js';
import type { Difference } from '../reproduce/difference.js';

/** What the commands that go back over a run say. */
const zh = {
  verify: '按一次核查的 manifest.json 重新核查，逐项比对：已重现，或指出哪里不同',
  verifyRun: '结果文件夹，如 hecha-out/latest',
  inputs: '输入文件所在的文件夹（按内容 SHA-256 查找，移动或改名都能找到；默认到原处找）',
  verifyJson: '输出 JSON',
  reproduced: '已重现：{run}（核查日 {day}）',
  reproducedCounts: '输入 {inputs} 个、疑点 {findings} 条、结果文件 {files} 个，全部相同。',
  differs: '没有重现：{run}（核查日 {day}），{count} 处不同',
  sameFindings: '重新核查得到的 {findings} 条疑点全部相同。',
  notDone: '没有重新核查：{reason}',
  more: '… 另有 {count} 处，见 --json',
  explain: '完整说明一条疑点：条款、参数、原始行、如何比对、SQL；或用 --household 汇总一户的全部数据',
  explainId: '疑点编号（findings.csv 第一列），可只写前几位（至少 4 位）',
  explainHousehold: '户编号：列出各部门数据中这一户的全部记录',
  explainFormat: 'text、md、html 或 json',
  explainMask: '姓名和证件号的遮盖方式：none 不遮盖、partial 部分、full 全部',
  explainTo: '写入这个文件（只有本人可读），不输出到屏幕',
  prune: '删除最旧的核查结果，只保留最新的几次',
  pruneKeep: '保留几次（至少 1；latest 所指的、以及保留的那几次所比对的上一次，总会保留）',
  pruneDry: '只列出将要删除的，不动任何文件',
  pruned: '删除了 {removed} 次核查（释放 {size}），保留 {kept} 次。',
  pruneWould: '将删除 {removed} 次核查（释放 {size}），保留 {kept} 次；没有改动任何文件。',
  keptLatest: '{name}：latest 所指，保留',
  keptPrevious: '{name}：{run} 与它比对过，保留',
  worklistsLeft: '这些核查已不在，其核实清单文件夹仍在 worklists 中，没有删除：{names}',
  recordedIs: '记录',
  foundIs: '现在',
  at: '在',
};

const en: typeof zh = {
  verify: 'audit again from the manifest.json of a run and compare: reproduced, or what differs',
  verifyRun: 'folder of the run, such as hecha-out/latest',
  inputs: 'folders that hold the inputs, found by SHA-256, even moved or renamed (default: where they were)',
  verifyJson: 'print JSON',
  reproduced: 'Reproduced: {run} (as of {day})',
  reproducedCounts: '{inputs} inputs, {findings} findings, {files} files of results: all the same.',
  differs: 'Not reproduced: {run} (as of {day}), {count} differences',
  sameFindings: 'The audit that was made again gives the same {findings} findings.',
  notDone: 'Not audited again: {reason}',
  more: '… and {count} more, see --json',
  explain:
    'explain a finding whole: clause, parameters, source rows, how persons were matched, SQL; or with --household all that is known of one',
  explainId: 'id of the finding (first column of findings.csv), or its first characters (four at least)',
  explainHousehold: 'number of a household: all rows about it in all extracts',
  explainFormat: 'text, md, html or json',
  explainMask: 'how names and ID numbers are masked: none, partial or full',
  explainTo: 'write to this file, which only you can read, instead of the screen',
  prune: 'remove the oldest runs and keep the newest',
  pruneKeep:
    'how many to keep (at least 1; the one that latest names, and those that kept ones were held against, always stay)',
  pruneDry: 'only say what would be removed',
  pruned: '{removed} runs removed ({size} freed), {kept} kept.',
  pruneWould: '{removed} runs would be removed ({size} freed), {kept} kept; nothing was touched.',
  keptLatest: '{name}: latest names it, kept',
  keptPrevious: '{name}: {run} was held against it, kept',
  worklistsLeft: 'Their runs are gone, their folders below worklists were left: {names}',
  recordedIs: 'recorded',
  foundIs: 'now',
  at: 'at',
};

export const reproduceTexts: Readonly<Record<Lang, typeof zh>> = { zh, en };

/** What each kind of difference is called, in the order in which they are told. */
export const differenceKinds: Readonly<Record<Difference['kind'], Bilingual>> = {
  manifest: { zh: 'manifest.json 写成后被改过', en: 'manifest.json was changed after it was written' },
  file: { zh: '结果文件夹里的文件', en: 'Files of the run' },
  tool: { zh: 'hecha 版本', en: 'Version of hecha' },
  engine: { zh: '引擎版本', en: 'Version of the engine' },
  previous: { zh: '上一次核查和核实记录', en: 'Previous run and ledger' },
  input: { zh: '输入文件', en: 'Inputs' },
  rule: { zh: '规则', en: 'Rules' },
  fact: { zh: '派生事实的 SQL', en: 'SQL of facts' },
  parameter: { zh: '参数', en: 'Parameters' },
  finding: { zh: '疑点', en: 'Findings' },
  report: { zh: '重新生成的结果文件', en: 'Files of results, made again' },
  record: { zh: 'manifest.json 中的其他内容', en: 'Other parts of manifest.json' },
};

export const changeWords: Readonly<
  Record<'finding' | 'other', Readonly<Record<Difference['change'], Bilingual>>>
> = {
  finding: {
    missing: { zh: '没有了', en: 'vanishes' },
    added: { zh: '新出现', en: 'appears' },
    changed: { zh: '变了', en: 'changes' },
  },
  other: {
    missing: { zh: '缺失', en: 'missing' },
    added: { zh: '多出', en: 'added' },
    changed: { zh: '不同', en: 'differs' },
  },
};

/** Names of the parts of a rule that are compared. */
export const rulePartNames: Readonly<Record<string, Bilingual>> = {
  sql_sha256: { zh: 'SQL', en: 'its SQL' },
  header_sha256: { zh: '文件头（说明、级别、所需数据等）', en: 'its header (texts, severity, needs …)' },
  status: { zh: '运行状态', en: 'how it ended' },
  reason: { zh: '未运行的原因', en: 'why it did not run' },
  exempted: { zh: '豁免数', en: 'what it exempted' },
};
