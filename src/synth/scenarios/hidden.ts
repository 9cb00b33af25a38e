import { grantDibao } from '../benefits.js';
import { addMonths } from '../calendar.js';
import { type Maker, newId } from '../maker.js';
import type { Household, Person, Sex } from '../model.js';
import { anyName } from '../names.js';
import { propertyOf } from '../properties.js';
import type { Hukou } from '../records.js';
import { hukouNumber, hukouRow } from '../register.js';
import { isActive } from '../truth/census.js';
import { vehicleOf } from '../vehicles.js';
import type { Rider } from './rider.js';
import { headOf, present } from './scenario.js';

const isPlain = ({ scenario, village }: Household): boolean =>
  scenario.startsWith('plain') && village.plan === undefined;
const isUnsupported = ({ records, standing }: Household): boolean =>
  records.dibao.length === 0 && records.tekun.length === 0 && standing.category === 'general';
const isSound = (h: Household): boolean => isPlain(h) && !headOf(h).fault && !headOf(h).reentered;

/** Something of the head's that was given away so many months before the identification. */
const gaveAway = (
  name: string,
  back: number,
  make: (h: Household, maker: Maker, changed: string) => void,
): Rider => ({
  name,
  count: 1,
  fits: isSound,
  plant: (h, maker) => {
    make(h, maker, addMonths(`${h.identified}-01`, -back));
    return [];
  },
});

/** Assets shed before identification: MI08, which is found in other households, too. */
export const shedRiders: readonly Rider[] = [
  gaveAway('car given away half a year before', 6, (h, maker, changed) =>
    h.records.vehicle.push(vehicleOf(maker, headOf(h), 'car', { status: ['B'], changed })),
  ),
  gaveAway('car struck off a year before', 12, (h, maker, changed) =>
    h.records.vehicle.push(vehicleOf(maker, headOf(h), 'car', { status: ['E'], changed })),
  ),
  gaveAway('car struck off thirteen months before', 13, (h, maker, changed) =>
    h.records.vehicle.push(vehicleOf(maker, headOf(h), 'car', { status: ['E'], changed })),
  ),
  gaveAway('motorcycle struck off before', 3, (h, maker, changed) =>
    h.records.vehicle.push(vehicleOf(maker, headOf(h), 'motorcycle', { status: ['E'], changed })),
  ),
  gaveAway('flat given away before', 2, (h, maker, changed) =>
    h.records.property.push(propertyOf(maker, headOf(h), { status: 'transferred', changed })),
  ),
];

/** A grown child in the household's register and on no roster. */
function child(
  h: Household,
  maker: Maker,
  status: Hukou['status'],
): Pick<Person, 'id' | 'name' | 'relation' | 'sex'> {
  const sex: Sex = maker.random.chance(0.5) ? 'male' : 'female';
  const { id, born } = newId(maker, sex, 26);
  const name = anyName(maker.random, sex, Number(born.slice(0, 4)));
  const person = { id, name, relation: sex === 'male' ? 'son' : 'daughter', sex };
  h.records.hukou.push(
    hukouRow(headOf(h), h.village, hukouNumber(h.index)),
    hukouRow(person, h.village, hukouNumber(h.index), status),
  );
  return person;
}

const hidden = (
  name: string,
  fits: (h: Household) => boolean,
  plant: (h: Household, maker: Maker) => void,
  expected: readonly string[],
): Rider => ({
  name,
  count: 1,
  fits: (h) => isSound(h) && h.records.hukou.length === 0 && fits(h),
  plant: (h, maker) => {
    plant(h, maker);
    return expected;
  },
});

/** Family in the register and not on the roster: MI09. */
export const registerRiders: readonly Rider[] = [
  hidden(
    'a son elsewhere with a car',
    isActive,
    (h, maker) => {
      h.records.vehicle.push(vehicleOf(maker, child(h, maker, 'present'), 'car', { status: ['A'] }));
    },
    ['MI09'],
  ),
  hidden(
    'a daughter elsewhere with a flat',
    isActive,
    (h, maker) => {
      h.records.property.push(propertyOf(maker, child(h, maker, 'present')));
    },
    ['MI09'],
  ),
  hidden(
    'a son elsewhere who is a teacher',
    isActive,
    (h, maker) => {
      const { id, name } = child(h, maker, 'present');
      h.records.payroll.push({
        id,
        name,
        employer: '安平县第二中学',
        post: '教师',
        kind: '事业编',
        status: 'serving',
      });
    },
    ['MI09'],
  ),
  hidden(
    'a son elsewhere with a motorcycle',
    isActive,
    (h, maker) => {
      h.records.vehicle.push(vehicleOf(maker, child(h, maker, 'present'), 'motorcycle', { status: ['A'] }));
    },
    [],
  ),
  hidden(
    'a son who left the register, with a car',
    isActive,
    (h, maker) => {
      h.records.vehicle.push(vehicleOf(maker, child(h, maker, 'gone'), 'car', { status: ['A'] }));
    },
    [],
  ),
  hidden(
    'an exited household’s son with a car',
    (h) => !isActive(h),
    (h, maker) => {
      h.records.vehicle.push(vehicleOf(maker, child(h, maker, 'present'), 'car', { status: ['A'] }));
    },
    [],
  ),
];

const suspect = (
  name: string,
  fits: (h: Household) => boolean,
  action: string,
  expected: readonly string[],
): Rider => ({
  name,
  count: 1,
  fits: (h) => isSound(h) && h.records.suspect.length === 0 && fits(h),
  plant: (h) => {
    const { id, name: who } = headOf(h);
    h.records.suspect.push({
      id,
      name: who,
      village: h.village,
      household: h.no,
      problem: '有车',
      action,
      found: '2016-11-30',
    });
    return expected;
  },
});

/** The audit's list and the dibao column: MI15, MI18, MI22. */
export const supportRiders: readonly Rider[] = [
  suspect('kept by the audit and active', isActive, 'kept', ['MI18']),
  suspect('on the audit’s list without a result', isActive, '', ['MI18']),
  suspect('kept by the audit and exited', (h) => !isActive(h), 'kept', []),
  {
    name: 'said to be on dibao',
    count: 1,
    fits: (h) => isSound(h) && isUnsupported(h) && !headOf(h).written,
    plant: (h) => {
      headOf(h).written = { dibao: '是' };
      return ['MI15'];
    },
  },
  {
    name: 'said not to be on dibao',
    count: 1,
    fits: (h) =>
      isSound(h) &&
      !headOf(h).written &&
      h.records.dibao.some(({ id, active }) => active && id === headOf(h).id),
    plant: (h) => {
      headOf(h).written = { dibao: '否' };
      return ['MI15'];
    },
  },
  {
    name: 'everybody able and on dibao of class two',
    count: 1,
    fits: (h) =>
      isSound(h) &&
      isUnsupported(h) &&
      h.records.vehicle.length + h.records.property.length + h.records.payroll.length === 0 &&
      present(h).every(
        ({ labour, age, fault, health }) =>
          labour === 'able' && age >= 16 && age < 60 && !fault && health.includes('healthy'),
      ),
    plant: (h, maker) => {
      grantDibao(maker, h, present(h), '2');
      return [];
    },
  },
];
