/** A finding that a right audit makes of the county. */
export interface TrueFinding {
  readonly rule: string;
  /** ID number, household number or area; household/name for somebody without a usable number. */
  readonly subject: string;
  /** What tells several findings of one subject apart: plate, certificate, employer, gap … */
  readonly key: string;
  readonly note: string;
  /** Index of the roster household that it belongs to; -1 for a family that is not registered, -2 for a helper. */
  readonly household: number;
}
