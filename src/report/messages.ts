import { type Bilingual, fill, type Lang } from '../bilingual.js';

/** Every fixed text of the reports, in both languages. What a rule says about itself stands in its own header. */
export const texts = {
  // Families, severities and the like, by the code that stands in the findings.
  'family.mis-identification': { zh: '识别疑点', en: 'Mis-identification' },
  'family.return-to-poverty': { zh: '返贫疑点', en: 'Return to poverty' },
  'family.dual-dataset': { zh: '两套数据差异', en: 'Dual dataset' },
  'family.exit': { zh: '退出疑点', en: 'Exit' },
  'family.assistance': { zh: '帮扶疑点', en: 'Assistance' },
  'family.funds': { zh: '资金疑点', en: 'Funds' },
  'family.data-quality': { zh: '数据质量', en: 'Data quality' },
  'about.mis-identification': {
    zh: '疑似不应识别而识别（错评）、应识别未识别（漏评）、类别不符',
    en: 'registered but perhaps should not be, should be but is not, or in the wrong category',
  },
  'about.return-to-poverty': {
    zh: '2014—2017年脱贫户中疑似应返贫或应转行业部门补短板的',
    en: 'exited 2014–2017 and perhaps to be returned, or to be routed to a line department',
  },
  'about.dual-dataset': {
    zh: '建档立卡数据与统计监测或第二套名册不一致的',
    en: 'the registration against statistical monitoring or a second roster',
  },
  'about.exit': { zh: '退出程序或标准疑似有问题的', en: 'exits that may not meet the standard' },
  'about.assistance': {
    zh: '帮扶缺失、滞后、超标准或过于集中的',
    en: 'help that is missing, late, over its cap or concentrated',
  },
  'about.funds': { zh: '资金闲置、重复或投向有疑问的', en: 'money idle, paid twice or misdirected' },
  'about.data-quality': {
    zh: '系统录入无效、缺失、矛盾或过期的',
    en: 'entries that are invalid, incomplete, inconsistent or stale',
  },
  'severity.high': { zh: '高', en: 'high' },
  'severity.medium': { zh: '中', en: 'medium' },
  'severity.low': { zh: '低', en: 'low' },
  'status.new': { zh: '新增', en: 'new' },
  'status.persisting': { zh: '持续', en: 'persisting' },
  'status.changed': { zh: '有变化', en: 'changed' },
  'status.closed': { zh: '已销号', en: 'closed' },
  'confidence.exact': { zh: '证件号一致', en: 'exact' },
  'confidence.repaired': { zh: '证件号修复后一致', en: 'repaired' },
  'confidence.probable': { zh: '可能为同一人', en: 'probable' },
  'confidence.area': { zh: '按区域计数', en: 'area counts' },
  'outcome.flagged': { zh: '有疑点', en: 'flagged' },
  'outcome.clean': { zh: '未发现疑点', en: 'clean' },
  'outcome.not-run': { zh: '未运行', en: 'not run' },
  'outcome.failed': { zh: '运行失败', en: 'failed' },
  'as-of.option': { zh: '由命令指定', en: 'given on the command line' },
  'as-of.config': { zh: '由配置文件指定', en: 'given by the configuration' },
  'as-of.inputs': { zh: '数据中声明的最新日期', en: 'the newest date that the inputs declare' },
  'as-of.clock': { zh: '运行当天', en: 'the day of the run' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  'list-separator': { zh: '、', en: ', ' },

  // Columns of the sheets and of the families' CSV files.
  'column.finding': { zh: '疑点编号', en: 'Finding' },
  'column.rule': { zh: '规则编号', en: 'Rule' },
  'column.title': { zh: '规则名称', en: 'Title' },
  'column.severity': { zh: '严重程度', en: 'Severity' },
  'column.confidence': { zh: '可信程度', en: 'Confidence' },
  'column.status': { zh: '状态', en: 'Status' },
  'column.county': { zh: '县', en: 'County' },
  'column.township': { zh: '乡镇', en: 'Township' },
  'column.village': { zh: '村', en: 'Village' },
  'column.household': { zh: '户编号', en: 'Household no.' },
  'column.name': { zh: '姓名', en: 'Name' },
  'column.household-name': { zh: '户主姓名', en: 'Head of household' },
  'column.subject': { zh: '对象', en: 'Subject' },
  'column.id': { zh: '证件号码', en: 'ID number' },
  'column.message': { zh: '疑点说明', en: 'What was found' },
  'column.evidence': { zh: '依据', en: 'Evidence' },
  'column.verify': { zh: '核实要点', en: 'What to verify' },
  'column.clause': { zh: '政策条款', en: 'Clause' },
  'column.sources': { zh: '数据来源', en: 'Sources' },
  'column.exemption': { zh: '豁免理由', en: 'Exempt because' },
  'column.total': { zh: '合计', en: 'Total' },
  'column.count': { zh: '条数', en: 'Number' },
  'column.reason': { zh: '原因', en: 'Why' },
  'column.outcome': { zh: '运行结果', en: 'Outcome' },

  // Sheets.
  'sheet.cover': { zh: '封面', en: 'Cover' },
  'sheet.summary': { zh: '汇总', en: 'Summary' },
  'sheet.exempted': { zh: '豁免', en: 'Exempted' },
  'sheet.coverage': { zh: '覆盖情况', en: 'Coverage' },
  'cover.title': { zh: '{county}{family}核查结果', en: '{county}: {family}' },
  'cover.suspected': {
    zh: '本表所列均为疑似问题，只作为核实线索，不能作为清退、纳入或处理的直接依据；请按“核实要点”入户核实后再作结论。',
    en: 'Everything listed here is suspected only: a lead to be verified on site, never by itself a ground for removing, adding or blaming anybody.',
  },
  'cover.county': { zh: '县（市、区）', en: 'County' },
  'cover.as-of': { zh: '核查日', en: 'As of' },
  'cover.policy': { zh: '政策依据', en: 'Policy' },
  'cover.run': { zh: '运行编号', en: 'Run' },
  'cover.tool': { zh: '程序版本', en: 'Tool' },
  'cover.scope': { zh: '核查内容', en: 'What it flags' },
  'cover.roster': { zh: '名册规模', en: 'Roster' },
  'cover.roster-size': {
    zh: '{households}户、{persons}人，其中在册贫困户{active}户',
    en: '{households} households, {persons} persons, {active} households active',
  },
  'cover.findings': { zh: '疑点数', en: 'Findings' },
  'cover.findings-by-severity': {
    zh: '共{total}条：高{high}条、中{medium}条、低{low}条；另有{exempted}条按规定豁免',
    en: '{total} in all: {high} high, {medium} medium, {low} low; {exempted} records exempt',
  },
  'cover.not-run': { zh: '未能核查', en: 'Not checked' },
  'cover.not-run-rules': {
    zh: '{count}条规则缺少数据未运行（{rules}），原因见“覆盖情况”；没有列出疑点不等于没有问题',
    en: '{count} rules were not run for want of data ({rules}), see Coverage; that nothing is listed does not mean that nothing is wrong',
  },
  'cover.failed-rules': {
    zh: '{count}条规则运行失败（{rules}），本次结果不完整',
    en: '{count} rules failed ({rules}): this result is incomplete',
  },
  'cover.all-run': { zh: '本类规则全部运行', en: 'Every rule of this family was run' },
  'cover.masked': { zh: '脱敏', en: 'Masking' },
  'cover.masked-partial': { zh: '姓名、证件号码已部分隐藏', en: 'names and ID numbers are partly hidden' },
  'cover.masked-full': {
    zh: '姓名、证件号码等已全部隐藏',
    en: 'names, ID numbers and other texts are hidden',
  },
  'cover.how': { zh: '怎么看', en: 'How to read it' },
  'cover.how-1': {
    zh: '1. “汇总”按乡镇和规则列出条数，可据此分派各乡镇。',
    en: '1. Summary counts findings by township and rule, to hand them out.',
  },
  'cover.how-2': {
    zh: '2. 每条规则一张表，每条疑点一行：先看“严重程度”为高的，再看中、低；表头可以筛选。',
    en: '2. One sheet a rule, one row a finding: begin with severity high; the header has filters.',
  },
  'cover.how-3': {
    zh: '3. “数据来源”写明依据出自哪个文件、哪张工作表、第几行（如 车辆.csv#1204 是第1204行），可以翻查原件。',
    en: '3. Sources name file, sheet and row (vehicle.csv#1204 is row 1204), so that the original can be looked up.',
  },
  'cover.how-4': {
    zh: '4. “豁免”列出按规定不算疑点的记录，“覆盖情况”列出哪些数据和规则没有核查到，请一并查看。',
    en: '4. Exempted lists the records that the policy spares, Coverage what could not be checked: read both.',
  },
  'cover.how-5': {
    zh: '5. 同名的 .csv 供程序读取；请用本表格查看，用表格软件直接打开 .csv 会把18位证件号码变成近似数。',
    en: '5. The .csv of the same name is for programs; opened in a spreadsheet it would lose digits of the ID numbers.',
  },
  'cover.rules': { zh: '各规则疑点数', en: 'Findings by rule' },
  'cover.severities': {
    zh: '严重程度：高＝应逐户核实并作出决定；中＝应核实；低＝核对、更正数据。',
    en: 'Severity: high = visit and decide; medium = verify; low = correct the data.',
  },
  'summary.total': { zh: '合计', en: 'Total' },
  'summary.no-township': { zh: '（全县或未填乡镇）', en: '(whole county, or no township)' },
  'summary.high': { zh: '其中：高', en: 'of which high' },
  'summary.not-run': { zh: '（未运行）', en: ' (not run)' },
  'exempted.none': { zh: '没有按规定豁免的记录。', en: 'No record was exempt.' },

  // Coverage.
  'coverage.datasets': { zh: '一、数据提供情况', en: '1. Datasets' },
  'coverage.dataset': { zh: '数据类别', en: 'Dataset' },
  'coverage.given': { zh: '是否提供', en: 'Given' },
  'coverage.given-yes': { zh: '已提供', en: 'given' },
  'coverage.given-no': { zh: '未提供', en: 'missing' },
  'coverage.rows-used': { zh: '采用行数', en: 'Rows used' },
  'coverage.parts': {
    zh: '二、读取情况（读取＝采用＋未采用＋跳过）',
    en: '2. Rows (read = accepted + rejected + skipped)',
  },
  'coverage.file': { zh: '文件', en: 'File' },
  'coverage.sheet': { zh: '工作表', en: 'Sheet' },
  'coverage.read': { zh: '读取', en: 'Read' },
  'coverage.accepted': { zh: '采用', en: 'Accepted' },
  'coverage.rejected': { zh: '未采用', en: 'Rejected' },
  'coverage.skipped': { zh: '跳过', en: 'Skipped' },
  'coverage.bad-cells': { zh: '无法读取的单元格', en: 'Unreadable cells' },
  'coverage.unmatched-rows': {
    zh: '{rows}行证件号码有误，已保留但无法比对',
    en: '{rows} rows kept whose ID number cannot be matched',
  },
  'coverage.notes': { zh: '备注', en: 'Notes' },
  'coverage.hidden': { zh: '隐藏工作表', en: 'hidden sheet' },
  'coverage.unknown-columns': { zh: '未使用的列：{columns}', en: 'columns not used: {columns}' },
  'coverage.rules': { zh: '三、规则运行情况', en: '3. Rules' },
  'coverage.facts': { zh: '四、未知情况', en: '4. Facts unknown' },
  'coverage.fact': { zh: '事项', en: 'Fact' },
  'coverage.households': { zh: '涉及户数', en: 'Households' },
  'coverage.no-facts': { zh: '没有未知事项。', en: 'None.' },
  'coverage.exemptions': { zh: '五、豁免情况', en: '5. Exemptions' },
  'coverage.no-exemptions': { zh: '本类规则没有豁免规定。', en: 'None.' },
  'coverage.parameters': { zh: '六、采用的标准', en: '6. Thresholds used' },
  'coverage.parameter': { zh: '标准', en: 'Threshold' },
  'coverage.value': { zh: '取值', en: 'Value' },
  'coverage.no-parameters': { zh: '本类规则没有用到标准。', en: 'None.' },
  'print.page': { zh: '第 &P 页，共 &N 页', en: 'Page &P of &N' },
} as const satisfies Record<string, Bilingual>;

export type TextKey = keyof typeof texts;

/** A fixed text in that language, with its `{places}` filled. */
export function say(
  lang: Lang,
  key: TextKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(texts[key][lang], values);
}

/** The label of a code such as `severity.high`; a code that the catalogue does not know is shown as it stands. */
export function labelOf(
  lang: Lang,
  group: 'family' | 'severity' | 'status' | 'confidence' | 'outcome' | 'as-of' | 'about',
  code: string,
): string {
  const known: Readonly<Record<string, Bilingual>> = texts;
  return known[`${group}.${code}`]?.[lang] ?? code;
}
