import type { Block } from '../model.js';
import { type Census, takeCensus } from './census.js';
import type { TrueFinding } from './finding.js';
import { misIdentification } from './mis-identification.js';
import { returnToPoverty } from './return-to-poverty.js';
import { rosterFaults, twoRosters } from './rosters.js';

/** Every finding about the block's people that a right audit makes, found by stating each rule once more over the clean model. */
export function blockTruth(block: Block, asOf: string): TrueFinding[] {
  const census = takeCensus(block, asOf);
  const place = findPlaces(census);
  const findings: TrueFinding[] = [];
  for (const rules of [misIdentification, returnToPoverty, twoRosters, rosterFaults]) {
    for (const found of rules(census)) findings.push({ ...found, ...place(found.subject) });
  }
  return findings;
}

/** Tells which family a finding's subject belongs to, and what was planted there. */
function findPlaces(census: Census): (subject: string) => { note: string; household: number } {
  const places = new Map<string, { note: string; household: number }>();
  for (const family of census.block.outsiders) {
    for (const person of family.persons) places.set(person.id, { note: family.scenario, household: -1 });
  }
  for (const household of census.block.households) {
    const place = { note: `${household.no} ${household.scenario}`, household: household.index };
    places.set(household.no, place);
    for (const person of [...household.members, ...household.onlyInSecond]) {
      // Somebody on two lists belongs to the household that he was entered in first.
      if (!person.gone && !person.reentered) places.set(person.id, place);
      places.set(`${household.no}/${person.name}`, place);
    }
  }
  return (subject) => {
    const place = places.get(subject);
    if (!place) throw new Error('a finding about nobody of the block');
    return place;
  };
}
