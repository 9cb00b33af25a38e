import { assistance } from './assistance.js';
import type { Census } from './census.js';
import { contradictions } from './contradictions.js';
import { rosterEntries } from './entries.js';
import { exits } from './exit.js';
import type { TrueFinding } from './finding.js';
import { hiddenAssets } from './hidden-assets.js';
import { misIdentification } from './mis-identification.js';
import { payments } from './payments.js';
import { returnToPoverty } from './return-to-poverty.js';
import { rosterFaults, twoRosters } from './rosters.js';
import { support } from './support.js';

/** Every finding about the block's people that a right audit makes, found by stating each rule once more over the clean model. */
export function blockTruth(census: Census): TrueFinding[] {
  const place = placesIn(census);
  const findings: TrueFinding[] = [];
  for (const rules of [
    misIdentification,
    returnToPoverty,
    twoRosters,
    rosterFaults,
    assistance,
    exits,
    payments,
    rosterEntries,
    support,
    hiddenAssets,
    contradictions,
  ]) {
    for (const found of rules(census)) findings.push({ ...found, ...place(found.subject) });
  }
  return findings;
}

/** In place of a household's number for a finding that is about a helper. */
export const HELPER = -2;

/** Tells which family a finding's subject belongs to, and what was planted there. */
export function placesIn(census: Census): (subject: string) => { note: string; household: number } {
  const places = new Map<string, { note: string; household: number }>();
  // Somebody who is on a list only as entered again, or gone, belongs there.
  const later: [string, { note: string; household: number }][] = [];
  for (const family of census.block.outsiders) {
    for (const person of family.persons) places.set(person.id, { note: family.scenario, household: -1 });
  }
  for (const { helper, helperId } of census.all('helper'))
    places.set(helperId, { note: `${helper} helps`, household: HELPER });
  for (const household of census.block.households) {
    const place = { note: `${household.no} ${household.scenario}`, household: household.index };
    for (const { id } of household.records.death) places.set(id, place);
    places.set(household.no, place);
    for (const person of [...household.members, ...household.onlyInSecond]) {
      // Somebody on two lists belongs to the household that he was entered in first.
      if (!person.gone && !person.reentered) places.set(person.id, place);
      else if (!places.has(person.id)) later.push([person.id, place]);
      places.set(`${household.no}/${person.name}`, place);
    }
  }
  for (const [id, place] of later) if (!places.has(id)) places.set(id, place);
  return (subject) => {
    const place = places.get(subject);
    if (!place) throw new Error('a finding about nobody of the block');
    return place;
  };
}
