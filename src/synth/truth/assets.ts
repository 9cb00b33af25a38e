import type { Cadre, Insurance, Property, Vehicle } from '../records.js';
import type { Census } from './census.js';

const exemptTypes: readonly RegExp[] = [
  /摩托|三轮|低速|拖拉机|挂车$|残疾人|代步车/,
  /^M\d/,
  /^N\d/,
  /^T\d/,
  /^[GB]\d/,
  /^H5/,
];

/** In use: none of transferred out, stolen, struck off, due for scrapping, plates void. */
const inUse = (vehicle: Vehicle): boolean => !vehicle.status.some((state) => 'BCEMP'.includes(state));

/** Of a kind that counts, in use or not. */
export const isCountedKind = (vehicle: Vehicle): boolean => {
  if (vehicle.type === undefined) return !['07', '08', '13', '14', '15'].includes(vehicle.plateKind);
  const type = vehicle.type;
  return vehicle.use !== '残疾人专用' && !exemptTypes.some((pattern) => pattern.test(type));
};

export const isCountedVehicle = (vehicle: Vehicle): boolean => inUse(vehicle) && isCountedKind(vehicle);

const exemptNatures = [
  'resettlement',
  'relocation',
  'returned',
  'public-rental',
  'low-rent',
  'self-built',
  'homestead',
  'renovation',
];

export const isCountedProperty = (property: Property): boolean =>
  property.status === 'in-force' &&
  ['residential', 'commercial', 'office'].includes(property.usage) &&
  !(property.nature !== undefined && exemptNatures.includes(property.nature));

export const isOnPayroll = ({ status }: { readonly status: string }): boolean =>
  status === 'serving' || status === 'retired';

/** Plates, certificates and employers of all that speaks against poverty of that person. */
export function assetsOf(census: Census, id: string | undefined): string[] {
  return [
    ...census
      .of('vehicle', id)
      .filter(isCountedVehicle)
      .map((row) => row.plate),
    ...census
      .of('property', id)
      .filter(isCountedProperty)
      .map((row) => row.certificate),
    ...census
      .of('payroll', id)
      .filter(isOnPayroll)
      .map((row) => row.employer),
  ];
}

const barredPosts = ['secretary', 'director', 'clerk', 'deputy-secretary', 'deputy-director'];

/** Seats of village cadres that bar registration, held on the day. */
export const barringSeats = (census: Census, id: string | undefined): Cadre[] =>
  census
    .of('cadre', id)
    .filter((row) => row.posts.some((post) => barredPosts.includes(post)))
    .filter((row) => row.serving ?? (row.ended === undefined || row.ended > census.asOf));

const exemptPosts = ['公益性岗位', '乡村公益岗', '护林员', '保洁员'];

/** Employee or public insurance that an employer pays, in no post that was given as help. */
export const employments = (census: Census, id: string | undefined): Insurance[] =>
  census
    .of('insurance', id)
    .filter((row) => row.kind !== 'resident' && row.status === 'paying' && row.employer !== undefined)
    .filter((row) => row.post === undefined || !exemptPosts.includes(row.post));
