import type { Bilingual } from '../bilingual.js';
import { datasets } from '../datasets/catalogue.js';
import type { InputFault } from '../ingest/fault.js';
import type { UnusedInput } from '../report/model.js';
import type { AuditOptions } from './options.js';

/** Datasets of which a file or sheet could not be read, and which that was: id → in words. */
export type Incomplete = ReadonlyMap<string, Bilingual>;

const placeOf = ({ file, sheet }: InputFault): string => (sheet === undefined ? file : `${file}!${sheet}`);

/**
 * The datasets that may lack rows because an input could not be read: those that its header names, else those of which its name has a
 * word, else all of them, since it may have been any.
 */
export function incompleteBy(faults: readonly InputFault[]): Incomplete {
  const incomplete = new Map<string, Bilingual>();
  for (const fault of faults) {
    const place = placeOf(fault);
    const hinted = datasets.filter(({ hints }) => hints.some((hint) => place.includes(hint)));
    const known = fault.suspects ?? (hinted.length > 0 ? hinted : datasets).map(({ id }) => id);
    for (const id of known) {
      const title = datasets.find((dataset) => dataset.id === id)?.title;
      if (!title || incomplete.has(id)) continue;
      incomplete.set(id, {
        zh: `${title.zh}数据可能不全（${place} 未能读取）`,
        en: `${id} may be incomplete (${place} could not be read)`,
      });
    }
  }
  return incomplete;
}

/** An input that could not be read, as reports tell it. */
export const unreadInput = ({ file, sheet, error }: InputFault): UnusedInput => ({
  file,
  ...(sheet !== undefined && { sheet }),
  reason: { zh: error.sentence('zh'), en: error.sentence('en') },
  code: error.code,
});

/** What of the reading decides the run's name: what the configuration says of files, and what could not be read. */
export function readingOf(
  options: Pick<AuditOptions, 'files' | 'area' | 'villageIndicators'>,
  faults: readonly InputFault[],
): { reading?: unknown } {
  const entries = (options.files?.entries ?? []).map(({ settings }) => ({
    ...settings,
    dataset: settings.dataset.id,
    columns: [...settings.columns],
    codes: [...settings.codes].map(([field, spellings]) => [field, [...spellings]]),
    units: [...settings.units],
  }));
  const unread = faults.map((fault) => [placeOf(fault), fault.error.code]);
  const indicators = options.villageIndicators ?? [];
  const isTold = entries.length + unread.length + indicators.length > 0 || options.area !== undefined;
  if (!isTold) return {};
  return {
    reading: { entries, unread, area: options.area ?? null, ...(indicators.length > 0 && { indicators }) },
  };
}
