import type { TrueFinding } from './finding.js';

/** What became of a finding since the night before. */
export interface TruthChange {
  readonly rule: string;
  readonly subject: string;
  readonly key: string;
  readonly change: 'new' | 'gone' | 'changed';
  readonly note: string;
}

export const keyOf = ({ rule, subject, key }: Pick<TrueFinding, 'rule' | 'subject' | 'key'>): string =>
  JSON.stringify([rule, subject, key]);

/**
 * What a night's truth has that the night before had not, what is gone, and what is there with other evidence: a finding about an
 * area whose counts are others, and those whose evidence was changed on purpose.
 * @param changed keys (`keyOf`) of the latter
 */
export function truthChanges(
  before: readonly TrueFinding[],
  tonight: readonly TrueFinding[],
  changed: ReadonlySet<string>,
): TruthChange[] {
  const was = new Map(before.map((finding) => [keyOf(finding), finding]));
  const is = new Set(tonight.map(keyOf));
  const told = ({ rule, subject, key, note }: TrueFinding, change: TruthChange['change']): TruthChange => ({
    rule,
    subject,
    key,
    change,
    note,
  });
  return [
    ...tonight.flatMap((finding) => {
      const earlier = was.get(keyOf(finding));
      if (earlier === undefined) return [told(finding, 'new')];
      const isOther =
        changed.has(keyOf(finding)) || (finding.household === -1 && earlier.note !== finding.note);
      return isOther ? [told(finding, 'changed')] : [];
    }),
    ...before.filter((finding) => !is.has(keyOf(finding))).map((finding) => told(finding, 'gone')),
  ];
}
