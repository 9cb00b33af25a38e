import { datasetById } from '../datasets/catalogue.js';
import type { FieldType } from '../datasets/dataset.js';
import { BOM } from './findings-csv.js';
import { maskFor, maskRejected } from './masking.js';
import type { ReportModel } from './model.js';
import { rejectReason } from './reject-reasons.js';
import { csvLine } from './spreadsheet-safe.js';
import { createTextFile } from './text-file.js';

const header = ['file', 'sheet', 'row', 'column', 'level', 'value', 'reason', 'code'];

/** The field that a reject names is unknown where the whole row is meant; bytewise order, rows as they stand in the files. */
const rejects = `
  SELECT p.file, p.sheet, r.row_no, r.field, r.header, r.value, r.reason, r.level
  FROM hecha.reject r
  LEFT JOIN hecha.part p ON p.part = r.part
  ORDER BY r.part, r.row_no, coalesce(r.level, '') DESC, coalesce(r.field, ''), coalesce(r.header, ''),
    coalesce(r.reason, ''), coalesce(r.value, '')`;

/**
 * Writes `rejects.csv`: every row (`level` row) and every cell (`level` cell) that was not used, with its place, its value
 * masked whatever the mask of the run, and the reason in words with what to do; then every file or sheet (`level` file) of which no row
 * could be read.
 * @returns the number of lines below the header.
 */
export async function writeRejectsCsv(path: string, model: ReportModel): Promise<number> {
  const typeOf = fieldTypes(model);
  const mask = maskFor(model.mask, 'rejects');
  const file = await createTextFile(path);
  let lines = 0;
  try {
    await file.write(BOM + csvLine(header));
    for await (const rows of model.engine.stream(rejects)) {
      for (const row of rows) {
        const [name, sheet, field, column, value, code] = [
          row.file,
          row.sheet,
          row.field,
          row.header,
          row.value,
          row.reason,
        ].map((cell) => (cell === null || cell === undefined ? '' : String(cell))) as [
          string,
          string,
          string,
          string,
          string,
          string,
        ];
        const type = typeOf(name, sheet, field);
        await file.write(
          csvLine([
            name,
            sheet,
            String(row.row_no),
            column,
            String(row.level ?? ''),
            maskRejected(value, { ...(type && { type }), header: column, mask }),
            rejectReason(code, model.lang),
            code,
          ]),
        );
        lines += 1;
      }
    }
    for (const { file: name, sheet = '', reason, code = '' } of model.unread ?? []) {
      await file.write(csvLine([name, sheet, '', '', 'file', '', reason[model.lang], code]));
      lines += 1;
    }
    await file.close();
  } finally {
    await file.abandon();
  }
  return lines;
}

/** The type of a field of the dataset that a part holds; undefined where no field is meant or the part is not known. */
function fieldTypes(
  model: ReportModel,
): (file: string, sheet: string, field: string) => FieldType | undefined {
  const datasetOf = new Map(
    model.inputs.flatMap((input) =>
      input.parts.map((part) => [JSON.stringify([part.file, part.sheet ?? '']), part.dataset] as const),
    ),
  );
  return (file, sheet, field) => {
    const dataset = datasetOf.get(JSON.stringify([file, sheet]));
    return dataset === undefined || field === '' ? undefined : datasetById(dataset).fields[field]?.type;
  };
}
