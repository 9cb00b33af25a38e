import { codeList } from '../datasets/labels.js';

/** Units of lists of codes → the code list. */
const LISTS: Readonly<Record<string, string>> = {
  'post codes': 'cadre.post',
  'usage codes': 'property.usage',
  'nature codes': 'property.nature',
};

/** The classes that `owned_vehicle` sorts vehicles into. */
const VEHICLE_CLASSES = new Set(
  'wheelchair-car motorcycle tricycle tractor trailer low-speed-truck truck car other'.split(' '),
);

/**
 * The codes that a list parameter of that unit may hold: those of a code list that the unit names (`post codes`, or in general
 * `dataset.field codes`); undefined for a unit of free words.
 */
export function unitCodes(unit: string): ReadonlySet<string> | undefined {
  if (unit === 'vehicle classes') return VEHICLE_CLASSES;
  const path = LISTS[unit] ?? /^(\w+\.\w+) codes$/.exec(unit)?.[1];
  if (path === undefined) return undefined;
  try {
    return new Set(Object.keys(codeList(path)));
  } catch {
    // A unit that names no code list is one of words.
    return undefined;
  }
}
