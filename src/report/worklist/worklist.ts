import type { Lang } from '../../bilingual.js';
import type { Finding } from '../../findings/finding.js';
import type { VerdictWord } from '../../findings/verdicts.js';
import type { RuleHeader } from '../../rules/header.js';
import type { Mask } from '../model.js';

/** A finding on a worklist: with what its evidence is known by, and what was said of it before. */
export interface Task {
  readonly finding: Omit<Finding, 'parameters'>;
  readonly fingerprint: string;
  /** The verdict that stands. */
  readonly verdict?: VerdictWord;
}

/** One workbook to be filled in. */
export interface Worklist {
  readonly lang: Lang;
  readonly county: string;
  /** The township, or township and village, as it is shown. */
  readonly area: string;
  readonly asOf: string;
  readonly runId: string;
  readonly mask: Mask;
  /** By village, household, subject and rule. */
  readonly tasks: readonly Task[];
  /** Of the rules that are known; of one that is not the worklist shows the bare evidence. */
  readonly rules: ReadonlyMap<string, RuleHeader>;
}
