import { createHash } from 'node:crypto';
import type { EvidenceValue } from './finding.js';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 12;

/**
 * The id of a finding: 12 characters of base32 (RFC 4648, lower case) from rule, subject and key, and from nothing that changes
 * from night to night (amounts, row numbers, file names), so that a finding keeps it through re-exports.
 */
export function findingId(rule: string, subject: string, key: readonly (string | null)[]): string {
  return shortHash(JSON.stringify([rule, subject, ...key]));
}

/**
 * What a finding's evidence says, as 12 characters: a verdict holds for as long as this stays the same. Columns that move with the as-of day
 * alone (ages, days of delay) are left out, for nothing has changed when they do.
 */
export function fingerprintOf(
  rule: string,
  evidence: Readonly<Record<string, EvidenceValue>>,
  volatile: readonly string[],
): string {
  const lasting = Object.entries(evidence)
    .filter(([column]) => !volatile.includes(column))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return shortHash(JSON.stringify([rule, lasting]));
}

/** The first 60 bits of the SHA-256 of a text in base32. */
function shortHash(text: string): string {
  const digest = createHash('sha256').update(text).digest();
  let bits = 0;
  let held = 0;
  let id = '';
  for (const byte of digest) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && id.length < LENGTH) {
      bits -= 5;
      id += ALPHABET[(held >> bits) & 31];
      held &= (1 << bits) - 1;
    }
  }
  return id;
}
