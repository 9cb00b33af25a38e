import { isCountedProperty, isCountedVehicle } from './assets.js';
import type { Census } from './census.js';
import type { TrueFinding } from './finding.js';
import { sheddingWindow } from './hidden-assets.js';

type Found = Omit<TrueFinding, 'household' | 'note'>;

/** An asset that counted for its owner: the last night that showed it, and the first that did not. */
interface Seen {
  readonly owner: string;
  readonly number: string;
  readonly last: string;
  readonly missing?: string;
}

/** Watches a block night by night: MI08 where an extract has no row any more of an asset that it had. */
export interface AssetWatch {
  /** @returns what a night's audit finds that knows the night before */
  next(census: Census): Found[];
}

export function assetWatch(): AssetWatch {
  let seen = new Map<string, Seen>();
  return {
    next(census) {
      const { asOf } = census;
      const present = new Set<string>();
      const now = new Map<string, Seen>();
      const look = (kind: string, owner: string, number: string, counted: boolean): void => {
        const key = `${kind} ${owner} ${number}`;
        present.add(key);
        if (counted) now.set(key, { owner, number, last: asOf });
      };
      for (const row of census.all('vehicle')) look('vehicle', row.id, row.plate, isCountedVehicle(row));
      for (const row of census.all('property'))
        look('property', row.id, row.certificate, isCountedProperty(row));
      const found: Found[] = [];
      for (const [key, each] of seen) {
        if (present.has(key)) continue;
        const gone = { ...each, missing: each.missing ?? asOf };
        now.set(key, gone);
        const members = census.membersById.get(each.owner) ?? [];
        const shed = members.some(({ household }) => {
          const [first, last] = sheddingWindow(household.identified);
          return gone.last <= last && gone.missing >= first;
        });
        if (shed) found.push({ rule: 'MI08', subject: each.owner, key: each.number });
      }
      seen = now;
      return found;
    },
  };
}
