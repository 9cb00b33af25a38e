import type { Bilingual } from '../../bilingual.js';

/** Texts of the worklists that are filled in on site. */
export const worklistTexts = {
  'worklist.file': { zh: '{area}-核实清单-{day}', en: '{area}-worklist-{day}' },
  'worklist.title': { zh: '{county}{area}疑点核实清单', en: '{county} {area}: findings to verify' },
  'worklist.heading': { zh: '{county}{area}疑点核实清单（{family}）', en: '{county} {area}: {family}' },
  'worklist.no-township': { zh: '全县及未填乡镇', en: 'whole county or no township' },
  'worklist.no-village': { zh: '全乡镇及未填村', en: 'whole township or no village' },
  'worklist.band-shown': {
    zh: '{family}：共 {count} 条。以下各列已锁定，请勿改动',
    en: '{family}: {count} findings. These columns are locked, leave them as they are',
  },
  'worklist.band-answer': { zh: '以下黄色单元格由核实人填写', en: 'Fill in the yellow cells' },
  'worklist.status-verified': { zh: '{status}（已核实：{verdict}）', en: '{status} (verified: {verdict})' },
  'worklist.options': { zh: '选项', en: 'Choices' },
  'worklist.pick': { zh: '请从下拉列表中选择。', en: 'Choose from the list.' },
  'worklist.pick-title': { zh: '不是列表中的词', en: 'Not on the list' },
  'worklist.pick-reason': {
    zh: '不属实时必须选择；没有合适的选“其他”，在情况说明中写明。',
    en: 'A must where the verdict is refuted; where none fits, take other and say what in the note.',
  },
  'worklist.day': { zh: '请填写日期，如 2017-08-03。', en: 'Enter a day, such as 2017-08-03.' },
  'worklist.day-title': { zh: '不是日期', en: 'Not a day' },

  // The cover.
  'worklist.suspected': {
    zh: '本清单所列均为疑似问题，只作为核实线索。请入户或查证后如实填写，不能凭本清单直接清退、纳入或处理。内含证件号码等个人信息，只限核实使用，不得转发、张贴。',
    en: 'Everything listed here is suspected only: verify on site and fill in what is so; it is never by itself a ground for removing, adding or blaming anybody. It holds ID numbers: for verification only, not to be passed on or posted.',
  },
  'worklist.area': { zh: '核实单位', en: 'For' },
  'worklist.count': { zh: '疑点数', en: 'Findings' },
  'worklist.counts': {
    zh: '共{total}条：高{high}条、中{medium}条、低{low}条',
    en: '{total} in all: {high} high, {medium} medium, {low} low',
  },
  'worklist.by-status': { zh: '按状态', en: 'By status' },
  'worklist.of-status': { zh: '{status}{count}条', en: '{status} {count}' },
  'worklist.households': { zh: '涉及范围', en: 'Places' },
  'worklist.household-counts': {
    zh: '{villages}个村、{households}户',
    en: '{villages} villages, {households} households',
  },
  'worklist.families': { zh: '各表条数', en: 'Sheets' },
  'worklist.family': { zh: '工作表', en: 'Sheet' },
  'worklist.about': { zh: '内容', en: 'What it lists' },
  'worklist.how': { zh: '怎么填', en: 'How to fill it in' },
  'worklist.how-1': {
    zh: '1. 每类疑点一张表，每条疑点一行，按村、户排列，同一户的疑点排在一起，一次入户一并核实；按“核实要点”逐项查证。',
    en: '1. One sheet a family, one row a finding, by village and household, so that one visit answers all of a household’s; go by What to verify.',
  },
  'worklist.how-2': {
    zh: '2. 只填黄色单元格。核实结果、原因、处理意见从下拉列表中选；核实结果和核实日期必须填，核实结果为“不属实”的必须选原因。',
    en: '2. Fill in the yellow cells only. Verdict, reason and action come from lists; verdict and date are a must, and a reason where the verdict is refuted.',
  },
  'worklist.how-3': {
    zh: '3. 日期写全年月日，如 2017-08-03；几个人核实的，姓名用顿号分开；佐证材料写材料名称或文件名，不必附在表里。',
    en: '3. Write days in full, such as 2017-08-03; several names with commas between; name the papers, no need to attach them.',
  },
  'worklist.how-4': {
    zh: '4. 可以筛选、调列宽和行高、分几次填、分给几个人填；没有核实的行留空，以后再报。需要排序、增减列时，在“审阅”中撤销工作表保护（没有密码），排序要选中整张表，隐藏的列不要删除。',
    en: '4. Filter, widen columns, fill in by parts or by several people; leave what was not verified empty and send it later. To sort or add columns, take off the protection (Review, no password), sort the whole table, and do not delete the hidden columns.',
  },
  'worklist.how-5': {
    zh: '5. 填好后直接保存，文件名可以改，发回县里汇总。不要另抄一份表，不要只发截图或照片。',
    en: '5. Save it, under whatever name, and send it back. Do not copy it into another table, nor send pictures.',
  },
  'worklist.word': { zh: '可选的词', en: 'Word' },
  'worklist.meaning': { zh: '意思', en: 'Meaning' },
  'worklist.verdicts': { zh: '核实结果', en: 'Verdicts' },
  'worklist.reasons': { zh: '原因（不属实的）', en: 'Reasons for a refuted one' },
  'worklist.actions': { zh: '处理意见', en: 'Actions' },
  'worklist.signed': {
    zh: '核实单位（盖章）：                    负责人（签字）：                    日期：        年    月    日',
    en: 'For (stamp):                    Signed:                    Date:',
  },
} as const satisfies Record<string, Bilingual>;
