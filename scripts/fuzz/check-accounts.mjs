// Nothing disappears: rows add up, files are all told of, nothing is left behind.
import { readdirSync } from 'node:fs';

/** Holds the account of a run against itself and against the tables. */
export async function checkAccounts({ gathered, open, temporary, made }) {
  const failures = [];
  for (const { parts } of gathered.reported) {
    for (const part of parts) {
      const place = part.sheet ? `a sheet of ${part.dataset}` : part.dataset;
      const { read, accepted, rejected, skipped, skippedBy } = part;
      if (read !== accepted + rejected + skipped)
        failures.push(`${place}: ${read} ≠ ${accepted} + ${rejected} + ${skipped}`);
      const reasons = Object.values(skippedBy).reduce((sum, count) => sum + count, 0);
      if (reasons !== skipped) failures.push(`${place}: ${skipped} skipped, but ${reasons} by reason`);
    }
  }
  const { files, leftOut, faults } = gathered;
  if (files.length + leftOut.length + faults.length === 0) failures.push('the file is not told of');
  const [left] = await open.all(
    "SELECT count(*)::INTEGER AS tables FROM information_schema.tables WHERE table_schema = 'raw'",
  );
  if (left.tables !== 0) failures.push(`${left.tables} raw tables are left behind`);
  const rest = readdirSync(temporary);
  if (rest.length > 0) failures.push(`${rest.length} temporary files are left behind`);
  failures.push(...leaks(gathered, made));
  return { failures };
}

/** A message that holds an ID number of the samples (they begin with an invented region's code) leaks. */
const leaks = ({ faults }) =>
  faults.some(({ error }) => /\d{17}[\dXx]/.test(JSON.stringify(error.values)))
    ? ['a message holds an ID number']
    : [];
