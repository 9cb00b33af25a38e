/*
 * The people of samples/dirty: all invented. Their ID numbers begin with 6299, which no prefecture has ever had (see
 * src/synth/id-number.ts), so that nobody has such a number.
 */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Seventeen digits with the check digit of GB 11643 behind them. */
export const withCheckDigit = (body) =>
  body + '10X98765432'[[...body].reduce((sum, digit, at) => sum + Number(digit) * WEIGHTS[at], 0) % 11];

const person = ([name, body]) => ({ name, id: withCheckDigit(body) });

/** Twenty people of made-up names. */
export const people = [
  ['马得山', '62990119650312001'],
  ['王秀兰', '62990119680725002'],
  ['李有福', '62990219720118003'],
  ['张玉梅', '62990219750930004'],
  ['陈志强', '62990319800214005'],
  ['杨桂花', '62990319831105006'],
  ['赵永平', '62990419580623007'],
  ['周春燕', '62990419900401008'],
  ['吴建国', '62990519490901009'],
  ['郑小红', '62990519950708010'],
  ['冯德才', '62990619610417011'],
  ['何雪莲', '62990619781222012'],
  ['阿依古丽·买买提', '62990719870319013'],
  ['孙家宝', '62990720051026014'],
  ['朱彩霞', '62990819700508015'],
  ['胡广田', '62990819660811016'],
  ['林凤英', '62990919730129017'],
  ['高满仓', '62990919550606018'],
  ['罗冬梅', '62991019841213019'],
  ['梁守信', '62991019770730020'],
].map(person);

/** Somebody whose ID number ends in X. */
export const withX = person(['田秀芳', '62991119710316028']);

/** The fifteen digits of a first-generation card. */
export const fifteenDigits = (id) => id.slice(0, 6) + id.slice(8, 17);

/** Lines of delimited text, each ended. */
export const lines = (rows, { delimiter = ',', lineEnd = '\r\n' } = {}) =>
  rows.map((cells) => (typeof cells === 'string' ? cells : cells.join(delimiter)) + lineEnd).join('');
