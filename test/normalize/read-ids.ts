import type { Engine, SqlValue } from '../../src/engine/engine.js';
import { readValues } from './normalize-rows.js';

/** An ID as it stands in its table. */
export interface ReadId {
  readonly value: SqlValue;
  readonly state: SqlValue;
  readonly key: SqlValue;
  readonly cert: SqlValue;
}

/** What cells became as IDs of a roster, which keeps every row. */
export async function readIds(
  engine: Engine,
  cells: readonly (string | undefined)[],
  options: { readonly typed?: boolean; readonly asOf?: string } = {},
): Promise<ReadId[]> {
  const read = await readValues(engine, { dataset: 'person', field: 'id_number', cells, ...options });
  return read.map(({ row }) => ({
    value: row.id_number ?? null,
    state: row.id_number_state ?? null,
    key: row.id_number_key ?? null,
    cert: row.id_number_cert ?? null,
  }));
}

export const validRead = (id: string): ReadId => ({ value: id, state: 'valid', key: id, cert: null });
