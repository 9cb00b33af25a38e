import type { Bilingual } from '../bilingual.js';
import type { Engine } from '../engine/engine.js';
import { fingerprint, type InputPath } from './inputs.js';
import type { PartRead } from './part-read.js';
import { readText } from './read-text.js';
import { readWorkbook } from './read-workbook.js';
import { type FileKind, sniff } from './sniff.js';

/** A file that was read, with its parts. */
export interface FileRead {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly kind: FileKind;
  readonly parts: readonly PartRead[];
}

/** A file or sheet that was left out, and why. */
export interface LeftOut {
  readonly file: string;
  readonly sheet?: string;
  readonly reason: Bilingual;
}

const OWN: Bilingual = {
  zh: '是 hecha 自己的结果表，不是部门数据',
  en: 'a table of hecha’s own, not an extract',
};

/** Reads every input into raw tables, part by part, in the order of files and sheets. Creates the schema `raw`. */
export async function ingest(
  engine: Engine,
  inputs: readonly InputPath[],
  options: {
    readonly temporary: string;
    /** Headers of a village's exit indicators that do not begin as such. */
    readonly indicators?: readonly string[];
    readonly onFile?: (name: string, rows: number) => void;
  },
): Promise<{ files: FileRead[]; leftOut: LeftOut[] }> {
  await engine.exec('CREATE SCHEMA IF NOT EXISTS raw');
  const files: FileRead[] = [];
  const leftOut: LeftOut[] = [];
  let index = 0;
  for (const input of inputs) {
    const kind = await sniff(input);
    const parts: PartRead[] = [];
    if (kind === 'xlsx') {
      const read = await readWorkbook(engine, input, index, options.indicators);
      parts.push(...read.parts);
      leftOut.push(
        ...read.ignored.map(({ sheet, rows }) => ({ file: input.name, sheet, reason: noDataset(rows) })),
      );
    } else {
      const part = await readText(engine, input, { ...options, index });
      if (part) parts.push(part);
      else {
        leftOut.push({ file: input.name, reason: OWN });
        continue;
      }
    }
    index += parts.length;
    files.push({ name: input.name, kind, ...(await fingerprint(input)), parts });
    options.onFile?.(
      input.name,
      parts.reduce((total, { part }) => total + part.rowsBelow, 0),
    );
  }
  return { files, leftOut };
}

const noDataset = (rows: number): Bilingual =>
  rows === 0
    ? { zh: '空工作表', en: 'an empty sheet' }
    : {
        zh: `没有可识别的表头（${rows} 行），按说明页处理，未使用`,
        en: `no known header (${rows} rows): taken for notes, not used`,
      };
