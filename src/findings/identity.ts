import { createHash } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 12;

/**
 * The id of a finding: 12 characters of base32 (RFC 4648, lower case) from rule, subject and key, and from nothing that changes
 * from night to night (amounts, row numbers, file names), so that a finding keeps it through re-exports.
 */
export function findingId(rule: string, subject: string, key: readonly (string | null)[]): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([rule, subject, ...key]))
    .digest();
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
