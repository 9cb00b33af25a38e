import { canonicalJson } from '../run/canonical-json.js';
import type { Difference } from './difference.js';
import { type FindingsById, readFindingsById } from './findings-by-id.js';
import type { RecordedManifest, RecordedRun } from './recorded-run.js';

/**
 * What of a run that was done again is not as it was, in this order: versions, rules, facts, parameters, findings, reports, and last whatever else its
 * manifest says. Inputs are left to whoever has located them.
 */
export async function compareRuns(run: RecordedRun, again: RecordedRun): Promise<Difference[]> {
  const [then, now] = [run.recorded, again.recorded];
  const [before, after] = [await readFindingsById(run), await readFindingsById(again)];
  const found = [
    ...versions(then, now),
    ...rules(then, now),
    ...facts(then, now),
    ...(before && after ? findings(before, after) : []),
    ...reports(then, now),
  ];
  return [...found, ...others(then, now)];
}

const short = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
};

const changed = (
  kind: Difference['kind'],
  what: string,
  [recorded, found]: readonly [unknown, unknown],
): Difference[] =>
  canonicalJson(recorded ?? null) === canonicalJson(found ?? null)
    ? []
    : [
        {
          kind,
          what,
          change: recorded === undefined ? 'added' : found === undefined ? 'missing' : 'changed',
          ...(recorded !== undefined && { recorded: short(recorded) }),
          ...(found !== undefined && { found: short(found) }),
        },
      ];

const versions = (then: RecordedManifest, now: RecordedManifest): Difference[] => [
  ...changed('tool', then.tool.name, [then.tool.version, now.tool.version]),
  ...changed('engine', then.engine.name, [then.engine.version, now.engine.version]),
];

type Ruled = Readonly<Record<string, unknown>> & { readonly id: string };

/** What of a rule is compared by itself; parameters are told one by one. */
const RULE_PARTS = ['sql_sha256', 'header_sha256', 'status', 'reason', 'exempted'] as const;

function rules(then: RecordedManifest, now: RecordedManifest): Difference[] {
  const all = ({ rules: ran, rules_not_run }: RecordedManifest): Map<string, Ruled> =>
    new Map([...ran, ...rules_not_run].map((rule) => [rule.id, rule]));
  const [before, after] = [all(then), all(now)];
  const parameters = new Map<string, Difference>();
  const found = [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((id): Difference[] => {
    const [a, b] = [before.get(id), after.get(id)];
    if (!a || !b) return changed('rule', id, [a && id, b && id]);
    for (const difference of valuesOf(a, b)) parameters.set(difference.what, difference);
    const parts = RULE_PARTS.filter(
      (part) => canonicalJson(a[part] ?? null) !== canonicalJson(b[part] ?? null),
    );
    return parts.length === 0 ? [] : [{ kind: 'rule', what: id, change: 'changed', parts }];
  });
  return [...found, ...[...parameters.values()].sort((a, b) => (a.what < b.what ? -1 : 1))];
}

function valuesOf(a: Ruled, b: Ruled): Difference[] {
  const [then, now] = [a.parameters ?? {}, b.parameters ?? {}] as Record<string, unknown>[];
  if (!then || !now || a.parameters === undefined || b.parameters === undefined) return [];
  return [...new Set([...Object.keys(then), ...Object.keys(now)])].flatMap((name) =>
    changed('parameter', name, [then[name], now[name]]),
  );
}

function facts(then: RecordedManifest, now: RecordedManifest): Difference[] {
  const hashes = ({ facts: built }: RecordedManifest): Map<string, string> =>
    new Map(built.map(({ name, sql_sha256 }) => [name, sql_sha256]));
  const [before, after] = [hashes(then), hashes(now)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .flatMap((name) => changed('fact', name, [before.get(name), after.get(name)]));
}

function findings(before: FindingsById, after: FindingsById): Difference[] {
  const differences: Difference[] = [];
  for (const [id, finding] of before) {
    const now = after.get(id);
    const of = { kind: 'finding', what: id, where: placeOf(finding) } as const;
    if (!now) differences.push({ ...of, change: 'missing' });
    else {
      const parts = partsOf(finding, now);
      if (parts.length > 0) differences.push({ ...of, change: 'changed', parts });
    }
  }
  for (const [id, finding] of after) {
    if (!before.has(id))
      differences.push({ kind: 'finding', what: id, where: placeOf(finding), change: 'added' });
  }
  return differences.sort((a, b) =>
    `${a.where} ${a.what}` < `${b.where} ${b.what}`
      ? -1
      : `${a.where} ${a.what}` > `${b.where} ${b.what}`
        ? 1
        : 0,
  );
}

/** Rule, place and household: nothing that names a person. */
const placeOf = ({ rule_id, township, village, household_no }: Readonly<Record<string, unknown>>): string =>
  [rule_id, township, village, household_no].filter(Boolean).map(String).join(' ');

/** The columns of a finding that are not the same; of its evidence each by itself. */
function partsOf(then: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>): string[] {
  return [...new Set([...Object.keys(then), ...Object.keys(now)])].flatMap((column) => {
    const [a, b] = [then[column] ?? null, now[column] ?? null];
    if (canonicalJson(a) === canonicalJson(b)) return [];
    if (column !== 'evidence' || !isObject(a) || !isObject(b)) return [column];
    return partsOf(a, b).map((key) => `evidence.${key}`);
  });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function reports(then: RecordedManifest, now: RecordedManifest): Difference[] {
  const after = new Map(now.outputs.map(({ path, sha256 }) => [path, sha256]));
  const before = new Map(then.outputs.map(({ path, sha256 }) => [path, sha256]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .flatMap((path) => changed('report', path, [before.get(path), after.get(path)]));
}

/** Parts of a manifest that are compared elsewhere, or that are nothing but the sum of the others. */
const ELSEWHERE = new Set(
  'content located timings run_id base tool engine rules rules_not_run facts outputs'.split(' '),
);

/** The first places in which the rest of two manifests differ. */
function others(then: RecordedManifest, now: RecordedManifest): Difference[] {
  const rest = (manifest: RecordedManifest): Record<string, unknown> => ({
    ...Object.fromEntries(Object.entries(manifest).filter(([key]) => !ELSEWHERE.has(key))),
    reading: { ...manifest.reading, files: undefined },
    // By their names; their bytes are compared elsewhere.
    inputs: Object.fromEntries(
      manifest.inputs.map(({ path, sha256: _, size: _size, inside: _inside, ...read }) => [path, read]),
    ),
  });
  return deepDifferences(rest(then), rest(now), '');
}

function deepDifferences(then: unknown, now: unknown, place: string): Difference[] {
  if (canonicalJson(then ?? null) === canonicalJson(now ?? null)) return [];
  const isList = Array.isArray(then) && Array.isArray(now);
  if (!isList && !(isObject(then) && isObject(now))) return changed('record', place, [then, now]);
  const [a, b] = [then, now] as unknown as Record<string, unknown>[];
  return [...new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])].flatMap((key) =>
    deepDifferences(a?.[key], b?.[key], place === '' ? key : `${place}.${key}`),
  );
}
