import type { Bilingual } from '../bilingual.js';
import { checkYaml, type Place, readYaml } from '../checked-yaml.js';
import { ruleTables } from '../datasets/catalogue.js';
import { HechaError } from '../errors.js';
import { unitCodes } from '../facts/unit-codes.js';
import { didYouMean } from '../nearest.js';
import type { Pack } from '../policy/pack.js';
import { valueFault } from '../policy/parameter-value.js';
import {
  type Example,
  type ExampleFile,
  type ExampleRow,
  type ExampleRows,
  exampleFile,
} from './example-file.js';
import type { Rule } from './load.js';

/** More rows of one dataset in one example than the runner keeps apart. */
const MOST_ROWS = 900;

/** What the parts of a file are checked with. */
interface Checked {
  readonly rule: Rule;
  readonly pack: Pack;
  readonly people: readonly string[];
  readonly fail: (place: Place, problem: Bilingual) => never;
}

/**
 * Reads the examples beside a county's rule: all that they name (datasets, columns, people, parameters, exemptions) must be there.
 * @param given the name of the file for messages, its text, the rule and the pack that it is tested with
 * @throws HechaError HC4004 naming the line of the first fault
 */
export function readExamples(given: {
  readonly file: string;
  readonly text: string;
  readonly rule: Rule;
  readonly pack: Pack;
}): ExampleFile {
  const { rule, pack } = given;
  const refuse = (line: number, problem: Bilingual): never => {
    throw new HechaError('HC4004', { file: given.file, line, problem });
  };
  const yaml = readYaml(given.text, refuse);
  const file = checkYaml(yaml, exampleFile, refuse);
  const checked: Checked = {
    rule,
    pack,
    people: Object.keys(file.people),
    fail: (place, problem) => refuse(yaml.lineOf(place), problem),
  };
  if (file.rule !== rule.header.id) {
    checked.fail(['rule'], {
      zh: `rule：应为 ${rule.header.id}，与规则文件一致`,
      en: `rule: must be ${rule.header.id}, as in the rule’s file`,
    });
  }
  checkDay(checked, file.as_of, ['as_of']);
  for (const [name, { born }] of Object.entries(file.people)) {
    if (!/^\p{Script=Han}+$/u.test(name)) {
      checked.fail(['people', name], {
        zh: 'people：人名须为汉字，如 甲',
        en: 'people: a name is in Chinese characters, such as 甲',
      });
    }
    checkDay(checked, born, ['people', name, 'born']);
  }
  checkRows(checked, file.base, ['base']);
  const names = new Set<string>();
  for (const [at, example] of file.examples.entries()) {
    if (names.has(example.name)) {
      checked.fail(['examples', at, 'name'], {
        zh: 'name：另一个示例也叫这个名称',
        en: 'name: another example has this name',
      });
    }
    names.add(example.name);
    checkExample(checked, example, ['examples', at]);
  }
  return file;
}

function checkExample(checked: Checked, example: Example, place: Place): void {
  const { rule, fail } = checked;
  if (example.as_of !== undefined) checkDay(checked, example.as_of, [...place, 'as_of']);
  checkRows(checked, example.rows ?? {}, [...place, 'rows']);
  checkRows(checked, example.add ?? {}, [...place, 'add']);
  for (const [at, dataset] of (example.without ?? []).entries()) {
    fieldsOf(checked, dataset, [...place, 'without', at]);
  }
  for (const [at, flag] of (example.flags ?? []).entries())
    checkPeople(checked, flag, [...place, 'flags', at]);
  if (example.not_run && (example.flags ?? example.exempt)) {
    fail(place, {
      zh: '不运行（not_run）的示例不能有 flags、exempt',
      en: 'an example that is not run has no flags and no exempt',
    });
  }
  const exemptions = rule.header.exemptions.map(({ id }) => id);
  for (const [at, id] of (example.exempt ?? []).entries()) {
    if (exemptions.includes(id)) continue;
    const near = didYouMean(id, exemptions);
    fail([...place, 'exempt', at], {
      zh: `exempt：规则没有豁免 ${id}${near.zh}`,
      en: `exempt: the rule has no exemption ${id}${near.en}`,
    });
  }
  for (const [name, value] of Object.entries(example.set ?? {})) {
    checkSet(checked, name, value, [...place, 'set', name]);
  }
}

/** A value that an example sets must be one that the policy could have. */
function checkSet(checked: Checked, name: string, value: unknown, place: Place): void {
  const { pack } = checked;
  const parameter = pack.parameters[name];
  if (!parameter) {
    const near = didYouMean(name, Object.keys(pack.parameters));
    checked.fail(place, {
      zh: `set：没有参数 ${name}${near.zh}`,
      en: `set: there is no parameter ${name}${near.en}`,
    });
  }
  const { unit } = parameter;
  const kind = parameter.kind === 'by-year' && typeof value === 'number' ? 'number' : parameter.kind;
  const fault = valueFault({ kind, unit }, value, unitCodes);
  if (fault) {
    checked.fail([...place, ...fault.place], {
      zh: `set ${name}：${fault.problem.zh}`,
      en: `set ${name}: ${fault.problem.en}`,
    });
  }
}

function checkDay({ fail }: Checked, day: string, place: Place): void {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (!Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day) return;
  fail(place, {
    zh: `${place.at(-1)}：应为日期，如 2017-07-31`,
    en: `${place.at(-1)}: must be a date such as 2017-07-31`,
  });
}

function checkRows(checked: Checked, given: ExampleRows, place: Place): void {
  for (const [dataset, own] of Object.entries(given)) {
    const fields = fieldsOf(checked, dataset, [...place, dataset]);
    const [rows, columns, below] = Array.isArray(own) ? [own, [], []] : [own.rows, own.columns, ['rows']];
    for (const [at, column] of columns.entries()) {
      checkColumn(checked, { dataset, fields, column }, [...place, dataset, 'columns', at]);
    }
    if (rows.length > MOST_ROWS) {
      checked.fail([...place, dataset], {
        zh: `一个示例最多 ${MOST_ROWS} 行`,
        en: `an example has ${MOST_ROWS} rows at most`,
      });
    }
    for (const [at, row] of rows.entries()) {
      const rowPlace = [...place, dataset, ...below, at];
      for (const column of Object.keys(row)) {
        checkColumn(checked, { dataset, fields, column }, [...rowPlace, column]);
      }
      checkPeople(checked, row, rowPlace);
    }
  }
}

function fieldsOf({ fail }: Checked, id: string, place: Place): readonly string[] {
  const dataset = ruleTables.find((each) => each.id === id);
  if (dataset) return Object.keys(dataset.fields);
  const known = ruleTables.map((each) => each.id);
  const near = didYouMean(id, known);
  return fail(place, { zh: `没有数据集 ${id}${near.zh}`, en: `there is no dataset ${id}${near.en}` });
}

function checkColumn(
  { fail }: Checked,
  { dataset, fields, column }: { dataset: string; fields: readonly string[]; column: string },
  place: Place,
): void {
  if (fields.includes(column)) return;
  const near = didYouMean(column, fields);
  fail(place, {
    zh: `${dataset} 没有列 ${column}${near.zh}`,
    en: `${dataset} has no column ${column}${near.en}`,
  });
}

/** Every `$name` in a cell is one of the people. */
function checkPeople({ people, fail }: Checked, row: ExampleRow, place: Place): void {
  for (const [column, cell] of Object.entries(row)) {
    if (typeof cell !== 'string') continue;
    for (const [, name = ''] of cell.matchAll(/\$(\p{Script=Han}+)/gu)) {
      if (people.includes(name)) continue;
      fail([...place, column], {
        zh: `people 里没有 ${name}`,
        en: `there is nobody called ${name} among the people`,
      });
    }
  }
}
