import type { Lang } from '../bilingual.js';
import type { Overrides } from '../policy/pack.js';
import type { Mask } from '../report/model.js';
import type { ReportFormat } from '../report/write-reports.js';

/** What an audit is told. */
export interface AuditOptions {
  /** Files and folders to read. */
  readonly paths: readonly string[];
  /** The folder that holds the runs. */
  readonly out: string;
  /** YYYY-MM-DD; without it the newest date that the inputs declare, else today. */
  readonly asOf?: string;
  /** Whether the day comes from the configuration rather than the command line. */
  readonly asOfFromConfig?: boolean;
  /** The day to fall back on, YYYY-MM-DD. */
  readonly today: string;
  readonly policy: string;
  /** Values of the configuration in place of the policy's. */
  readonly overrides?: Overrides;
  readonly rules: readonly string[];
  /** Where the selectors are written, when that is not the command line. */
  readonly rulesPlace?: { readonly file: string; lineOf(index: number): number };
  /** The folder of the county's own rules. */
  readonly ownRules?: string;
  /** Further headers of the village extract that are exit indicators (yes or no). */
  readonly villageIndicators?: readonly string[];
  /** Files and folders below the inputs that are no inputs, such as the configuration. */
  readonly notInputs?: readonly string[];
  readonly formats: ReadonlySet<ReportFormat>;
  readonly mask?: Mask;
  readonly lang: Lang;
  readonly memory?: string;
  readonly threads?: number;
  /** Write the normalised tables, the facts and each rule's SQL beside the reports. */
  readonly keepTables?: boolean;
  readonly toolVersion: string;
}

/** What an audit says while it works; rows where the stage counts them. */
export type Progress = (
  stage: 'read' | 'normalize' | 'judge' | 'report',
  what: string,
  rows?: number,
) => void;
