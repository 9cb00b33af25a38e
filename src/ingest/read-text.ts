import type { Bilingual } from '../bilingual.js';
import type { Engine } from '../engine/engine.js';
import { HechaError } from '../errors.js';
import { loadText } from './csv/load.js';
import { sampleRecords } from './csv/sample.js';
import { scanText } from './csv/scan.js';
import { declaredDate } from './declared-date.js';
import { detect } from './detect.js';
import { HEADER_ROWS } from './detection.js';
import { placed } from './fault.js';
import type { InputLimits } from './limits.js';
import { holdsPeople, noDataset, OWN } from './notes.js';
import { isOwnTable } from './own-file.js';
import { cutOffWarning, keptColumns, type PartRead } from './part-read.js';
import type { ReadSettings } from './settings.js';
import type { Source } from './source.js';

/**
 * Reads one text file into a raw table.
 * @returns why it was left out, for a table of hecha's own and for notes: text in one column that names nobody
 * @throws HechaError HC3001, HC3002, HC3012, HC3014–3016 when its header is not known, HC3006 when its rows do not add up, and the
 * scanner's own.
 */
export async function readText(
  engine: Engine,
  source: Source,
  options: {
    readonly index: number;
    readonly temporary: string;
    readonly limits: InputLimits;
    readonly indicators: readonly string[];
    readonly settings: ReadSettings | undefined;
  },
): Promise<PartRead | { readonly reason: Bilingual }> {
  const { settings } = options;
  const suspects = settings && [settings.dataset.id];
  let found = suspects;
  try {
    const scan = await scanText(source.path, {
      cap: options.limits.recordBytes,
      ...(settings?.encoding && { encoding: settings.encoding }),
      ...(settings?.delimiter && { delimiter: settings.delimiter }),
    });
    const sample = await sampleRecords(source.path, scan, sampleRows(settings));
    if (isOwnTable(sample)) return { reason: OWN };
    const detected = detect(source.name, sample, {
      surroundings: source.name,
      indicators: options.indicators,
      ...(settings && { settings }),
    });
    if (!detected) {
      if (scan.width < 2 && !settings && !holdsPeople(sample)) return { reason: noDataset(scan.records) };
      throw new HechaError('HC3012', { place: source.name });
    }
    found = [detected.dataset.id];
    const { headerRow, headerHeight } = detected;
    const table = `part_${options.index}`;
    const { keep, wide } = keptColumns(detected);
    const { loaded } = await loadText({
      engine,
      path: source.path,
      scan,
      headerRow,
      keep,
      table,
      temporary: options.temporary,
    });
    if (loaded !== scan.records - headerRow) {
      throw new HechaError('HC3006', {
        place: source.name,
        counted: scan.records - headerRow,
        read: loaded,
      });
    }
    const date = declaredDate(sample.slice(0, headerRow - headerHeight).flat());
    return {
      part: {
        index: options.index,
        file: source.name,
        dataset: detected.dataset,
        headerRow,
        headerHeight,
        columns: detected.columns,
        ...(wide.length > 0 && { wide }),
        typed: false,
        table,
        rowsAbove: headerRow,
        rowsBelow: loaded,
      },
      detected,
      encoding: scan.encoding + (scan.bom && scan.encoding === 'utf-8' ? ' (BOM)' : ''),
      delimiter: scan.delimiter,
      unknownColumns: detected.unknownColumns,
      ...(date && { declaredDate: date }),
      warnings: cutOffWarning(loaded),
    };
  } catch (error) {
    throw placed(error, source.name, found);
  }
}

/** Rows in which the header is looked for, and one of data below it. */
export const sampleRows = (settings: ReadSettings | undefined): number =>
  Math.max(HEADER_ROWS, settings?.headerRows?.at(-1) ?? 0) + 1;
