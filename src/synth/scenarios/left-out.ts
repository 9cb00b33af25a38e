import { disabilityRow, tekunRow } from '../benefits.js';
import { householdNumber } from '../household.js';
import { payrollPlace } from '../jobs.js';
import { dayBetween, type Maker } from '../maker.js';
import type { Outsider, Person } from '../model.js';
import { addMan, addOldCouple, addPeople, disable, makeAble, putOnDibao } from '../outsider-family.js';
import { propertyOf } from '../properties.js';
import { dwellingRecord, seriousRecord } from '../services.js';
import { vehicleOf } from '../vehicles.js';

/** Something that is planted in a family that is not registered. */
export interface OutsiderScenario {
  readonly name: string;
  /** Families of each block that have it. */
  readonly count: number;
  /** Plants it. @returns the rules that have to find something because of it; none for a near miss. */
  readonly plant: (family: Outsider, maker: Maker, index: number) => readonly string[];
}

const suspectRow = (family: Outsider, maker: Maker, person: Person): void => {
  family.records.suspect.push({
    id: person.id,
    name: person.name,
    village: family.village,
    problem: maker.random.pick(['有车', '有房', '人均收入偏高', '家有财政供养人员']),
    action: 'removed',
    found: dayBetween(maker, 2016, 2016),
  });
};

/** Families left out, or rightly so: MI10, MI11, MI12, MI16, MI17, DD03. */
export const leftOutScenarios: readonly OutsiderScenario[] = [
  {
    name: 'old couple on dibao, not registered',
    count: 3,
    plant: (family, maker) => {
      addOldCouple(family, maker);
      putOnDibao(family, maker, { class: maker.random.pick(['1', '2']) });
      return ['MI10'];
    },
  },
  {
    name: 'disabled man alone on dibao, not registered',
    count: 1,
    plant: (family, maker) => {
      const person = addMan(family, maker, 46);
      disable(person);
      putOnDibao(family, maker, { class: '1', headless: true });
      return ['MI10'];
    },
  },
  {
    name: 'severely disabled on dibao with the mother, not registered',
    count: 1,
    plant: (family, maker) => {
      const [mother, son] = addPeople(family, maker, ['female', 67], ['male', 38]);
      if (!mother || !son) return [];
      disable(son);
      putOnDibao(family, maker, { class: '2' });
      family.records.disability.push(disabilityRow(maker, son, family.village, '1'));
      return ['MI10', 'MI12'];
    },
  },
  {
    name: 'family on dibao with a worker',
    count: 3,
    plant: (family, maker) => {
      const [father] = addPeople(family, maker, ['male', 44], ['female', 42], ['male', 12]);
      if (father) makeAble(father);
      putOnDibao(family, maker, { class: '2' });
      return [];
    },
  },
  {
    name: 'old couple on dibao of the third class',
    count: 2,
    plant: (family, maker) => {
      addOldCouple(family, maker);
      putOnDibao(family, maker, { class: '3' });
      return [];
    },
  },
  {
    name: 'old couple on urban dibao',
    count: 1,
    plant: (family, maker) => {
      addOldCouple(family, maker);
      putOnDibao(family, maker, { class: '1', area: 'urban' });
      return [];
    },
  },
  {
    name: 'old couple whose dibao was stopped',
    count: 1,
    plant: (family, maker) => {
      addOldCouple(family, maker);
      putOnDibao(family, maker, { class: '1', active: false });
      return [];
    },
  },
  {
    name: 'old couple on dibao with a car',
    count: 1,
    plant: (family, maker) => {
      const [husband] = addOldCouple(family, maker);
      putOnDibao(family, maker, { class: '2' });
      if (husband) family.records.vehicle.push(vehicleOf(maker, husband, 'car'));
      return ['MI16'];
    },
  },
  {
    name: 'man on urban dibao with a flat',
    count: 1,
    plant: (family, maker) => {
      const person = addMan(family, maker, 52);
      putOnDibao(family, maker, { class: '3', area: 'urban' });
      family.records.property.push(propertyOf(maker, person));
      return ['MI16'];
    },
  },
  {
    name: 'on dibao and retired from the payroll',
    count: 1,
    plant: (family, maker) => {
      const person = addMan(family, maker, 66);
      putOnDibao(family, maker, { class: '1' });
      family.records.payroll.push(payrollPlace(maker, person, 'retired'));
      return ['MI16'];
    },
  },
  {
    name: 'rural tekun, not registered',
    count: 3,
    plant: (family, maker) => {
      family.records.tekun.push(
        tekunRow(addMan(family, maker, maker.random.between(61, 84)), family.village, {
          mode: maker.random.pick(['home', 'home', 'institution']),
        }),
      );
      return ['MI11'];
    },
  },
  {
    name: 'urban tekun',
    count: 1,
    plant: (family, maker) => {
      family.records.tekun.push(
        tekunRow(addMan(family, maker, 70), family.village, { area: 'urban', mode: 'institution' }),
      );
      return [];
    },
  },
  {
    name: 'tekun that was stopped',
    count: 1,
    plant: (family, maker) => {
      family.records.tekun.push(tekunRow(addMan(family, maker, 72), family.village, { active: false }));
      return [];
    },
  },
  {
    name: 'severely disabled on dibao of the third class, not registered',
    count: 2,
    plant: (family, maker) => {
      const person = addMan(family, maker, 51);
      disable(person);
      putOnDibao(family, maker, { class: '3' });
      family.records.disability.push(
        disabilityRow(maker, person, family.village, maker.random.pick(['1', '2'])),
      );
      return ['MI12'];
    },
  },
  {
    name: 'slightly disabled on dibao, not registered',
    count: 1,
    plant: (family, maker) => {
      const person = addMan(family, maker, 49);
      disable(person);
      putOnDibao(family, maker, { class: '3' });
      family.records.disability.push(
        disabilityRow(maker, person, family.village, maker.random.pick(['3', '4'])),
      );
      return [];
    },
  },
  {
    name: 'severely disabled on dibao with a car',
    count: 1,
    plant: (family, maker) => {
      const person = addMan(family, maker, 44);
      disable(person);
      putOnDibao(family, maker, { class: '3' });
      family.records.disability.push(disabilityRow(maker, person, family.village, '2'));
      family.records.vehicle.push(vehicleOf(maker, person, 'car'));
      return ['MI16'];
    },
  },
  {
    name: 'severely disabled without dibao',
    count: 2,
    plant: (family, maker) => {
      family.records.disability.push(disabilityRow(maker, addMan(family, maker, 40), family.village, '1'));
      return [];
    },
  },
  {
    name: 'dropped by the audit, in a dangerous house',
    count: 1,
    plant: (family, maker) => {
      const person = addMan(family, maker, 50);
      suspectRow(family, maker, person);
      family.records.dwelling.push(dwellingRecord(maker, { village: family.village, head: person }, 'D'));
      return ['MI17'];
    },
  },
  {
    name: 'dropped by the audit, seriously ill',
    count: 1,
    plant: (family, maker) => {
      const person = addMan(family, maker, 47);
      suspectRow(family, maker, person);
      family.records.medical.push(seriousRecord(maker, person, { selfPaid: 12_430.5 }));
      return ['MI17'];
    },
  },
  {
    name: 'dropped by the audit for good',
    count: 2,
    plant: (family, maker) => {
      suspectRow(family, maker, addMan(family, maker, 45));
      return [];
    },
  },
  {
    name: 'dropped by the audit, in a dangerous house with a car',
    count: 1,
    plant: (family, maker) => {
      const person = addMan(family, maker, 48);
      suspectRow(family, maker, person);
      family.records.dwelling.push(dwellingRecord(maker, { village: family.village, head: person }, 'D'));
      family.records.vehicle.push(vehicleOf(maker, person, 'car'));
      return [];
    },
  },
  {
    name: 'household on the second roster only',
    count: 1,
    plant: (family, maker, index) => {
      addPeople(family, maker, ['male', 45], ['female', 43], ['male', 15]);
      family.second = {
        no: householdNumber(10_000_000 + index),
        standing: { category: 'general', exitStatus: 'poor', stable: 2650, perCapita: 2790 },
      };
      return family.persons.map(() => 'DD03');
    },
  },
  {
    name: 'exited household on the second roster only',
    count: 1,
    plant: (family, maker, index) => {
      addPeople(family, maker, ['male', 39], ['female', 37]);
      family.second = {
        no: householdNumber(10_000_000 + index),
        standing: {
          category: 'general',
          exitStatus: 'exited',
          exitYear: 2015,
          stable: 4620,
          perCapita: 4800,
        },
      };
      return [];
    },
  },
];
