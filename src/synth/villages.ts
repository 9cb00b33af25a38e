import type { RosterCount } from './area-count.js';
import type { County, Village } from './places.js';
import { random } from './random.js';

/** A village as the registration system's village list has it. */
export interface VillageRow {
  readonly village: Village;
  readonly poorVillage: boolean;
  /** Absent for villages that were never poor. */
  readonly exit?: 'remaining' | 'applied' | 'exited' | undefined;
  readonly exitYear?: number | undefined;
  readonly households: number;
  readonly population: number;
  readonly poorHouseholds: number;
  readonly poorPersons: number;
  readonly remainingHouseholds: number;
  readonly remainingPersons: number;
  /** Per cent. */
  readonly incidence: number;
  /** Yuan. */
  readonly collectiveIncome?: number | undefined;
  /** Indicators that are not met. */
  readonly unmet: readonly string[];
}

/** The indicators that the list has a column for. */
export const INDICATORS = [
  '通硬化路',
  '安全饮水',
  '动力电',
  '标准化村卫生室',
  '综合文化服务中心',
  '宽带网络',
];

type Kind = Partial<Pick<VillageRow, 'exit' | 'poorVillage' | 'incidence' | 'collectiveIncome' | 'unmet'>> & {
  /** By how much the list's counts differ from the roster's. */
  readonly off?: readonly [households: number, persons: number];
};

const exited = { exit: 'exited', incidence: 1.86 } as const;

/** What villages are like, one after the other. */
const kinds: readonly Kind[] = [
  {},
  { collectiveIncome: 12_000 },
  exited,
  { ...exited, incidence: 3.01 },
  { off: [1, 0] },
  { ...exited, unmet: ['安全饮水', '宽带网络'] },
  { collectiveIncome: undefined },
  { exit: 'applied', collectiveIncome: 8500 },
  { ...exited, collectiveIncome: 19_999 },
  { off: [0, -2] },
  { ...exited, incidence: 3 },
  { ...exited, collectiveIncome: 20_000 },
  { poorVillage: false, exit: undefined, collectiveIncome: undefined },
  { ...exited, collectiveIncome: undefined },
  { poorVillage: false, exit: undefined, off: [-1, -4] },
  { exit: 'applied', incidence: 2.4 },
  { incidence: 14.2, unmet: ['通硬化路'] },
  { ...exited, poorVillage: false, incidence: 5.2 },
];

/** The townships under a quota have exited altogether or mean to. */
const quotaKinds: readonly Kind[] = [
  exited,
  exited,
  { exit: 'applied' },
  { poorVillage: false, exit: undefined },
];

const kindOf = ({ plan, index }: Village): Kind => {
  const list = plan === 'quota' ? quotaKinds : kinds;
  return list[index % list.length] ?? {};
};

/** The village list, in keeping with the roster except where the contrary is planted. */
export function villageRows(
  county: County,
  roster: RosterCount,
  how: { seed: number; year: number },
): VillageRow[] {
  return county.villages.map((village) => {
    const from = random(how.seed, 311, village.index);
    const kind = kindOf(village);
    const { registered, active } = roster.of(village);
    const [households, persons] = kind.off ?? [0, 0];
    const exit = 'exit' in kind ? kind.exit : 'remaining';
    const population = Math.round((registered.persons + 60) * (2.4 + from.next()));
    return {
      village,
      poorVillage: kind.poorVillage ?? true,
      exit,
      exitYear: exit === 'exited' ? how.year - from.below(2) : undefined,
      households: Math.round(population / 4.2),
      population,
      poorHouseholds: registered.households + households,
      poorPersons: registered.persons + persons,
      remainingHouseholds: active.households,
      remainingPersons: active.persons,
      incidence: kind.incidence ?? Math.round((active.persons * 10_000) / population) / 100,
      collectiveIncome: 'collectiveIncome' in kind ? kind.collectiveIncome : from.between(210, 960) * 100,
      unmet: kind.unmet ?? [],
    };
  });
}
