import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

/** What makes two audits the same audit. */
export interface RunIdentity {
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** Each input's path as reports name it, which only orders them, and the SHA-256 of its bytes. */
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  /** How the inputs were read, where that was told, and which could not be; compared as JSON. */
  readonly reading?: unknown;
  /** The run before and the verdicts that statuses go by, where there are any; compared as JSON. */
  readonly loop?: unknown;
  /** The policy pack with its values; compared as JSON. */
  readonly policy: unknown;
  /** The rules selected: header, SQL and parameters; compared as JSON. */
  readonly rules: readonly { readonly id: string; readonly definition: unknown }[];
}

/**
 * `<as-of>-<first 8 hex digits of the SHA-256 of inputs, policy and rules>`: the same audit has the same name, in whatever
 * folder its inputs stand and in whatever order they or the rules were given.
 */
export function runId(identity: RunIdentity): string {
  const text = canonicalJson({
    asOf: identity.asOf,
    inputs: [...identity.inputs].sort(by('path')).map((input) => input.sha256),
    ...(identity.reading !== undefined && { reading: identity.reading }),
    ...(identity.loop !== undefined && { loop: identity.loop }),
    policy: identity.policy,
    rules: [...identity.rules].sort(by('id')),
  });
  return `${identity.asOf}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}

const by =
  <K extends string>(key: K) =>
  (a: Readonly<Record<K, string>>, b: Readonly<Record<K, string>>): number =>
    a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0;
