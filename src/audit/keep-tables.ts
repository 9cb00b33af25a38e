import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { datasets } from '../datasets/catalogue.js';
import { previousTables } from '../datasets/previous.js';
import type { Engine } from '../engine/engine.js';
import { bindParameters, type Fact } from '../facts/facts.js';
import { filledSql } from '../facts/filled-sql.js';
import type { Rule } from '../rules/load.js';
import type { JudgeInputs } from './judge.js';

export interface KeptTables extends JudgeInputs {
  /** The facts that were built. */
  readonly built: readonly Fact[];
  /** The run folder. */
  readonly folder: string;
}

/**
 * Writes `tables/` into a run: every given dataset as it was normalised, every fact, the policy's lists and the parts of the inputs as
 * Parquet, `load.sql` that makes views of them, and each rule's SELECT with its parameters filled in. With these and the stock `duckdb`
 * shell anybody can run a rule without hecha. Rows are in the order of the inputs, those of facts sorted: the same audit gives the same
 * bytes. The engine must not be sealed yet.
 */
export async function keepTables(engine: Engine, kept: KeptTables): Promise<void> {
  const folder = join(kept.folder, 'tables');
  for (const name of ['', 'data', 'rules']) await mkdir(join(folder, name), { recursive: true, mode: 0o700 });
  const lists = Object.entries(kept.pack.parameters).flatMap(([name, { kind }]) =>
    kind === 'list' ? [name] : [],
  );
  const loads: string[] = [];
  const keep = async (name: string, select: string): Promise<void> => {
    const path = join(folder, 'data', `${name}.parquet`).replaceAll("'", "''");
    await engine.exec(`COPY (${select}) TO '${path}' (FORMAT parquet, COMPRESSION zstd)`);
    loads.push(`CREATE OR REPLACE VIEW ${name} AS SELECT * FROM read_parquet('data/${name}.parquet');`);
  };
  for (const { id } of datasets) await keep(id, `SELECT * FROM main.${id} ORDER BY ref`);
  for (const { id } of previousTables) await keep(id, `SELECT * FROM main.${id} ORDER BY ALL`);
  for (const { header } of kept.built)
    await keep(header.name, `SELECT * FROM main.${header.name} ORDER BY ALL`);
  for (const name of lists) await keep(name, `SELECT * FROM main.${name}`);
  await keep('given', 'SELECT dataset, field FROM given ORDER BY ALL');
  await keep('known_code', 'SELECT dataset, field, code FROM known_code ORDER BY ALL');
  await keep('part', 'SELECT part, file, sheet FROM hecha.part ORDER BY part');
  await writeFile(join(folder, 'load.sql'), loadText(loads), { mode: 0o600 });
  for (const rule of kept.rules) {
    await writeFile(join(folder, 'rules', `${rule.header.id}.sql`), ruleText(rule, kept), { mode: 0o600 });
  }
}

const loadText = (
  loads: readonly string[],
): string => `-- hecha：规范化后的数据表和派生事实。在本文件夹里运行：duckdb -init load.sql
-- hecha: the normalised tables and the derived facts. Run in this folder: duckdb -init load.sql
-- 然后运行一条规则 / then run a rule: .read rules/MI01.sql
${loads.join('\n')}
-- source_of(ref)：一行数据来自哪个文件、工作表和行号 / the file, sheet and row that a row comes from.
CREATE OR REPLACE MACRO source_of(row_ref) AS (
  SELECT p.file || coalesce('!' || p.sheet, '') || '#' || CAST(CAST(row_ref AS BIGINT) % 4294967296 AS VARCHAR)
  FROM part p
  WHERE p.part = CAST(row_ref AS BIGINT) // 4294967296
);
`;

/** A rule's SELECT with what it says of itself above. */
function ruleText({ header, body }: Rule, kept: KeptTables): string {
  const lines = [
    `${header.id} ${header.title.zh} / ${header.title.en}`,
    `条款 / clause: ${header.clause.join('、')}`,
    ...(header.predicate ? [header.predicate.zh, header.predicate.en] : []),
    `核查日 / as of: ${kept.asOf}`,
  ];
  const comment = lines.map((line) => `-- ${line.replaceAll('\n', ' ')}`).join('\n');
  return `${comment}\n${filledSql(body, bindParameters(kept, header.params))};\n`;
}
