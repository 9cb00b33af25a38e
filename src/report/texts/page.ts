import type { Bilingual } from '../../bilingual.js';

/** Texts of the page that are written when the report is; those that its script needs stand in page-script.ts. */
export const pageTexts = {
  'page.title': { zh: '{county}建档立卡核查报告', en: '{county}: audit of the poverty-alleviation roster' },
  'page.no-county': { zh: '（名册未写县名）', en: '(the roster names no county)' },
  'page.as-of': { zh: '核查日 {date}（{source}）', en: 'As of {date} ({source})' },
  'page.policy': { zh: '政策依据：{policy}', en: 'Policy: {policy}' },
  'page.run': { zh: '运行编号 {run}', en: 'Run {run}' },
  'page.tool': { zh: '程序 hecha {version}', en: 'hecha {version}' },
  'page.mask-none': { zh: '姓名、证件号码未遮盖', en: 'names and ID numbers in full' },
  'page.mask-partial': { zh: '姓名、证件号码已部分遮盖', en: 'names and ID numbers partly hidden' },
  'page.mask-full': { zh: '姓名、证件号码等已全部遮盖', en: 'names, ID numbers and other texts hidden' },
  'page.suspected': {
    zh: '所列均为疑似问题，只作为核实线索，不能直接作为清退、纳入或处理的依据；须入户核实后再作结论。',
    en: 'All that is listed is suspected only: a lead to be verified on site, never by itself a ground for removing, adding or blaming anybody.',
  },
  'page.no-script': {
    zh: '浏览器禁用了脚本：疑点清单和村级页面无法显示，请看同一文件夹里的工作簿。',
    en: 'Scripts are off in this browser: the lists of findings and the village sheets need them; the workbooks in the same folder have the same findings.',
  },
  'page.incomplete': {
    zh: '本次核查不完整：{what}。',
    en: 'This audit is incomplete: {what}.',
  },
  'page.incomplete-unread': {
    zh: '{count} 个文件或工作表未能读取',
    en: '{count} files or sheets could not be read',
  },
  'page.incomplete-failed': { zh: '{count} 条规则运行失败', en: '{count} rules failed' },
  'page.skip': { zh: '跳到正文', en: 'Skip to the content' },
  'nav.label': { zh: '页面', en: 'Pages' },
  'nav.overview': { zh: '总览', en: 'Overview' },
  'nav.findings': { zh: '疑点清单', en: 'Findings' },
  'nav.villages': { zh: '村级一张表', en: 'Village sheets' },
  'nav.coverage': { zh: '核查范围', en: 'Coverage' },

  // First screen.
  'overview.total': { zh: '未销号疑点', en: 'Open findings' },
  'overview.by-severity': { zh: '按严重程度', en: 'By severity' },
  'overview.by-status': { zh: '与上一次（核查日 {run}）相比', en: 'Against the run before (as of {run})' },
  'overview.first-night': { zh: '没有与上一次比较', en: 'Not held against an earlier run' },
  'overview.by-family': { zh: '各类疑点', en: 'Findings by family' },
  'overview.severities': {
    zh: '高＝应逐户核实并作出决定；中＝应核实；低＝核对、更正数据。点数字看清单。',
    en: 'High: visit and decide; medium: verify; low: correct the data. A number leads to its list.',
  },
  'overview.share': { zh: '高、中、低', en: 'Share' },
  'overview.scope': { zh: '核查了什么，没能核查什么', en: 'What was audited, and what could not be' },
  'overview.roster': { zh: '名册', en: 'Roster' },
  'overview.roster-size': {
    zh: '{households} 户 {persons} 人，其中在册贫困户 {active} 户',
    en: '{households} households, {persons} persons; {active} households active',
  },
  'overview.datasets': { zh: '数据', en: 'Datasets' },
  'overview.datasets-given': { zh: '提供了 {given} 类（共 {all} 类）', en: '{given} of {all} given' },
  'overview.datasets-missing': { zh: '未提供：{names}', en: 'missing: {names}' },
  'overview.rows': { zh: '数据行', en: 'Rows' },
  'overview.rows-read': {
    zh: '读取 {read} 行，采用 {accepted}，未采用 {rejected}，跳过 {skipped}',
    en: '{read} read: {accepted} accepted, {rejected} rejected, {skipped} skipped',
  },
  'overview.rules': { zh: '规则', en: 'Rules' },
  'overview.rules-run': {
    zh: '运行 {run} 条：{flagged} 条有疑点，{clean} 条未发现疑点',
    en: '{run} run: {flagged} flagged, {clean} found nothing',
  },
  'overview.not-run': { zh: '未能核查', en: 'Not checked' },
  'overview.not-run-rules': {
    zh: '{count} 条规则缺少数据，未运行',
    en: '{count} rules not run for want of data',
  },
  'overview.failed': { zh: '运行失败', en: 'Failed' },
  'overview.unread': { zh: '未能读取', en: 'Not read' },
  'overview.left-out': { zh: '未使用', en: 'Left out' },
  'overview.left-out-inputs': { zh: '{count} 个文件或工作表', en: '{count} files or sheets' },
  'overview.unknown': { zh: '无法判断', en: 'Unknown' },
  'overview.unknown-fact': { zh: '{fact}（{households} 户）', en: '{fact} ({households} households)' },
  'overview.nothing-is-not-nothing': {
    zh: '没有列出疑点不等于没有问题。',
    en: 'That nothing is listed does not mean that nothing is wrong.',
  },
  'overview.more': { zh: '详见“核查范围”', en: 'More under Coverage' },

  // Pictures.
  'figure.table': { zh: '数据表', en: 'Table' },
  'figure.heat': { zh: '各乡镇各规则疑点数', en: 'Findings by township and rule' },
  'figure.heat-about': {
    zh: '每格是一个乡镇在一条规则上的疑点数，颜色越深越多；数据表里的数字可点开清单。',
    en: 'Each cell is the number of findings of one rule in one township; darker is more. Numbers in the table lead to their lists.',
  },
  'figure.heat-some': {
    zh: '图中是疑点最多的 {count} 个乡镇，全部见数据表。',
    en: 'The picture shows the {count} townships with most findings; the table has all.',
  },
  'figure.areas': {
    zh: '两套数据对比：贫困人口和贫困户',
    en: 'The two datasets: poor persons and households',
  },
  'figure.areas-about': {
    zh: '上面一条是统计监测，下面一条是名册；带▲的超出允许差距（{limit}）。',
    en: 'Upper bar: statistics; lower bar: roster. ▲ marks a gap above the limit ({limit}).',
  },
  'figure.areas-table': {
    zh: '表中列县、乡镇和超出允许差距的村；全部村见 dual-dataset-areas.csv。',
    en: 'The table has the county, the townships and the villages above the limit; dual-dataset-areas.csv has every village.',
  },
  'figure.exits': {
    zh: '各村脱贫比例与偶然差异（{year}年）',
    en: 'Exit shares of the villages against chance ({year})',
  },
  'figure.exits-about': {
    zh: '每个点是一个村当年脱贫户占年初在册户的比例。灰带是各户自行脱贫时约三分之二（深）和 95%（浅）的村所在范围：点挤在深色带中间，像是按比例下达指标；远在带外，应看该村程序。▲为规则 EX02 标出的乡镇。',
    en: 'Each dot is the share of a village’s households that exited in the year. If every household exited on its own, about two thirds of the villages would lie in the dark band and 95 % in the light one: dots crowded in the middle look like a quota, dots far outside ask for a look at the village’s procedures. ▲ marks townships that rule EX02 flags.',
  },
  'figure.exits-villages': {
    zh: '只计年初在册 {least} 户及以上的村。',
    en: 'Villages with at least {least} households at the year’s start.',
  },
  'figure.exits-some': {
    zh: '图中是年初在册户最多的 {count} 个乡镇，全部见数据表。',
    en: 'The picture shows the {count} largest townships; the table has all.',
  },
  'figure.share': { zh: '脱贫比例（%）', en: 'Share exited (%)' },
  'figure.at-start': { zh: '年初在册户', en: 'Active at the start' },
  'figure.exited': { zh: '当年脱贫户', en: 'Exited in the year' },
  'figure.expected': { zh: '乡镇平均（%）', en: 'Township (%)' },
  'figure.band-68': { zh: '偶然范围（约 2/3 的村）', en: 'by chance, two thirds' },
  'figure.band-95': { zh: '偶然范围（95% 的村）', en: 'by chance, 95 %' },
  'figure.village': { zh: '村', en: 'Village' },
  'figure.income': { zh: '收入线附近的户数', en: 'Households around the income line' },
  'figure.income-about': {
    zh: '人均收入每 {width} 元一档的户数。自然的分布在线（{line} 元）两侧相差不大；已脱贫户在线上突然堆高，像是凑收入（规则 EX06）。',
    en: 'Households by income per capita, in steps of {width} yuan. A natural distribution is much the same on both sides of the line ({line} yuan); exited households that pile up just above it look made up (rule EX06).',
  },
  'figure.income-line': { zh: '收入线 {line}', en: 'line {line}' },
  'figure.income-range': { zh: '人均收入（元）', en: 'Income per capita (yuan)' },
  'figure.exited-households': { zh: '已脱贫户', en: 'Exited households' },
  'figure.active-households': { zh: '在册贫困户', en: 'Active households' },
  'figure.households': { zh: '户数', en: 'Households' },

  // A village's indicators.
  'indicator.roster': { zh: '名册上的户', en: 'On the roster' },
  'indicator.active': { zh: '在册贫困户', en: 'Active' },
  'indicator.exited': { zh: '已脱贫户', en: 'Exited' },
  'indicator.households-persons': {
    zh: '{households} 户 {persons} 人',
    en: '{households} households, {persons} persons',
  },
  'indicator.households': { zh: '{households} 户', en: '{households} households' },
  'indicator.exits': { zh: '{year} 年脱贫', en: 'Exits in {year}' },
  'indicator.exits-of': {
    zh: '年初 {start} 户中 {exited} 户（{share}%）',
    en: '{exited} of {start} households ({share} %)',
  },
  'indicator.statistics': { zh: '统计监测', en: 'By the statistics' },
  'indicator.exceeds': { zh: '，与名册相差超出允许差距', en: ', too far from the roster' },
  'indicator.gap': { zh: '{guarantee}有缺口', en: 'Gap: {guarantee}' },
  'indicator.gap-of': {
    zh: '{households} 户[[，另有 {unknown} 户不明]]',
    en: '{households} households[[, {unknown} unknown]]',
  },
  'indicator.of-sheet': { zh: '村表：{title}', en: 'Village sheet: {title}' },

  'figure.trend': { zh: '历次未销号疑点', en: 'Open findings over the runs' },
  'figure.trend-about': {
    zh: '每个核查日未销号的疑点，按类别；由各次核查的记录（state.jsonl）算出，规则或数据不同的各次不能直接相比。',
    en: 'Findings open on each as-of day, by family, from the record of all runs (state.jsonl); runs on other data or other rules do not compare.',
  },
  'figure.day': { zh: '核查日', en: 'As of' },

  // Views that the script fills.
  'filter.label': { zh: '筛选', en: 'Filter' },
  'filter.all': { zh: '全部', en: 'All' },
  'filter.text': { zh: '搜索', en: 'Search' },
  'filter.text-hint': {
    zh: '姓名、户编号、说明、依据、疑点编号',
    en: 'name, household, message, evidence, id',
  },
  'filter.family': { zh: '类别', en: 'Family' },
  'filter.rule': { zh: '规则', en: 'Rule' },
  'filter.open': { zh: '未销号', en: 'Open' },
  'filter.reset': { zh: '清除条件', en: 'Clear' },
  'list.caption': {
    zh: '疑点清单：点一行（或按回车）展开依据、条款、核实要点和数据来源；点表头排序。',
    en: 'Findings: click a row (or press Enter) for evidence, clause, what to check and sources; click a header to sort.',
  },
  'list.scroll': { zh: '疑点清单（可左右滚动）', en: 'Findings (scrolls sideways)' },
  'pager.label': { zh: '翻页', en: 'Pages of the list' },
  'pager.size': { zh: '每页', en: 'Rows a page' },
  'pager.first': { zh: '首页', en: 'First' },
  'pager.previous': { zh: '上一页', en: 'Previous' },
  'pager.next': { zh: '下一页', en: 'Next' },
  'pager.last': { zh: '末页', en: 'Last' },
  'villages.choose': {
    zh: '选择一个村：指标、疑点和各户情况在一张表上，可以打印、张贴或入户时带上。姓名按本页的遮盖方式显示。',
    en: 'Choose a village: its indicators, findings and households on one sheet, to be printed or taken along. Names are masked as on the whole page.',
  },
  'villages.none': { zh: '名册没有写村名，没有村级表。', en: 'The roster names no villages.' },
  'villages.print': { zh: '打印本村', en: 'Print this village' },
} as const satisfies Record<string, Bilingual>;
