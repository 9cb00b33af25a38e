import { relocationOf } from '../relocations.js';
import type { Rider } from './rider.js';

type Details = Parameters<typeof relocationOf>[2];

const moving = (name: string, details: (year: number) => Details, found: boolean): Rider => ({
  name,
  count: 1,
  fits: (h) => !h.relocated,
  plant: (h, maker) => {
    h.relocated = true;
    h.records.relocation = [relocationOf(maker, h, details(maker.year))];
    return found ? ['AS06'] : [];
  },
});

/** Relocated households: AS06. */
export const movingRiders: readonly Rider[] = [
  moving('new house stands empty', () => ({ movedIn: false, oldHouseRemoved: false }), true),
  moving('moved and the old house still there', () => ({ oldHouseRemoved: false }), true),
  moving(
    'house of last year not built',
    (year) => ({ planYear: year - 1, built: false, movedIn: false, oldHouseRemoved: false }),
    true,
  ),
  moving(
    'house of this year stands empty',
    (year) => ({ planYear: year, movedIn: false, oldHouseRemoved: undefined }),
    true,
  ),
  moving(
    'house of this year not built',
    (year) => ({ planYear: year, built: false, movedIn: false, oldHouseRemoved: false }),
    false,
  ),
  moving('moved, nothing said of the old house', () => ({ oldHouseRemoved: undefined }), false),
  moving('moved and the old house gone', (year) => ({ planYear: year }), false),
];
