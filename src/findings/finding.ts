export type Severity = 'high' | 'medium' | 'low';
export type Confidence = 'exact' | 'repaired' | 'probable' | 'area';
/** What became of a finding since the last run; behind a colon the verdict that closed it, or that no longer fits: `closed:不属实`. */
type Status = 'new' | 'persisting' | 'changed' | `changed:${string}` | `closed:${string}`;
type SubjectType = 'person' | 'household' | 'village' | 'township' | 'area' | 'helper' | 'record';

export const confidences: readonly Confidence[] = ['exact', 'repaired', 'probable', 'area'];
export const severities: readonly Severity[] = ['high', 'medium', 'low'];

/** A cell of a report: text, a number kept exact as text, a date (YYYY-MM-DD), or nothing. */
export type EvidenceValue = string | number | boolean | null;

/** One finding, as it stands in the table `hecha.finding` and in every report. */
export interface Finding {
  readonly finding_id: string;
  readonly rule_id: string;
  readonly family: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly status: Status;
  readonly clause: string;
  readonly county: string;
  readonly township: string;
  readonly village: string;
  readonly household_no: string;
  readonly subject_type: SubjectType;
  readonly subject_name: string;
  readonly id_number: string;
  readonly message: string;
  /** The rule's evidence columns, in the rule's order. Codes are canonical (`poor`); reports show their labels. */
  readonly evidence: Readonly<Record<string, EvidenceValue>>;
  /** `vehicle.csv#1204; roster.xlsx!Sheet1#87` */
  readonly sources: string;
  /** The parameters that the rule used, with today's values. */
  readonly parameters: Readonly<Record<string, string | number | readonly string[]>>;
}

/** A record that a rule's exemption spared: counted and listed, because an auditor asks for it first. */
export interface Exempted extends Finding {
  readonly exemption: string;
}

/** Whether a verdict closed a finding of that status: it is reported, and asked no more. */
export const isClosed = (status: string): boolean => status.startsWith('closed');
