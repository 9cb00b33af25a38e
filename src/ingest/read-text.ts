import type { Engine } from '../engine/engine.js';
import { HechaError } from '../errors.js';
import { loadText } from './csv/load.js';
import { sampleRecords } from './csv/sample.js';
import { scanText } from './csv/scan.js';
import { declaredDate } from './declared-date.js';
import { detect, HEADER_ROWS } from './detect.js';
import type { InputPath } from './inputs.js';
import { isOwnTable } from './own-file.js';
import type { PartRead } from './part-read.js';
import { keptColumns } from './part-read.js';

/**
 * Reads one text file into a raw table.
 * @returns undefined for a table of hecha's own
 * @throws HechaError HC3001 or HC3002 when its header is not known, HC3006 when its rows do not add up, and the scanner's own.
 */
export async function readText(
  engine: Engine,
  input: InputPath,
  options: {
    readonly index: number;
    readonly temporary: string;
    readonly indicators?: readonly string[];
  },
): Promise<PartRead | undefined> {
  const scan = await scanText(input.path).catch((error: unknown) => {
    throw named(error, input);
  });
  const sample = await sampleRecords(input.path, scan, HEADER_ROWS + 1);
  if (isOwnTable(sample[0] ?? [])) return undefined;
  const detected = detect(input.name, sample, input.name, options.indicators);
  if (!detected) throw new HechaError('HC3012', { place: input.name });
  const { headerRow } = detected;
  const table = `part_${options.index}`;
  const { keep, wide } = keptColumns(detected);
  const { loaded } = await loadText({
    engine,
    path: input.path,
    scan,
    headerRow,
    keep,
    table,
    temporary: options.temporary,
  }).catch((error: unknown) => {
    throw named(error, input);
  });
  if (loaded !== scan.records - headerRow) {
    throw new HechaError('HC3006', { place: input.name, counted: scan.records - headerRow, read: loaded });
  }
  const date = declaredDate(sample.slice(0, headerRow - 1).flat());
  return {
    part: {
      index: options.index,
      file: input.name,
      dataset: detected.dataset,
      headerRow,
      columns: detected.columns,
      ...(wide.length > 0 && { wide }),
      typed: false,
      table,
      rowsAbove: headerRow,
      rowsBelow: loaded,
    },
    encoding: scan.encoding + (scan.bom && scan.encoding === 'utf-8' ? ' (BOM)' : ''),
    unknownColumns: detected.unknownColumns,
    ...(date && { declaredDate: date }),
    warnings: [],
  };
}

/** The same failure, named by the file as reports name it and not by its path. */
function named(error: unknown, input: InputPath): unknown {
  return error instanceof HechaError
    ? new HechaError(error.code, { ...error.values, place: input.name })
    : error;
}
