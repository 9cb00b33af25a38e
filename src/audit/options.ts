import type { Lang } from '../bilingual.js';
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
  /** The day to fall back on, YYYY-MM-DD. */
  readonly today: string;
  readonly policy: string;
  readonly rules: readonly string[];
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
