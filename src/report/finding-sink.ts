import type { Finding } from '../findings/finding.js';
import type { RuleOutcome } from './model.js';

/** A report that is fed the findings, rule after rule in the order of all reports, already masked. */
export interface FindingSink {
  write(findings: readonly Finding[], rule: RuleOutcome): Promise<void>;
  /** Ends the report. Not called when something went wrong before. */
  close(): Promise<void>;
  /** Lets go of the file, whatever state it is in. */
  abandon(): Promise<void>;
}
