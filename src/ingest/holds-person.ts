/** An ID number of 18 digits with a date in it. */
const ID_NUMBER = '[1-8]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]';
const WHOLE = new RegExp(`^['"‘’“”]?${ID_NUMBER}['"‘’“”]?$`);
const WITHIN = new RegExp(`(?<!\\d)${ID_NUMBER}(?!\\d)`);

/** Whether a row holds somebody's ID number in a cell of its own: then it is a row of data, whatever stands beside it. */
export const holdsPerson = (row: readonly string[]): boolean =>
  row.some((cell) => WHOLE.test(cell.normalize('NFKC').trim()));

/** Whether an ID number stands somewhere in a row, as it does where the cells could not be told apart. */
export const mentionsPerson = (row: readonly string[]): boolean =>
  row.some((cell) => WITHIN.test(cell.normalize('NFKC')));
