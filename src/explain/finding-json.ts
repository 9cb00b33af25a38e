import { maskFinding, maskId } from '../report/masking.js';
import type { Mask } from '../report/model.js';
import type { Explained } from './explain-finding.js';
import { maskedCell } from './row-blocks.js';

/** An explained finding for programs: stable snake_case keys, texts in both languages. */
export function findingJson(explained: Explained, mask: Mask): object {
  const { run, described, state, rule } = explained;
  const finding = maskFinding(explained.finding, mask, rule.header);
  return {
    run_id: run.recorded.run_id,
    as_of: run.recorded.as_of,
    finding,
    first_seen: state?.first_seen ?? null,
    last_seen: state?.last_seen ?? null,
    gone_on: state?.gone_on ?? null,
    verdict: state?.verdict ?? null,
    rule: {
      id: described.id,
      title: described.title,
      severity: described.severity,
      predicate: described.predicate,
      verify: described.verify,
      evidence: described.evidence,
      exemptions: described.exemptions,
      same_as_in_run: explained.ruleIsSame,
      sql: explained.sql,
    },
    clauses: described.clauses.map(({ id, zh, en }) => ({ id, zh: zh ?? null, en: en ?? null })),
    parameters: explained.parameters.map(({ changedBy, ...parameter }) => ({
      ...parameter,
      changed_by: changedBy ?? null,
    })),
    rows: explained.rows.map(({ place, state: fileState, expected, found, path, cells, ids }) => ({
      source: place.text,
      file: place.file,
      sheet: place.sheet ?? null,
      row: place.row,
      dataset: place.dataset,
      input: {
        path: place.given,
        state: fileState,
        recorded: expected,
        found: found ?? null,
        at: path ?? null,
      },
      cells:
        cells?.map((cell) => ({
          header: cell.header,
          text: maskedCell(cell, mask),
          field: cell.field ?? null,
        })) ?? null,
      ids: ids.map(({ field, header, key, state: read, certificate }) => ({
        field,
        header,
        matched_as: key === null ? null : maskId(key, mask),
        state: read,
        certificate,
      })),
    })),
  };
}
