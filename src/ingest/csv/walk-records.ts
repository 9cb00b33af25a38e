import { HechaError } from '../../errors.js';
import type { RecordView } from './record-grammar.js';
import type { TextScan } from './scan.js';
import { splitRecords } from './split-records.js';
import { lineOfFault, Undecodable, utf8Chunks } from './utf8-chunks.js';

/** A text file that was scanned. */
export interface ScannedText {
  readonly path: string;
  /** The file as errors name it. */
  readonly place: string;
  readonly scan: TextScan;
}

export interface RecordVisitor {
  /** Each record with its number in the file, from 1; the view is valid until `settle`. */
  visit(record: number, view: RecordView): void;
  /** Called after each stretch of records, before their bytes go; false ends the walk. */
  settle(): Promise<boolean> | boolean;
}

/**
 * Walks through the records of a scanned file, by the rules of the scan.
 * @returns how many records were visited.
 * @throws HechaError HC3007 when the file is no longer of the scan's encoding, HC3011 when it cannot be read.
 */
export async function walkRecords(text: ScannedText, visitor: RecordVisitor): Promise<number> {
  const { path, place, scan } = text;
  const source = { path, place, encoding: scan.encoding };
  let records = 0;
  const splitter = splitRecords(scan, (view) => {
    records += 1;
    visitor.visit(records, view);
  });
  try {
    for await (const chunk of utf8Chunks(source)) {
      splitter.push(chunk);
      if (!(await visitor.settle())) return records;
    }
    splitter.end();
    await visitor.settle();
    return records;
  } catch (error) {
    if (!(error instanceof Undecodable)) throw error;
    throw new HechaError('HC3007', { place, row: await lineOfFault(source, error.offset) });
  }
}
