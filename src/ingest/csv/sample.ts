import { basename } from 'node:path';
import { rowReader } from './read-rows.js';
import type { TextScan } from './scan.js';
import { walkRecords } from './walk-records.js';

/**
 * The first records of a text file as cells, as many as `count`; a blank line has none.
 * @throws HechaError HC3006 or HC3007 when the file is no longer what was scanned, HC3011 when it cannot be read.
 */
export async function sampleRecords(path: string, scan: TextScan, count: number): Promise<string[][]> {
  const place = basename(path);
  const records: string[][] = [];
  if (count <= 0) return records;
  const reader = rowReader({ delimiter: scan.delimiter, place }, (row) => records.push([...row.cells]));
  await walkRecords(
    { path, place, scan },
    {
      visit(record, view) {
        if (record <= count) reader.take(record, view);
      },
      settle() {
        reader.flush();
        return records.length < count;
      },
    },
  );
  return records;
}
