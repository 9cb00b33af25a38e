import { grantDibao } from '../benefits.js';
import { dayBetween } from '../maker.js';
import type { Household } from '../model.js';
import { propertyOf } from '../properties.js';
import { vehicleOf } from '../vehicles.js';
import { activeWorker, headOf, memberWho, present, type Scenario, times } from './scenario.js';

const couple = { ...activeWorker, shape: 'nuclear' } as const;

/** The whole household on dibao of the third class: supported, but not core support, so that its category is right. */
const onDibao = (household: Household, maker: Parameters<Scenario['plant']>[1]): void =>
  grantDibao(maker, household, present(household), '3');

/** Vehicles and properties of registered households: MI01, MI02, MI16. */
export const assetScenarios: readonly Scenario[] = [
  {
    name: 'car',
    count: 3,
    wish: activeWorker,
    plant: (h, maker) => {
      h.records.vehicle.push(vehicleOf(maker, headOf(h), 'car'));
      return ['MI01'];
    },
  },
  {
    name: 'car of a returned household',
    count: 1,
    wish: { ...activeWorker, status: 'returned' },
    plant: (h, maker) => {
      h.records.vehicle.push(vehicleOf(maker, headOf(h), 'car'));
      return ['MI01'];
    },
  },
  {
    name: 'car of a pre-exit household',
    count: 1,
    wish: { ...activeWorker, status: 'pre-exit' },
    plant: (h, maker) => {
      h.records.vehicle.push(vehicleOf(maker, headOf(h), 'car', { use: '出租客运' }));
      return ['MI01'];
    },
  },
  {
    name: 'truck',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      h.records.vehicle.push(vehicleOf(maker, headOf(h), 'truck'));
      return ['MI01'];
    },
  },
  {
    name: 'old car',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      const registered = dayBetween(maker, maker.year - 15, maker.year - 12);
      h.records.vehicle.push(vehicleOf(maker, headOf(h), 'car', { registered }));
      return ['MI01'];
    },
  },
  {
    name: 'car overdue for inspection',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      h.records.vehicle.push(
        vehicleOf(maker, headOf(h), 'car', { status: maker.random.pick([['Q'], ['G', 'Q']]) }),
      );
      return ['MI01'];
    },
  },
  {
    name: 'car laid up',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      h.records.vehicle.push(vehicleOf(maker, headOf(h), 'car', { status: ['D'] }));
      return ['MI01'];
    },
  },
  {
    name: 'car known by its plate alone',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      h.records.vehicle.push(vehicleOf(maker, headOf(h), 'car', { type: undefined, plateKind: '02' }));
      return ['MI01'];
    },
  },
  {
    name: 'three vehicles of one person',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      for (const kind of ['car', 'truck', 'truck'] as const)
        h.records.vehicle.push(vehicleOf(maker, headOf(h), kind));
      return times(3, 'MI01');
    },
  },
  {
    name: 'car on dibao',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      onDibao(h, maker);
      h.records.vehicle.push(vehicleOf(maker, headOf(h), 'car'));
      return ['MI01', 'MI16'];
    },
  },
  {
    name: 'car of an exited household on dibao',
    count: 1,
    wish: { ...activeWorker, status: 'exited' },
    plant: (h, maker) => {
      h.records.vehicle = h.records.vehicle.filter((row) => row.status.includes('E'));
      h.records.property = [];
      h.records.payroll = [];
      onDibao(h, maker);
      h.records.vehicle.push(vehicleOf(maker, headOf(h), 'car'));
      return ['MI16'];
    },
  },
  {
    name: 'wheelchair car',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      h.records.vehicle.push(vehicleOf(maker, headOf(h), 'wheelchair-car'));
      return [];
    },
  },
  {
    name: 'car scrapped with a motorcycle kept',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      const registered = dayBetween(maker, maker.year - 14, maker.year - 11);
      h.records.vehicle.push(
        vehicleOf(maker, headOf(h), 'car', {
          registered,
          status: ['E'],
          changed: dayBetween(maker, maker.year - 2, maker.year - 1),
        }),
      );
      h.records.vehicle.push(vehicleOf(maker, headOf(h), 'motorcycle', { type: undefined, plateKind: '07' }));
      return [];
    },
  },
  {
    name: 'car of somebody who left the household',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      const spouse = h.members.find((member) => member.relation !== 'head' && member.age >= 18);
      if (!spouse) return [];
      spouse.gone = true;
      for (const kind of [
        'insurance',
        'vehicle',
        'property',
        'medical',
        'student',
        'dwelling',
        'water',
      ] as const) {
        const rows = h.records[kind] as { id: string }[];
        (h.records[kind] as { id: string }[]) = rows.filter((row) => row.id !== spouse.id);
      }
      h.records.vehicle.push(vehicleOf(maker, spouse, 'car'));
      return [];
    },
  },
  {
    name: 'flat',
    count: 2,
    wish: activeWorker,
    plant: (h, maker) => {
      h.records.property.push(propertyOf(maker, headOf(h)));
      return ['MI02'];
    },
  },
  {
    name: 'shop',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      h.records.property.push(propertyOf(maker, headOf(h), { usage: 'commercial' }));
      return ['MI02'];
    },
  },
  {
    name: 'office',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      h.records.property.push(propertyOf(maker, headOf(h), { usage: 'office' }));
      return ['MI02'];
    },
  },
  {
    name: 'affordable flat',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      h.records.property.push(propertyOf(maker, headOf(h), { nature: 'economic' }));
      return ['MI02'];
    },
  },
  {
    name: 'flat of no stated nature',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      h.records.property.push(propertyOf(maker, headOf(h), { nature: undefined }));
      return ['MI02'];
    },
  },
  {
    name: 'flat of husband and wife',
    count: 1,
    wish: couple,
    plant: (h, maker) => {
      const flat = propertyOf(maker, headOf(h), { share: '共同共有' });
      const wife = memberWho(h, 'spouse');
      h.records.property.push(flat, { ...flat, id: wife.id, name: wife.name });
      return times(2, 'MI02');
    },
  },
  {
    name: 'two flats of one person',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      h.records.property.push(propertyOf(maker, headOf(h)), propertyOf(maker, headOf(h)));
      return times(2, 'MI02');
    },
  },
  {
    name: 'flat on dibao',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      onDibao(h, maker);
      h.records.property.push(propertyOf(maker, headOf(h)));
      return ['MI02', 'MI16'];
    },
  },
  {
    name: 'flat sold and a house from relocation',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      h.records.property.push(
        propertyOf(maker, headOf(h), {
          status: 'transferred',
          changed: dayBetween(maker, maker.year - 4, maker.year - 2),
        }),
        propertyOf(maker, headOf(h), { nature: 'relocation' }),
      );
      return [];
    },
  },
];
