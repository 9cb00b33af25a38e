import { ruleTables } from '../datasets/catalogue.js';
import type { Dataset, FieldType } from '../datasets/dataset.js';
import type { Engine } from '../engine/engine.js';
import { foldingConstants } from './clean-text.js';
import { codeConstants } from './code-value.js';
import { quoted } from './sql-text.js';
import { yesNoConstants } from './yes-no.js';

/** Columns that a field of each type has in its table: suffix and SQL type. */
const TYPED_COLUMNS: Readonly<Record<FieldType, readonly (readonly [suffix: string, type: string])[]>> = {
  id: [
    ['', 'VARCHAR'],
    ['_state', 'VARCHAR'],
    ['_key', 'VARCHAR'],
    ['_cert', 'VARCHAR'],
  ],
  date: [
    ['', 'DATE'],
    ['_precision', 'VARCHAR'],
  ],
  money: [['', 'DECIMAL(18,2)']],
  int: [['', 'INTEGER']],
  decimal: [['', 'DECIMAL(18,4)']],
  yesno: [['', 'BOOLEAN']],
  code: [['', 'VARCHAR']],
  list: [['', 'VARCHAR']],
  name: [['', 'VARCHAR']],
  text: [['', 'VARCHAR']],
};

/** A column of a normalised table. */
export interface TableColumn {
  readonly name: string;
  readonly type: string;
  /** The field that it belongs to; `ref` belongs to none. */
  readonly field?: string;
}

/** The columns of a dataset's table, in order: `ref` (part * 2^32 + row number), then those of each field. */
export function tableColumns(dataset: Dataset): TableColumn[] {
  return [
    { name: 'ref', type: 'BIGINT' },
    ...Object.entries(dataset.fields).flatMap(([field, { type }]) =>
      TYPED_COLUMNS[type].map(([suffix, sqlType]) => ({ name: field + suffix, type: sqlType, field })),
    ),
  ];
}

/** What a row is multiplied with to leave room for its number: `ref` is `part * ROWS_PER_PART + row_no`. */
export const ROWS_PER_PART = 4_294_967_296;

const internal = [
  'CREATE SCHEMA IF NOT EXISTS hecha',
  'CREATE SCHEMA IF NOT EXISTS raw',
  'CREATE TABLE hecha.part (part INTEGER, file VARCHAR, sheet VARCHAR)',
  'CREATE TABLE hecha.reject (part INTEGER, row_no BIGINT, field VARCHAR, header VARCHAR, value VARCHAR, reason VARCHAR, level VARCHAR)',
  'CREATE TABLE hecha.given (dataset VARCHAR, field VARCHAR)',
];

/** Long constants of the queries, as session variables: parsed once, not with each part. */
const constants = [...foldingConstants, ...yesNoConstants, ...codeConstants];

/** Makes the schemas, the internal tables and one empty table for each dataset and for what the previous run kept; declares the constants of the queries. */
export async function createTables(engine: Engine): Promise<void> {
  for (const statement of internal) await engine.exec(statement);
  for (const [variable, value] of constants) await engine.exec(`SET VARIABLE ${variable} = ${value}`);
  for (const dataset of ruleTables) {
    const columns = tableColumns(dataset).map(({ name, type }) => `${quoted(name)} ${type}`);
    await engine.exec(`CREATE TABLE main.${quoted(dataset.id)} (${columns.join(', ')})`);
  }
}
