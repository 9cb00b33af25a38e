import { readLedger, standingVerdicts } from '../findings/ledger.js';
import { type FindingState, withVerdicts } from '../findings/state.js';
import { type RunRecord, readStates } from '../run/run-record.js';

/**
 * What a run knew of its findings, with what the townships have answered since, which stands in the ledger beside it.
 * @throws HechaError HC5006 for the ledger, HC5008 for the run
 */
export async function currentStates(run: RunRecord): Promise<FindingState[]> {
  return withVerdicts(await readStates(run), standingVerdicts(await readLedger(run.out)));
}
