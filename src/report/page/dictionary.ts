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
