import type { Bilingual } from '../bilingual.js';
import { ruleTables } from '../datasets/catalogue.js';
import { previousTables } from '../datasets/previous.js';
import type { Engine } from '../engine/engine.js';
import type { RuleHeader } from './header.js';

/** `dataset` → the columns that some file of it had. */
export type Given = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads which columns the inputs gave. */
export async function readGiven(engine: Engine): Promise<Given> {
  const given = new Map<string, Set<string>>();
  for (const { dataset, field } of await engine.all('SELECT dataset, field FROM hecha.given')) {
    const fields = given.get(String(dataset)) ?? new Set();
    fields.add(String(field));
    given.set(String(dataset), fields);
  }
  return given;
}

type Needs = RuleHeader['needs'];

/**
 * What the inputs lack of a rule's needs, in words; undefined when it can run.
 * @param noPrevious why a run that was named as the previous one gave nothing to compare with
 */
export function missingNeeds(
  header: RuleHeader,
  given: Given,
  noPrevious?: Bilingual,
): Bilingual | undefined {
  const lacking = missing(header.needs, given);
  for (const group of header.needs_any) {
    const alternatives = group.map((needs) => missing(needs, given));
    if (alternatives.some((lack) => lack.length === 0)) continue;
    const words = alternatives.map((lack) => ({
      zh: lack.map(({ zh }) => zh).join('和'),
      en: lack.map(({ en }) => en).join(' and '),
    }));
    // A group in which everything hangs on a dataset that is named already says nothing new.
    const named = words.filter(({ zh }) => !lacking.some((other) => other.zh === zh));
    if (named.length === 0) continue;
    lacking.push({
      zh: [...new Set(words.map(({ zh }) => zh))].join('或'),
      en: [...new Set(words.map(({ en }) => en))].join(' or '),
    });
  }
  if (lacking.length === 0) return undefined;
  const why = noPrevious && lacking.includes(PREVIOUS) ? noPrevious : undefined;
  return {
    zh: `缺少${lacking.map(({ zh }) => zh).join('，')}${why ? `：${why.zh}` : ''}`,
    en: `needs ${lacking.map(({ en }) => en).join(', ')}${why ? `: ${why.en}` : ''}`,
  };
}

function missing(needs: Needs, given: Given): Bilingual[] {
  const lacks: Bilingual[] = [];
  for (const [id, columns] of Object.entries(needs)) {
    const dataset = ruleTables.find((each) => each.id === id);
    if (id.endsWith('?') || !dataset) continue;
    const fields = given.get(id);
    if (isPrevious(id)) {
      if (!fields && !lacks.includes(PREVIOUS)) lacks.push(PREVIOUS);
      continue;
    }
    if (!fields) {
      lacks.push({ zh: `${dataset.title.zh}数据`, en: id });
      continue;
    }
    for (const column of columns) {
      if (column.endsWith('?') || hasColumn(given, id, column)) continue;
      lacks.push({
        zh: `${dataset.title.zh}的“${dataset.fields[column]?.headers[0]}”列`,
        en: `${id}.${column}`,
      });
    }
  }
  return lacks;
}

const PREVIOUS: Bilingual = { zh: '上一次核查（--previous）', en: '--previous' };

/** Whether it is a table of what the previous run kept, which no input can give. */
export const isPrevious = (id: string): boolean => previousTables.some((table) => table.id === id);

/** A household-level column of the roster may stand in either of its sheets. */
function hasColumn(given: Given, dataset: string, column: string): boolean {
  if (given.get(dataset)?.has(column)) return true;
  return dataset === 'person' && given.get('household')?.has(column) === true;
}

/** Datasets in which the lack of a row decides; of a rule that does not say, all that it needs. */
export function absenceOf({ absence, needs, needs_any }: RuleHeader): string[] {
  if (absence) return absence;
  const named = [needs, ...needs_any.flat()].flatMap((each) => Object.keys(each));
  return [...new Set(named.map((id) => id.replace(/\?$/, '')))];
}
