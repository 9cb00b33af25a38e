import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { vehicleFinding } from './fixture.js';
import { writtenReports } from './written.js';

const more = Array.from({ length: 700 }, (_, index) =>
  vehicleFinding({ finding_id: `N${index}`, township: `镇${index % 7}` }),
);

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

async function bytesIn(timeZone: string, rows: typeof more): Promise<Map<string, Buffer>> {
  process.env.TZ = timeZone;
  const folder = await writtenReports({}, { more: rows });
  const names = (await readdir(folder)).sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
}

it('gives the same bytes in any time zone, at any time, and whatever the order of the table', async () => {
  const east = await bytesIn('Pacific/Kiritimati', more);
  const eastOffset = new Date(0).getTimezoneOffset();
  const west = await bytesIn('Pacific/Midway', [...more].reverse());
  // Without this the time zone would not have been changed at all.
  expect(new Date(0).getTimezoneOffset()).not.toBe(eastOffset);
  expect([...east.keys()]).toEqual([...west.keys()]);
  for (const [name, bytes] of east) expect(bytes.equals(west.get(name) ?? Buffer.alloc(0)), name).toBe(true);
});

it('writes workbooks without times, and tells Excel not to mark numbers kept as text', async () => {
  const folder = await writtenReports({}, { formats: ['xlsx'] });
  const entries = await readZip(join(folder, 'mis-identification.xlsx'));
  expect(entries.size).toBeGreaterThan(10);
  for (const [name, { time }] of entries) expect([name, time]).toEqual([name, '1980-01-01']);
  expect(entries.get('docProps/core.xml')?.text).not.toMatch(/created|modified|>20\d\d/);
  const sheet = entries.get('xl/worksheets/sheet3.xml')?.text ?? '';
  expect(sheet).toMatch(
    /<ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"\/><\/ignoredErrors><\/worksheet>$/,
  );
  expect(sheet).not.toMatch(/<f>|r:id=/);
});

/** Every entry of a zip: its text and its date. */
async function readZip(path: string): Promise<Map<string, { text: string; time: string }>> {
  const entries = new Map<string, { text: string; time: string }>();
  await new Promise<void>((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('error', reject);
      zip.on('end', resolve);
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, async (failed, stream) => {
          if (failed) return reject(failed);
          const pieces: Buffer[] = [];
          for await (const piece of stream) pieces.push(piece as Buffer);
          const day = entry.lastModFileDate;
          const time = [(day >> 9) + 1980, (day >> 5) & 15, day & 31].map((part) =>
            String(part).padStart(2, '0'),
          );
          entries.set(entry.fileName, { text: Buffer.concat(pieces).toString(), time: time.join('-') });
          zip.readEntry();
        });
      });
      zip.readEntry();
    });
  });
  return entries;
}
