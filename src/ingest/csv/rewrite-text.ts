import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { HechaError } from '../../errors.js';
import type { RecordView } from './record-grammar.js';
import { irregularity } from './scan.js';
import { type ScannedText, walkRecords } from './walk-records.js';

export interface RewrittenText {
  /** The file to make; nothing may be there. */
  readonly path: string;
  /** Records above the data, in whose place stand as many short lines. */
  readonly headerRow: number;
  /** Takes a record that is not regular; a record of empty cells stands in its place. */
  onIrregular(record: number, view: RecordView): void;
  /** Called before the bytes of the views go. */
  settle(): void;
}

/**
 * Copies the records of a file into one that every reader reads alike: UTF-8, LF, each record of the scan's width. For
 * the eyes of its owner only.
 * @returns how many records the copy has, the lines above the data included.
 * @throws HechaError HC5002 when it cannot be written.
 */
export async function rewriteText(text: ScannedText, copy: RewrittenText): Promise<number> {
  const { width, delimiter } = text.scan;
  const emptyRecord = Buffer.from(`${delimiter.repeat(width - 1)}\n`);
  const file = await written(copy.path, () => open(copy.path, 'wx', 0o600));
  try {
    const output = lineBuffer();
    for (let line = 0; line < copy.headerRow; line += 1) output.add(TITLE_LINE, 0, TITLE_LINE.length);
    return await walkRecords(text, {
      visit(record, view) {
        if (record <= copy.headerRow) return;
        if (irregularity(view, width) === undefined) {
          output.add(view.window, view.start, view.textEnd);
          output.add(LINE_END, 0, 1);
        } else {
          copy.onIrregular(record, view);
          output.add(emptyRecord, 0, emptyRecord.length);
        }
      },
      async settle() {
        copy.settle();
        await written(copy.path, () => output.writeTo(file));
        return true;
      },
    });
  } finally {
    await file.close();
  }
}

const TITLE_LINE = Buffer.from('-\n');
const LINE_END = Buffer.from('\n');

/** Bytes waiting to be written. */
function lineBuffer() {
  let bytes = Buffer.allocUnsafe(1 << 21);
  let length = 0;
  return {
    add(source: Buffer, start: number, end: number): void {
      const needed = length + end - start;
      if (needed > bytes.length) {
        const larger = Buffer.allocUnsafe(needed * 2);
        bytes.copy(larger, 0, 0, length);
        bytes = larger;
      }
      length += source.copy(bytes, length, start, end);
    },
    async writeTo(file: FileHandle): Promise<void> {
      await file.writeFile(bytes.subarray(0, length));
      length = 0;
    },
  };
}

async function written<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : 'write';
    throw new HechaError('HC5002', { dir: dirname(path), detail });
  }
}
