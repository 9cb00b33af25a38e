import type { Limits } from '../config/load.js';
import { defaultLimits, type InputLimits } from './limits.js';

const UNITS: Readonly<Record<string, number>> = { KB: 2 ** 10, MB: 2 ** 20, GB: 2 ** 30 };

/** Bytes of a size such as `500MB`. */
function bytesOf(size: number | string): number {
  if (typeof size === 'number') return size;
  const [, number = '', unit = ''] = /^([\d.]+)\s*(\w+)$/.exec(size) ?? [];
  return Math.floor(Number(number) * (UNITS[unit.toUpperCase()] ?? 1));
}

/** The caps that hold: those of the configuration, else the usual ones. */
export function limitsOf(limits: Limits): InputLimits {
  const size = (given: number | string | undefined, usual: number): number =>
    given === undefined ? usual : bytesOf(given);
  return {
    ...defaultLimits,
    entries: limits.zip_entries ?? defaultLimits.entries,
    entryBytes: size(limits.entry_bytes, defaultLimits.entryBytes),
    totalBytes: size(limits.total_bytes, defaultLimits.totalBytes),
    ratio: limits.zip_ratio ?? defaultLimits.ratio,
    sharedStrings: limits.shared_strings ?? defaultLimits.sharedStrings,
    sharedStringBytes: size(limits.shared_string_bytes, defaultLimits.sharedStringBytes),
    cellTextBytes: size(limits.cell_bytes, defaultLimits.cellTextBytes),
    recordBytes: size(limits.record_bytes, defaultLimits.recordBytes),
  };
}
