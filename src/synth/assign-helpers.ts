import { addDays } from './calendar.js';
import { dayBetween, type Maker, newId } from './maker.js';
import type { Household } from './model.js';
import { anyName } from './names.js';
import { shuffled } from './random.js';
import type { HelperLink } from './records.js';
import { isActive } from './truth/census.js';

type Helper = Pick<HelperLink, 'helper' | 'helperId' | 'phone' | 'unit' | 'post'>;

const units =
  '县财政局 县水务局 县教育局 县第一中学 县农牧局 县林业局 县人民医院 县住建局 县税务局 县供销社'.split(' ');
const posts = '科员 副科级 股长 教师 主任科员 医师 技术员 副局长'.split(' ');

/** Active households of the helpers that every whole block has: far too many, too many, and just as many as one may have. */
const LOADS = [21, 20, 6, 5, 5] as const;
const ALLOWED = 5;
/** The load that also has a household whose help has ended. */
const WITH_ENDED = 4;
/** Active households from which on those helpers are planted. */
const ENOUGH = 90;

/** What is special about how an active household is helped; the first ones of each block are like that. */
const roles = ['nobody', 'nobody', 'ended', 'roster-only', 'roster-only', 'list-only', 'list-only'] as const;
type Role = (typeof roles)[number];

function newHelper(maker: Maker): Helper {
  const from = maker.random;
  const sex = from.chance(0.72) ? 'male' : 'female';
  const { id, born } = newId(maker, sex, from.between(26, 57));
  return {
    helper: anyName(from, sex, Number(born.slice(0, 4))),
    helperId: id,
    phone: `12${String(from.below(1_000_000_000)).padStart(9, '0')}`,
    unit: from.pick(units),
    post: from.pick(posts),
  };
}

/** The helper's row about that household, which the list knows by its number or by its head's ID. */
function linkOf(maker: Maker, helper: Helper, household: Household, ended?: string): HelperLink {
  const head =
    household.members.find(({ relation, gone }) => relation === 'head' && !gone) ?? household.members[0];
  const byNumber = head === undefined || head.fault !== undefined || maker.random.chance(0.8);
  return {
    ...helper,
    id: head?.id ?? '',
    name: head?.name ?? '',
    household: byNumber ? household.no : undefined,
    started: dayBetween(maker, maker.year - 3, maker.year - 1),
    ended,
  };
}

/**
 * Gives the block's households their helpers: every active one has somebody, on the roster and in the list of helpers, except where
 * the contrary is planted. @returns the rules that have to find something about a helper, one entry a finding
 */
export function assignHelpers(households: readonly Household[], maker: Maker): string[] {
  const from = maker.random;
  const active = households.filter(isActive);
  const whole = active.length >= ENOUGH;
  const roleOf = new Map<Household, Role>();
  const listed = active.filter(({ inSheet, scenario }) => inSheet && scenario === 'plain');
  if (whole) {
    for (const [at, index] of shuffled(listed.length, from).slice(0, roles.length).entries()) {
      const [household, role] = [listed[index], roles[at]];
      if (household && role) roleOf.set(household, role);
    }
  }
  const loads: number[] = whole ? [...LOADS] : [];
  const expected = loads.filter((load) => load > ALLOWED).map(() => 'AS01');
  let helper = newHelper(maker);
  let number = 0;
  let left = loads[0] ?? from.between(2, 4);
  for (const household of households) {
    if (!isActive(household)) {
      // Those who exited keep theirs for a while; such households are no load.
      household.helper = from.chance(0.6) ? helper.helper : undefined;
      if (household.helper) household.records.helper.push(linkOf(maker, helper, household));
      continue;
    }
    const role = roleOf.get(household);
    if (role === 'nobody' || role === 'ended') {
      const ended = addDays(maker.asOf, -from.between(20, 300));
      if (role === 'ended') household.records.helper.push(linkOf(maker, newHelper(maker), household, ended));
      household.expected.push('AS02');
      household.scenario += role === 'ended' ? ' + helper gone' : ' + nobody helps';
      continue;
    }
    if (role !== 'list-only') household.helper = helper.helper;
    if (role === 'roster-only') {
      household.helper = newHelper(maker).helper;
      continue;
    }
    if (left === 0) {
      number += 1;
      helper = newHelper(maker);
      left = loads[number] ?? from.between(1, 4);
      if (number === WITH_ENDED && whole)
        household.records.helper.push(linkOf(maker, helper, household, addDays(maker.asOf, -45)));
      if (household.helper) household.helper = helper.helper;
      if (number === WITH_ENDED && whole) {
        // Helped by this one until lately, and now by the next.
        const next = newHelper(maker);
        household.helper = next.helper;
        household.records.helper.push(linkOf(maker, next, household));
        continue;
      }
    }
    household.records.helper.push(linkOf(maker, helper, household));
    left -= 1;
  }
  return expected;
}
