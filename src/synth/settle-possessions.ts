import { businessOf, cadreSeat, employedInsurance, payrollPlace, residentInsurance } from './jobs.js';
import type { Maker } from './maker.js';
import type { Household, Person } from './model.js';
import { endedProperty, exemptProperty, propertyOf } from './properties.js';
import { endedCar, farmVehicle, vehicleOf } from './vehicles.js';

/**
 * What the members own and earn that no rule minds: things that do not count for anybody, and for exited households also those
 * that count, unless the owner is in dibao benefit (dibao and an asset is a finding whatever the household's status).
 */
export function settlePossessions(maker: Maker, household: Household): void {
  const from = maker.random;
  const { records } = household;
  const exited = household.standing.exitStatus === 'exited';
  const onDibao = new Set(records.dibao.filter((row) => row.active).map((row) => row.id));
  for (const person of household.members) {
    if (person.gone || person.age < 16) continue;
    const adult = person.age >= 18 && person.age < 76;
    if (from.chance(0.88) && person.schooling === 'none')
      records.insurance.push(residentInsurance(maker, person, person.age));
    if (adult && person.sex === 'male') {
      if (from.chance(0.62)) records.vehicle.push(farmVehicle(maker, person));
      if (from.chance(0.2)) records.vehicle.push(farmVehicle(maker, person));
      if (from.chance(0.05)) records.vehicle.push(endedCar(maker, person));
    }
    if (person.relation === 'head') settleHouse(maker, household, person);
    if (exited && adult && person.schooling === 'none' && !onDibao.has(person.id))
      settleWealth(maker, household, person);
    if (!exited && adult) settleTrifles(maker, household, person);
  }
}

function settleHouse(maker: Maker, household: Household, head: Person): void {
  const from = maker.random;
  const { property } = household.records;
  if (from.chance(0.85))
    property.push(exemptProperty(maker, head, household.village.township.name + household.village.name));
  if (from.chance(0.1))
    property.push(exemptProperty(maker, head, household.village.township.name + household.village.name));
  if (from.chance(0.05)) property.push(endedProperty(maker, head));
}

function settleWealth(maker: Maker, household: Household, person: Person): void {
  const from = maker.random;
  const { records } = household;
  if (from.chance(0.11)) records.vehicle.push(vehicleOf(maker, person, from.chance(0.7) ? 'car' : 'truck'));
  if (from.chance(0.07)) records.property.push(propertyOf(maker, person));
  if (person.age > 59) {
    if (from.chance(0.02))
      records.insurance.push(
        employedInsurance(maker, person, {
          status: 'retired',
          pension: from.between(140_000, 320_000) / 100,
        }),
      );
    return;
  }
  if (from.chance(0.05)) records.insurance.push(employedInsurance(maker, person));
  if (from.chance(0.006)) records.payroll.push(payrollPlace(maker, person));
  if (person.labour === 'able' && from.chance(0.015))
    records.cadre.push(
      cadreSeat(maker, person, household.village, [from.pick(['secretary', 'director', 'clerk'])]),
    );
  if (from.chance(0.01))
    records.business.push(businessOf(maker, person, from.pick(['limited', 'cooperative', 'sole'])));
}

/** Traces of work and trade in active households that stay below what a rule asks. */
function settleTrifles(maker: Maker, household: Household, person: Person): void {
  const from = maker.random;
  const { records } = household;
  if (person.age > 59 || person.labour !== 'able') return;
  if (from.chance(0.02))
    records.insurance.push(
      employedInsurance(maker, person, {
        status: from.chance(0.7) ? 'suspended' : 'ended',
        lastPaid: `${maker.year - 1}-0${from.between(1, 9)}`,
      }),
    );
  if (from.chance(0.02))
    records.insurance.push(
      employedInsurance(maker, person, {
        post: from.pick(['公益性岗位', '乡村公益岗', '护林员', '保洁员']),
        base: 2640,
      }),
    );
  if (from.chance(0.03))
    records.business.push(
      businessOf(maker, person, 'individual', {
        capital: from.chance(0.2) ? undefined : from.between(1, 8) * 10_000,
      }),
    );
  if (from.chance(0.012))
    records.cadre.push(
      cadreSeat(maker, person, household.village, [
        from.pick(['committee-member', 'supervisor', 'women', 'group']),
      ]),
    );
}
