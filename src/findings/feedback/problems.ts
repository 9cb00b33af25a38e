import { type Bilingual, fill, type Lang } from '../../bilingual.js';

/** Why a row that came back could not be used. Numbers of rows are said, never what a cell holds. */
const catalogue = {
  'not-a-worklist': {
    zh: '没有核实清单的表头（疑点编号、核实结果……）：不是核实清单，或列名被改动',
    en: 'has no header of a worklist (finding, verdict …): it is none, or its titles were changed',
  },
  damaged: {
    zh: '这一行有没有配对的引号，无法读取：请另存为 .xlsx',
    en: 'has a stray quote and cannot be read: save the file as .xlsx',
  },
  'no-id-column': {
    zh: '表中没有“疑点编号”列（隐藏列被删除），不知道说的是哪条疑点：请从原表填写',
    en: 'the sheet lacks the hidden column of finding ids, so nobody knows what it is about: fill in the original',
  },
  'no-id': {
    zh: '填了内容，但这一行没有疑点编号，不知道说的是哪条疑点：请填在原来的行',
    en: 'is filled in and has no finding id, so nobody knows what it is about: fill in the original row',
  },
  'unknown-id': {
    zh: '疑点编号在这里的核查结果中没有：可能是别的县或已删除的核查结果的清单',
    en: 'its finding id is in no run kept here: the worklist may be another county’s, or of a run that was removed',
  },
  'mixed-up': {
    zh: '疑点编号与同一行的规则、户编号对不上：可能只对一部分列排过序，请从原表核对',
    en: 'its finding id does not go with rule and household of the row: perhaps only some columns were sorted',
  },
  'no-fingerprint': {
    zh: '隐藏的“依据指纹”列丢失，不知道核实的是哪一次的依据：请从原表填写',
    en: 'the hidden fingerprint is lost, so nobody knows which evidence was verified: fill in the original',
  },
  'no-verdict': {
    zh: '填了别的内容，但没有填核实结果',
    en: 'is filled in, but not its verdict',
  },
  'unknown-verdict': {
    zh: '核实结果不是列表中的词[[（是否“{nearest}”）]]',
    en: 'its verdict is not on the list[[ (perhaps {nearest}?)]]',
  },
  'unknown-reason': {
    zh: '原因不是列表中的词[[（是否“{nearest}”）]]：没有合适的选“其他”，写在情况说明中',
    en: 'its reason is not on the list[[ (perhaps {nearest}?)]]: take other and say it in the note',
  },
  'unknown-action': {
    zh: '处理意见不是列表中的词[[（是否“{nearest}”）]]：没有合适的选“其他”，写在情况说明中',
    en: 'its action is not on the list[[ (perhaps {nearest}?)]]: take other and say it in the note',
  },
  'no-reason': {
    zh: '核实结果为不属实，但没有选原因',
    en: 'is refuted without a reason',
  },
  'no-day': {
    zh: '没有填核实日期（确实不知道的，可用 --on 统一指定一天）',
    en: 'has no day of verification (where nobody knows, --on gives one for all)',
  },
  'bad-day': {
    zh: '核实日期看不懂或没有年份：请写成 2017-08-03',
    en: 'its day of verification cannot be read or has no year: write 2017-08-03',
  },
  'future-day': { zh: '核实日期晚于今天', en: 'its day of verification is still to come' },
  'bad-completed': {
    zh: '整改完成日期看不懂或没有年份：请写成 2017-08-03',
    en: 'its day of rectification cannot be read or has no year: write 2017-08-03',
  },
  'future-completed': {
    zh: '整改完成日期晚于今天：没有完成的请留空',
    en: 'its day of rectification is still to come: leave it empty until it is done',
  },
} as const satisfies Record<string, Bilingual>;

export type ProblemCode = keyof typeof catalogue;

/** A row, or a file, that could not be used. */
export interface FeedbackProblem {
  readonly file: string;
  /** `file.xlsx!sheet#row`; the file alone where it is about all of it. */
  readonly place: string;
  readonly code: ProblemCode;
  /** The word that was perhaps meant. */
  readonly nearest?: string;
}

/** Why, in words. */
export const problemText = ({ code, nearest }: FeedbackProblem, lang: Lang): string =>
  fill(catalogue[code][lang], { nearest });
