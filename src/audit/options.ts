import type { Lang } from '../bilingual.js';
import type { Overrides, Pack } from '../policy/pack.js';
import type { Mask } from '../report/model.js';
import type { ReportFormat } from '../report/write-reports.js';
import type { GatherOptions } from './gather.js';

/** What an audit is told. */
export interface AuditOptions extends Omit<GatherOptions, 'notInputs'> {
  /** The folder that holds the runs. */
  readonly out: string;
  /** The county's name on the reports, where it is not to be that of the roster. */
  readonly area?: string;
  /** Name or path of a policy pack, or the pack itself. */
  readonly policy: string | Pack;
  /** Values of the configuration in place of the policy's. */
  readonly overrides?: Overrides;
  readonly rules: readonly string[];
  /** Where the selectors are written, when that is not the command line. */
  readonly rulesPlace?: { readonly file: string; lineOf(index: number): number };
  /** The folder of the county's own rules. */
  readonly ownRules?: string;
  /** Files and folders below the inputs that are no inputs, such as the configuration. */
  readonly notInputs?: readonly string[];
  readonly formats: ReadonlySet<ReportFormat>;
  readonly mask?: Mask;
  readonly lang: Lang;
  readonly memory?: string;
  readonly threads?: number;
  /** Write the normalised tables, the facts and each rule's SQL beside the reports. */
  readonly keepTables?: boolean;
  /** The run that this one is held against: its folder, its name in `out`, or `latest`. */
  readonly previous?: string;
  readonly toolVersion: string;
}
