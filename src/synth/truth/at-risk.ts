import type { Household } from '../model.js';
import { type Census, incomeOf, isLabourCapable } from './census.js';
import type { TrueFinding } from './finding.js';
import { gapsOf } from './gaps.js';
import { EXIT_WINDOW, INCOME_DROP } from './limits.js';

type Found = Omit<TrueFinding, 'household' | 'note'>;

/** How a household stood on a night, as far as a fall back into poverty shows against it. */
interface Footing {
  readonly income: number | undefined;
  readonly gaps: ReadonlySet<string>;
  readonly capable: readonly string[];
  readonly severe: ReadonlySet<string>;
  readonly dead: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
}

function footingOf(census: Census, household: Household): Footing {
  const members = census.membersOf(household);
  const ids = members.flatMap(({ id }) => id ?? []);
  const isSevere = (id: string): boolean =>
    census.of('disability', id).some(({ level }) => level === '1' || level === '2') ||
    members.some(
      (member) => member.id === id && ['1', '2'].includes(member.person.certificate?.slice(1) ?? ''),
    );
  return {
    income: incomeOf(household),
    gaps: new Set(gapsOf(census, household).map(({ gap }) => gap)),
    capable: members.flatMap((member) => (isLabourCapable(census, member) ? (member.id ?? []) : [])),
    severe: new Set(ids.filter(isSevere)),
    dead: new Set(census.all('death').map(({ id }) => id)),
    members: new Set(ids),
  };
}

/** How many of the four things happened to the household since it stood so. */
function misfortunes(before: Footing, now: Footing): number {
  const [breadwinner, ...others] = before.capable;
  const happened = [
    before.income !== undefined &&
      now.income !== undefined &&
      before.income > 0 &&
      Math.round(now.income * 100) <= Math.round(before.income * 100 * (1 - INCOME_DROP)),
    [...now.gaps].some((gap) => !before.gaps.has(gap)),
    breadwinner !== undefined &&
      others.length === 0 &&
      !before.dead.has(breadwinner) &&
      now.dead.has(breadwinner),
    [...now.severe].some((id) => before.members.has(id) && !before.severe.has(id)),
  ];
  return happened.filter(Boolean).length;
}

/** Watches a block night by night: RP06. */
export interface RiskWatch {
  /** @returns what a night's audit finds that knows the night before */
  next(census: Census): Found[];
}

/** A household that one of the things happened to is held against how it stood before, as long as that lasts. */
export function riskWatch(): RiskWatch {
  const footings = new Map<string, Footing>();
  return {
    next(census) {
      const found: Found[] = [];
      for (const household of census.block.households) {
        const now = footingOf(census, household);
        const before = footings.get(household.no);
        const count = before ? misfortunes(before, now) : 0;
        const { exitStatus, exitYear } = household.standing;
        const exited =
          exitStatus === 'exited' &&
          exitYear !== undefined &&
          exitYear >= EXIT_WINDOW[0] &&
          exitYear <= EXIT_WINDOW[1];
        if (exited && count >= 2) found.push({ rule: 'RP06', subject: household.no, key: '' });
        if (!before || count === 0) footings.set(household.no, now);
      }
      return found;
    },
  };
}
