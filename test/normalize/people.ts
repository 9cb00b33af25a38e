import fc from 'fast-check';

/** The check digit of 17 digits by ISO 7064 MOD 11-2, which GB 11643 is: the pure doubling form, not the weights. */
export function checkDigit(digits17: string): string {
  let product = 0;
  for (const digit of digits17) product = ((product + Number(digit)) * 2) % 11;
  const check = (12 - product) % 11;
  return check === 10 ? 'X' : String(check);
}

export const withCheckDigit = (digits17: string): string => digits17 + checkDigit(digits17);

/** Every day from 1900 to 2016, as YYYYMMDD. */
export const birth = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2016-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));

/** Regions that GB/T 2260 never gave out, in provinces of every block. */
const region = fc.constantFrom(
  '629901',
  '119902',
  '469903',
  '549904',
  '659905',
  '719906',
  '819907',
  '339908',
);
const sequence = fc.integer({ min: 0, max: 999 }).map((number) => String(number).padStart(3, '0'));

/** A valid ID of 18 digits. */
export const validId = fc
  .tuple(region, birth, sequence)
  .map(([area, day, order]) => withCheckDigit(area + day + order));

/** A valid ID of 15 digits: somebody born 1900–1999. */
export const oldId = fc
  .tuple(
    region,
    birth.filter((day) => day.startsWith('19')),
    sequence,
  )
  .map(([area, day, order]) => area + day.slice(2) + order);

/** Marks that hide in cells and mean nothing in an ID. */
export const noise = fc.constantFrom(
  ...[
    ' ',
    '\t',
    '\u00a0',
    '\u3000',
    '\u2003',
    '\u202f',
    '\u200b',
    '\u200e',
    '\u202a',
    '\ufeff',
    '\u2060',
    "'",
    '’',
    '"',
    '“',
    '\n',
  ],
);

const widened = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** The same text as hands and programs leave it: noise anywhere, full width, small x, the CSV wrapper. */
export const disguised = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat({ max: text.length }), noise), { maxLength: 4 }),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([marks, wide, small, wrapped]) => {
      let made = small ? text.toLowerCase() : text;
      if (wide) made = widened(made);
      for (const [at, mark] of marks) made = made.slice(0, at) + mark + made.slice(at);
      return wrapped ? `="${made}"` : made;
    });

/** Draws that are the same on every machine. */
export const draw = <T>(arbitrary: fc.Arbitrary<T>, count: number, seed = 20_170_731): T[] =>
  fc.sample(arbitrary, { numRuns: count, seed });
