/** An ID number of 18 digits with a date in it, as a cell of its own. */
const ID_NUMBER =
  /^['"‘’“”]?[1-8]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]['"‘’“”]?$/;

/** Whether a row holds somebody's ID number: then it is a row of data, whatever stands beside it. */
export const holdsPerson = (row: readonly string[]): boolean =>
  row.some((cell) => ID_NUMBER.test(cell.normalize('NFKC').trim()));
