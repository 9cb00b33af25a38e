import type { Lang } from '../../bilingual.js';
import { say } from '../messages.js';
import type { Task } from './worklist.js';

/** What one workbook covers. */
export interface Area {
  /** A name that Windows takes, without its ending. */
  readonly file: string;
  readonly county: string;
  /** As people read it. */
  readonly area: string;
  readonly tasks: readonly Task[];
}

/**
 * Findings by township, or by village, in the order of their names; those that name no township are an area of their own. Within one they
 * stand by village, household and subject, so that one visit answers all of a household's.
 */
export function areasOf(
  tasks: readonly Task[],
  { by, lang, asOf }: { by: 'township' | 'village'; lang: Lang; asOf: string },
): Area[] {
  const countyOf = countiesOf(tasks);
  const groups = new Map<string, { place: readonly string[]; tasks: Task[] }>();
  for (const task of tasks) {
    const { township, village } = task.finding;
    const place = [countyOf(task), township, by === 'village' ? village : ''];
    const key = JSON.stringify(place);
    const group = groups.get(key) ?? { place, tasks: [] };
    group.tasks.push(task);
    groups.set(key, group);
  }
  const taken = new Set<string>();
  const several = new Set(tasks.map(countyOf).filter(Boolean)).size > 1;
  return [...groups.values()]
    .sort((a, b) => compare(a.place, b.place))
    .map(({ place: [county = '', township = '', village = ''], tasks: own }) => {
      const area = areaName({ township, village, by, lang });
      const name = say(lang, 'worklist.file', { area: several ? `${county}${area}` : area, day: asOf });
      return { file: fileName(name, taken), county, area, tasks: own.sort(byHousehold) };
    });
}

function areaName(place: { township: string; village: string; by: string; lang: Lang }): string {
  const { township, village, by, lang } = place;
  if (township === '' && village === '') return say(lang, 'worklist.no-township');
  if (by === 'township') return township;
  const shown = village || say(lang, 'worklist.no-village');
  return [township, shown].filter(Boolean).join(lang === 'zh' ? '' : ' ');
}

/** Findings about areas may name no county: theirs is the one that the township of others lies in, where that is only one. */
function countiesOf(tasks: readonly Task[]): (task: Task) => string {
  const byTownship = new Map<string, Set<string>>();
  const add = (township: string, county: string): void => {
    const known = byTownship.get(township) ?? new Set();
    byTownship.set(township, known.add(county));
  };
  const all = new Set<string>();
  for (const { finding } of tasks) {
    if (finding.county === '') continue;
    add(finding.township, finding.county);
    all.add(finding.county);
  }
  const only = (counties: ReadonlySet<string> | undefined): string | undefined =>
    counties?.size === 1 ? [...counties][0] : undefined;
  return ({ finding: { county, township } }) => county || only(byTownship.get(township)) || only(all) || '';
}

const compare = (a: readonly string[], b: readonly string[]): number => {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
};

const keyOf = ({ finding }: Task): string[] => [
  finding.village,
  finding.household_no,
  finding.subject_name,
  finding.id_number,
  finding.rule_id,
  finding.finding_id,
];
const byHousehold = (a: Task, b: Task): number => compare(keyOf(a), keyOf(b));

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const LONGEST = 80;

/** A name that every file system takes, and that differs from those taken in more than the case of letters. */
export function fileName(wanted: string, taken: Set<string>): string {
  const clean = [...wanted.replace(/[<>:"/\\|?*\u0000-\u001f\u007f]|\p{Surrogate}/gu, '_')]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const safe = clean === '' || RESERVED.test(clean) ? `_${clean}` : clean;
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? safe : `${safe}(${number})`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
