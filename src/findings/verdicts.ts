import type { Bilingual } from '../bilingual.js';
import { nearest } from '../nearest.js';

/** The words in which people answer a finding, in one place: worklists offer them, feedback and the ledger read and write them. */

/** One word of a list: what is written (`zh` always in the ledger), what it means, and other spellings that are taken for it. */
interface Word {
  readonly word: Bilingual;
  readonly about: Bilingual;
  readonly variants?: readonly string[];
}

/** 核实结果 */
export const verdictWords = {
  confirmed: {
    word: { zh: '属实', en: 'confirmed' },
    about: { zh: '疑点说的情况存在', en: 'what the finding says is so' },
    variants: ['情况属实', '经核实属实', '核实属实'],
  },
  refuted: {
    word: { zh: '不属实', en: 'refuted' },
    about: {
      zh: '疑点说的情况不存在，必须选原因；依据不变则不再提示',
      en: 'it is not so, a reason must be given; silent until its evidence changes',
    },
    variants: ['情况不属实', '经核实不属实', '核实不属实', '不实'],
  },
  partial: {
    word: { zh: '部分属实', en: 'partly confirmed' },
    about: { zh: '一部分存在，在情况说明中写明哪些', en: 'in part: say which in the note' },
    variants: ['部份属实'],
  },
  unverifiable: {
    word: { zh: '无法核实', en: 'cannot be verified' },
    about: {
      zh: '查过，但人不在、资料不全等，仍查不清',
      en: 'looked into, but people or papers are not to be had',
    },
    variants: ['无法核查', '不能核实'],
  },
} as const satisfies Record<string, Word>;

/** 原因: why a finding was a false alarm. */
export const reasonWords = {
  'same-name': {
    word: { zh: '同名或证件错录', en: 'same name or wrong ID entered' },
    about: { zh: '记录是别人的，或证件号码录错', en: 'the record is somebody else’s, or an ID was mistyped' },
    variants: ['同名', '证件错录', '身份证错录'],
  },
  'borrowed-id': {
    word: { zh: '证件被借用', en: 'ID was borrowed' },
    about: { zh: '别人用其证件登记，本人没有', en: 'somebody else registered with this person’s ID' },
    variants: ['身份证被借用', '证件借用'],
  },
  sold: {
    word: { zh: '已卖未过户', en: 'sold, not transferred' },
    about: { zh: '车、房已卖，没有办过户', en: 'vehicle or house sold, registration not changed' },
  },
  scrapped: {
    word: { zh: '报废未注销', en: 'scrapped, not deregistered' },
    about: { zh: '车已报废，没有办注销', en: 'vehicle is scrap, still registered' },
  },
  affiliated: {
    word: { zh: '挂靠', en: 'registered for another' },
    about: {
      zh: '车、企业、合作社只是挂名，不是本人的',
      en: 'vehicle, company or cooperative only bears the name',
    },
    variants: ['挂名', '挂靠公司', '合作社挂名'],
  },
  premarital: {
    word: { zh: '婚前财产', en: 'owned before marriage' },
    about: { zh: '新嫁入（入赘）成员婚前就有', en: 'a member who married in owned it before' },
  },
  livelihood: {
    word: { zh: '唯一谋生工具', en: 'only means of living' },
    about: { zh: '全家靠它谋生，价值不大', en: 'the household lives by it, and it is worth little' },
  },
  resettlement: {
    word: { zh: '安置房', en: 'resettlement house' },
    about: { zh: '易地搬迁、拆迁安置或公租房', en: 'given by relocation, demolition or public renting' },
    variants: ['搬迁安置房', '公租房'],
  },
  shared: {
    word: { zh: '共有或继承未分', en: 'shared or inheritance undivided' },
    about: { zh: '与人共有，或遗产还没有分', en: 'owned with others, or an estate not divided' },
    variants: ['共有', '继承未分', '产权共有'],
  },
  'left-job': {
    word: { zh: '已离职断保', en: 'left the job, insurance ended' },
    about: { zh: '已不在单位，参保、发薪记录是旧的', en: 'no longer employed; payroll or insurance is old' },
    variants: ['已离职', '已断保', '断保'],
  },
  'welfare-post': {
    word: { zh: '公益岗', en: 'public-welfare post' },
    about: { zh: '公益性岗位，不算财政供养或稳定就业', en: 'a public-welfare post counts neither way' },
    variants: ['公益性岗位', '公益岗位'],
  },
  'business-closed': {
    word: { zh: '企业已停业', en: 'business closed' },
    about: { zh: '企业、个体户已停业，没有注销', en: 'no longer trading, not deregistered' },
    variants: ['已停业', '企业已注销'],
  },
  'schooled-elsewhere': {
    word: { zh: '外省就读', en: 'in school in another province' },
    about: { zh: '学籍在外省，没有辍学', en: 'enrolled elsewhere, not dropped out' },
    variants: ['外地就读', '学籍在外省'],
  },
  'unfit-for-school': {
    word: { zh: '因病残智不能就学', en: 'unfit for school' },
    about: {
      zh: '因病、因残、因智不能上学，不算辍学',
      en: 'illness or disability keeps the child from school, which is no dropping out',
    },
    variants: ['因病残不能就学', '因病因残因智不能就学'],
  },
  renovated: {
    word: { zh: '已改造', en: 'already renovated' },
    about: { zh: '住房、饮水已改造，鉴定是以前的', en: 'house or water mended since the survey' },
    variants: ['已改造完成'],
  },
  'left-household': {
    word: { zh: '已分户或迁出', en: 'left the household' },
    about: { zh: '有关的人已分户、迁出或死亡', en: 'the person has moved out, split off or died' },
    variants: ['已分户', '已迁出', '已死亡未销户'],
  },
  timing: {
    word: { zh: '数据时点差', en: 'extracts of different days' },
    about: { zh: '各部门数据截止日期不同造成', en: 'only because the extracts are of different days' },
    variants: ['时点差', '数据时点不一致'],
  },
  other: {
    word: { zh: '其他', en: 'other' },
    about: { zh: '以上都不是，在情况说明中写明', en: 'none of these: say what in the note' },
    variants: ['其它'],
  },
} as const satisfies Record<string, Word>;

/** 处理意见: what is to be done. */
export const actionWords = {
  keep: {
    word: { zh: '保留', en: 'keep' },
    about: { zh: '维持现在的身份', en: 'leave as registered' },
    variants: ['维持'],
  },
  remove: {
    word: { zh: '清退', en: 'remove' },
    about: { zh: '不符合条件，退出名册', en: 'take off the roster' },
    variants: ['剔除'],
  },
  recategorise: {
    word: { zh: '调整属性', en: 'change the category' },
    about: { zh: '户属性、类别改正', en: 'correct the category of the household' },
    variants: ['调整类别'],
  },
  admit: {
    word: { zh: '纳入', en: 'admit' },
    about: { zh: '符合条件，纳入名册', en: 'put on the roster' },
    variants: ['新纳入', '重新纳入'],
  },
  return: {
    word: { zh: '返贫', en: 'return to poverty' },
    about: { zh: '退回未脱贫状态', en: 'set back to not exited' },
    variants: ['标注返贫'],
  },
  refer: {
    word: { zh: '转部门', en: 'refer to a department' },
    about: { zh: '由行业部门单项解决', en: 'to be solved by a line department' },
    variants: ['转行业部门'],
  },
  correct: {
    word: { zh: '更正数据', en: 'correct the data' },
    about: { zh: '身份不变，改正系统里的信息', en: 'correct what the system says' },
    variants: ['更正信息', '修改数据'],
  },
  'other-action': {
    word: { zh: '其他', en: 'other' },
    about: { zh: '在情况说明中写明', en: 'say what in the note' },
    variants: ['其它'],
  },
} as const satisfies Record<string, Word>;

export type VerdictWord = keyof typeof verdictWords;
export type ReasonWord = keyof typeof reasonWords;
export type ActionWord = keyof typeof actionWords;

/** One answer to one finding, as the ledger keeps it. Texts are '' where nothing was said; days are YYYY-MM-DD. */
export interface Verdict {
  readonly finding_id: string;
  readonly verdict: VerdictWord;
  readonly reason: ReasonWord | '';
  readonly action: ActionWord | '';
  readonly note: string;
  readonly completed_on: string;
  readonly by: string;
  readonly on: string;
  readonly attachment: string;
  /** Of the evidence that the person saw, and the run that showed it. */
  readonly fingerprint: string;
  readonly run_id: string;
  /** `file.xlsx!sheet#row` */
  readonly source: string;
}

/** What a cell that should hold one of the words holds: the word's code, or the word that was perhaps meant. */
type Understood<Code extends string> = { readonly code: Code } | { readonly nearest: string | undefined };

/** 核实结果 as somebody wrote it, in either language: spaces, full-width letters, letter case and closing dots do not matter. */
export const readVerdict = (text: string): Understood<VerdictWord> => understand(verdictWords, text);
export const readReason = (text: string): Understood<ReasonWord> => understand(reasonWords, text);
export const readAction = (text: string): Understood<ActionWord> => understand(actionWords, text);

function understand<Code extends string>(
  words: Readonly<Record<Code, Word>>,
  text: string,
): Understood<Code> {
  const wanted = comparable(text);
  const codes = Object.keys(words) as Code[];
  for (const code of codes) {
    const { word, variants = [] } = words[code];
    if ([code, word.zh, word.en, ...variants].some((spelling) => comparable(spelling) === wanted))
      return { code };
  }
  return {
    nearest: nearest(
      text.trim(),
      codes.map((code) => words[code].word.zh),
    ),
  };
}

const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff"'“”‘’]/gu, '')
    .replace(/[。.,，;；!！]+$/u, '')
    .toLowerCase();
