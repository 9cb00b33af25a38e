import { createHash } from 'node:crypto';

/** The SHA-256 of a text in hex, as manifests record those of SQL, headers and ledgers. */
export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex');
