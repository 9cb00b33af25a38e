import type { ExampleFile } from './example-file.js';

/** A county code that was never assigned, so that no number here is a real person's. */
const COUNTY = '629999';
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of the first 17 digits (GB 11643-1999, MOD 11-2). */
function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return '10X98765432'.charAt(sum % 11);
}

/**
 * Puts the people's numbers in place of `$name` in a cell: `$甲` has 18 digits, `$甲:15` is the old form, `$甲:20:43` a disability
 * certificate of category 4 and level 3, `$甲:bad` has a wrong check digit, `$甲:lost` ends in 000.
 * @throws Error for a name that is not among the people.
 */
export function withNumbers(cell: string, people: ExampleFile['people']): string {
  return cell.replace(/\$(\p{Script=Han}+)(?::(15|bad|lost|20:\d\d))?/gu, (_, name: string, form = '') => {
    const index = Object.keys(people).indexOf(name);
    const person = people[name];
    if (!person) throw new Error(`nobody is called ${name}`);
    const serial = String(
      index * 2 + 101 + ((index * 2 + 101) % 2 === (person.sex === '男' ? 1 : 0) ? 0 : 1),
    );
    const digits = COUNTY + person.born.replaceAll('-', '') + serial;
    const number = digits + checkCharacter(digits);
    if (form === '15') return COUNTY + person.born.replaceAll('-', '').slice(2) + serial;
    if (form === 'bad') return digits + (number.endsWith('5') ? '6' : '5');
    if (form === 'lost') return `${number.slice(0, 15)}000`;
    return form === '' ? number : number + String(form).slice(3);
  });
}
