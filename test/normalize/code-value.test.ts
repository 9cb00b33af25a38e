import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasets } from '../../src/datasets/catalogue.js';
import type { Field } from '../../src/datasets/dataset.js';
import type { Engine, SqlValue } from '../../src/engine/engine.js';
import { emptyEngine, number, readValues } from './normalize-rows.js';
import { draw } from './people.js';

let engine: Engine;
beforeAll(async () => {
  engine = await emptyEngine();
});
afterAll(() => engine.close());

type Read = [value: SqlValue, reason: SqlValue];

async function read(
  dataset: string,
  field: string,
  cells: (string | undefined)[],
  typed = false,
): Promise<Read[]> {
  const rows = await readValues(engine, { dataset, field, cells, typed });
  return rows.map(({ value, reason }) => [value, reason]);
}

const values = async (dataset: string, field: string, cells: (string | undefined)[]): Promise<SqlValue[]> =>
  (await read(dataset, field, cells)).map(([value]) => value);

const coded = datasets.flatMap((dataset) =>
  Object.entries(dataset.fields)
    .filter(([, { codes }]) => codes !== undefined)
    .map(([name, field]) => ({
      dataset: dataset.id,
      name,
      field,
      key: dataset.keys.some((key) => key.includes(name)),
    })),
);

/** Half width, no spaces, capitals, by Unicode's own folding. */
const seen = (spelling: string): string => spelling.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
const widened = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

const variants = (field: Field): [string, string][] =>
  Object.entries(field.codes ?? {}).flatMap(([code, value]) =>
    value.variants.map((variant): [string, string] => [variant, code]),
  );

describe('code lists', () => {
  it.each(coded)('$dataset.$name has no spelling under two codes', ({ field }) => {
    const codesOf = new Map<string, Set<string>>();
    for (const [variant, code] of variants(field)) {
      codesOf.set(seen(variant), (codesOf.get(seen(variant)) ?? new Set()).add(code));
    }
    expect([...codesOf].filter(([, codes]) => codes.size > 1)).toEqual([]);
  });

  it.each(coded)(
    '$dataset.$name knows every spelling, however wide or spaced',
    async ({ dataset, name, field }) => {
      const known = variants(field);
      const cells = known.flatMap(([variant]) => [
        variant,
        widened(variant),
        `　${variant} `,
        [...variant].join(' '),
      ]);
      expect(await values(dataset, name, cells)).toEqual(
        known.flatMap(([, code]) => [code, code, code, code]),
      );
    },
  );
});

describe('a code', () => {
  it('that the list does not know is kept as written', async () => {
    expect(await values('person', 'relation', [' 之表兄（远房） ', '自己', '户主的', 'Ａ'])).toEqual([
      '之表兄（远房）',
      '自己',
      '户主的',
      'Ａ',
    ]);
  });

  it('of an empty cell is the default of the field, or nothing', async () => {
    expect(await values('dibao', 'status', [undefined, '', '—', '/', '停保', '不明'])).toEqual([
      'active',
      'active',
      'active',
      'active',
      'stopped',
      '不明',
    ]);
    expect(await values('person', 'relation', [undefined, ' ', '-'])).toEqual([null, null, null]);
  });

  it('may be spelt 无', async () => {
    expect(await values('person', 'labour', ['无', ' 无'])).toEqual(['none', 'none']);
  });

  it('of an error cell is an error, and no default', async () => {
    expect(await read('dibao', 'status', ['\u0002#N/A', '#REF!'], true)).toEqual([
      [null, 'error-cell'],
      [null, 'error-cell'],
    ]);
  });

  it('of a number cell is looked up by its digits', async () => {
    expect(await read('person', 'exit_status', [number('0'), number('1.0'), number('3'), '2'], true)).toEqual(
      [
        ['poor', null],
        ['exited', null],
        ['returned', null],
        ['pre-exit', null],
      ],
    );
  });
});

describe('a list', () => {
  it('is joined in the order of the list, each code once, whatever the order and the separators', async () => {
    const spellings: Record<string, string[]> = {
      chronic: ['长期慢性病', '慢性病'],
      serious: ['患有大病', '大病'],
      disabled: ['残疾'],
    };
    const item = fc
      .constantFrom(...Object.keys(spellings))
      .chain((code) => fc.constantFrom(...(spellings[code] ?? [])).map((text) => ({ code, text })));
    const made = draw(
      fc
        .array(
          fc.tuple(item, fc.constantFrom('、', '，', ',', '；', ';', '/', '|', ' ', '、 ', '／', '　')),
          { minLength: 1, maxLength: 4 },
        )
        .map((items) => ({
          cell: items
            .map(([{ text }, separator], at) => (at + 1 < items.length ? text + separator : text))
            .join(''),
          value: Object.keys(spellings)
            .filter((code) => items.some(([known]) => known.code === code))
            .join(','),
        })),
      1200,
    );
    expect(
      await values(
        'person',
        'health',
        made.map(({ cell }) => cell),
      ),
    ).toEqual(made.map(({ value }) => value));
  });

  it('keeps what it does not know, last and as written, in the order of the cell', async () => {
    expect(
      await values('person', 'health', [
        '头痛、残疾,长期慢性病',
        '头痛',
        '感冒、头痛、感冒',
        '残疾（肢体）',
        '、',
        undefined,
        '—',
      ]),
    ).toEqual(['chronic,disabled,头痛', '头痛', '感冒,头痛', 'disabled,肢体', null, null, null]);
  });

  it('of posts is parted at 兼 and brackets', async () => {
    expect(
      await values('cadre', 'post', [
        '党支部书记兼村委会主任',
        '主任、支书',
        '文书',
        '村主任(兼文书)',
        '书记兼护林员',
        '副书记 委员',
      ]),
    ).toEqual([
      'secretary,director',
      'secretary,director',
      'clerk',
      'director,clerk',
      'secretary,护林员',
      'deputy-secretary,committee-member',
    ]);
  });

  it('of vehicle states may be letters without separators', async () => {
    expect(
      await values('vehicle', 'status', [
        'A',
        'GQ',
        'QG',
        'gq',
        'ＧＱ',
        'G,Q',
        'G Q',
        '正常',
        '违法未处理,逾期未检验',
        'BZ',
        '注销',
        'QE',
        '锁定 Q',
      ]),
    ).toEqual(['A', 'G,Q', 'G,Q', 'G,Q', 'G,Q', 'G,Q', 'G,Q', 'A', 'G,Q', 'B,Z', 'E', 'E,Q', 'O,Q']);
  });

  it('of an error cell is an error', async () => {
    expect(await read('vehicle', 'status', ['#N/A', '\u0002#REF!'], true)).toEqual([
      [null, 'error-cell'],
      [null, 'error-cell'],
    ]);
  });
});

describe('yes and no', () => {
  const yes = [
    '是',
    '有',
    'Y',
    'yes',
    'TRUE',
    'T',
    '1',
    '１',
    '√',
    '✓',
    '已',
    '达标',
    '合格',
    '已治愈',
    '治愈',
    '已解决',
    '安全',
    '已参保',
    '参加',
    '享受',
    ' 是 ',
    '是　',
  ];
  const no = [
    '否',
    '无',
    'n',
    'No',
    'false',
    'F',
    '0',
    '×',
    '✗',
    '未',
    '不达标',
    '未达标',
    '不合格',
    '未治愈',
    '未解决',
    '不安全',
    '未参保',
    '未参加',
    '未享受',
    '没有',
  ];

  it('come in many words', async () => {
    expect(await read('medical', 'serious', [...yes, ...no])).toEqual([
      ...yes.map(() => [true, null]),
      ...no.map(() => [false, null]),
    ]);
  });

  it('come from number cells', async () => {
    expect(
      await read('medical', 'serious', [number('1'), number('0'), number('1.0'), number('2')], true),
    ).toEqual([
      [true, null],
      [false, null],
      [true, null],
      [null, 'unreadable'],
    ]);
  });

  it('are not guessed', async () => {
    const cells = ['对', '不清楚', '半', '2', '是否', 'ok', '#N/A', 'X'];
    expect(await read('medical', 'serious', cells)).toEqual(
      cells.map((cell) => [null, cell.startsWith('#') ? 'error-cell' : 'unreadable']),
    );
  });

  it('are empty, or the default, where nothing stands', async () => {
    expect(await values('medical', 'serious', [undefined, '', '—', '/'])).toEqual([null, null, null, null]);
    expect(await values('dwelling', 'main', [undefined, '', '—', '否', '不清楚'])).toEqual([
      true,
      true,
      true,
      false,
      null,
    ]);
  });
});
