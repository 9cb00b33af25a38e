import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HechaError } from '../errors.js';
import { LEDGER } from '../findings/ledger.js';
import { asWriteFailure } from '../run/write-failure.js';
import { writeAreasCsv } from './areas-csv.js';
import { openFamilyCsv } from './family-csv.js';
import { openFamilyWorkbook } from './family-workbook.js';
import { findingsOfFamily } from './finding-rows.js';
import type { FindingSink } from './finding-sink.js';
import { openFindingsCsv } from './findings-csv.js';
import { openFindingsJsonl } from './findings-jsonl.js';
import { maskFinding, maskFor } from './masking.js';
import type { ReportModel } from './model.js';
import { writeRejectsCsv } from './rejects-csv.js';
import { writeStates } from './states-jsonl.js';
import { familyTotals } from './totals.js';

export type ReportFormat = 'xlsx' | 'csv' | 'json' | 'html';

/**
 * Writes the reports of a run into a folder: every finding is read, and masked, once and goes to all of them. `rejects.csv` is
 * written whatever the formats, for every row must be accounted for, and `state.jsonl`, for the next night goes by it.
 * @throws HC5002 when the disk does not allow it, HC9001 when the reports do not hold exactly the findings that there are.
 */
export async function writeReports(
  model: ReportModel,
  folder: string,
  formats: ReadonlySet<ReportFormat>,
): Promise<void> {
  try {
    await writeAll(model, folder, formats);
  } catch (error) {
    throw asWriteFailure(error, folder);
  }
}

async function writeAll(
  model: ReportModel,
  folder: string,
  formats: ReadonlySet<ReportFormat>,
): Promise<void> {
  await writeRejectsCsv(join(folder, 'rejects.csv'), model);
  await writeStates(join(folder, 'state.jsonl'), model.states);
  if (model.feedback) await writeFile(join(folder, LEDGER), model.feedback.text, { mode: 0o600 });
  const opened: FindingSink[] = [];
  const open = async (wanted: boolean, sink: () => Promise<FindingSink>): Promise<FindingSink[]> => {
    if (!wanted) return [];
    const made = await sink();
    opened.push(made);
    return [made];
  };
  const mask = maskFor(model.mask, 'file');
  const pageMask = maskFor(model.mask, 'page');
  let written = 0;
  try {
    const all = [
      ...(await open(formats.has('csv'), () => openFindingsCsv(join(folder, 'findings.csv')))),
      ...(await open(formats.has('json'), () => openFindingsJsonl(join(folder, 'findings.jsonl')))),
    ];
    const pages = await open(formats.has('html'), async () => {
      const { openPage } = await import('./page/open-page.js');
      return openPage(join(folder, 'report.html'), model);
    });
    const totals = familyTotals(model.rules).sort((a, b) => (a.family < b.family ? -1 : 1));
    for (const { family, rules } of totals) {
      if (family === 'dual-dataset' && formats.has('csv') && model.areas)
        await writeAreasCsv(join(folder, 'dual-dataset-areas.csv'), model, model.areas);
      const own = [
        ...(await open(formats.has('csv'), () => openFamilyCsv(join(folder, `${family}.csv`), model.lang))),
        ...(await open(formats.has('xlsx'), () =>
          openFamilyWorkbook(join(folder, `${family}.xlsx`), { model, family, rules }),
        )),
      ];
      const byId = new Map(rules.map((rule) => [rule.header.id, rule]));
      for await (const page of findingsOfFamily(model.engine, family)) {
        const rule = byId.get(page[0]?.rule_id ?? '');
        // Told below, where the findings are counted.
        if (!rule) continue;
        const findings = page.map((finding) => maskFinding(finding, mask, rule.header));
        for (const sink of [...all, ...own]) await sink.write(findings, rule);
        const shown =
          pageMask === mask ? findings : page.map((finding) => maskFinding(finding, pageMask, rule.header));
        for (const sink of pages) await sink.write(shown, rule);
        written += findings.length;
      }
      for (const sink of own) await sink.close();
    }
    for (const sink of [...all, ...pages]) await sink.close();
  } finally {
    for (const sink of opened) await sink.abandon();
  }
  const [row] = await model.engine.all('SELECT CAST(count(*) AS INTEGER) AS findings FROM hecha.finding');
  if (Number(row?.findings) !== written) {
    throw new HechaError('HC9001', { detail: `${written} findings written of ${Number(row?.findings)}` });
  }
}
