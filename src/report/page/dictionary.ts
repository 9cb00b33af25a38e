import type { Place } from './page-data.js';

/** Texts that are told once and named by their number afterwards, in the order in which they came. */
export interface Dictionary {
  /** The number of a text; a new one when it has none yet. */
  of(text: string): number;
  readonly texts: readonly string[];
}

export function createDictionary(): Dictionary {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  return {
    of(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, texts.length);
      return texts.push(text) - 1;
    },
    texts,
  };
}

/** Places in the same way. */
export interface Places {
  of(place: { readonly county: string; readonly township: string; readonly village: string }): number;
  readonly all: readonly Place[];
}

/** @param onlyCounty where a place that names no county lies */
export function createPlaces(onlyCounty: string): Places {
  const keys = createDictionary();
  const all: Place[] = [];
  return {
    of({ county, township, village }) {
      const place: Place = [county || onlyCounty, township, village];
      const number = keys.of(JSON.stringify(place));
      all[number] = place;
      return number;
    },
    all,
  };
}
