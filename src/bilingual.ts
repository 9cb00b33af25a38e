/** The languages that every message, label and report exists in. */
export type Lang = 'zh' | 'en';

/** One text in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/**
 * Fills the `{name}` places of a template. A part in `[[ ]]` is left out whole when a place in it has no value; one that begins
 * `[[!name|` stands only when `name` has none. A missing value elsewhere shows as `missing`.
 */
export function fill(
  template: string,
  values: Readonly<Record<string, string | number | undefined | null>>,
  missing = '—',
): string {
  const place = /\{(\w+)\}/g;
  const isMissing = (name: string): boolean => {
    const value = values[name];
    return value === undefined || value === null || value === '';
  };
  return template
    .replace(/\[\[!(\w+)\|(.*?)\]\]/gs, (_, name: string, part: string) => (isMissing(name) ? part : ''))
    .replace(/\[\[(.*?)\]\]/gs, (_, part: string) =>
      [...part.matchAll(place)].some((match) => isMissing(match[1] ?? '')) ? '' : part,
    )
    .replace(place, (_, name: string) => (isMissing(name) ? missing : String(values[name])));
}
