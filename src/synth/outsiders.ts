import { disabilityRow } from './benefits.js';
import type { Maker } from './maker.js';
import type { Outsider } from './model.js';
import { addMan, addPeople, makeAble, newFamily, putOnDibao } from './outsider-family.js';
import { LAND_SUBSIDY, paymentOf } from './payments.js';
import type { Village } from './places.js';
import type { OutsiderScenario } from './scenarios/left-out.js';

/** A family in which that scenario is planted. */
export function plantOutsider(
  scenario: OutsiderScenario,
  village: Village,
  maker: Maker,
  index: number,
): Outsider {
  const family = newFamily(village);
  family.expected = [...scenario.plant(family, maker, index)];
  family.scenario = scenario.name;
  return family;
}

/** A family that is on dibao or disabled and rightly not registered. */
export function plainOutsider(village: Village, maker: Maker): Outsider {
  const family = newFamily(village);
  const from = maker.random;
  if (from.chance(0.22)) {
    const person = addMan(family, maker, from.between(30, 80));
    family.records.disability.push(disabilityRow(maker, person, village));
    return family;
  }
  const members = addPeople(
    family,
    maker,
    ['male', from.between(34, 55)],
    ['female', from.between(33, 52)],
    ['male', from.between(3, 17)],
  );
  if (from.chance(0.4)) family.persons.pop();
  const [head] = members;
  if (head) {
    makeAble(head);
    if (from.chance(0.7)) family.records.payment.push(paymentOf(maker, head, village, LAND_SUBSIDY));
  }
  putOnDibao(family, maker, {
    class: from.pick(['2', '3', '3', '4', '4']),
    ...(from.chance(0.12) && { area: 'urban' as const }),
  });
  return family;
}
