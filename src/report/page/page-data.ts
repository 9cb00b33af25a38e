/**
 * What the page's script is given, as JSON in script elements that are never run: `page-data` holds this, each `findings` element
 * the rows of one rule, each `households` element the households of one village. What many findings share is told once and
 * named by its place in a list.
 */
export interface PageData {
  readonly lang: 'zh' | 'en';
  readonly texts: Readonly<Record<string, string>>;
  readonly rules: readonly PageRule[];
  readonly families: Readonly<Record<string, string>>;
  /** By index in the rows: code and label. */
  readonly severities: readonly (readonly [string, string])[];
  readonly confidences: readonly (readonly [string, string])[];
  readonly statuses: readonly (readonly [string, string])[];
  /** Code list → code → label. */
  readonly codes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly clauses: Readonly<Record<string, string>>;
  readonly places: readonly Place[];
  /** Files and sheets, as sources name them. */
  readonly sources: readonly string[];
  readonly villages: readonly PageVillage[];
  /** Labels of household categories and states. */
  readonly words: readonly string[];
}

/** County, township, village; empty where there is none. */
export type Place = readonly [string, string, string];

export interface PageRule {
  readonly id: string;
  readonly title: string;
  readonly family: string;
  readonly clauses: readonly string[];
  readonly predicate: string;
  readonly verify: string;
  /** The template of the message. */
  readonly message: string;
  /** Evidence columns in the order of the rows: column, label, code list or none. */
  readonly columns: readonly (readonly [string, string, string])[];
  /** Thresholds: label and value. */
  readonly parameters: readonly (readonly [string, string])[];
}

/** One `findings` element. */
export interface FindingBlock {
  readonly rule: number;
  readonly rows: readonly FindingRow[];
}

/**
 * finding_id, severity, confidence, status, place (the last four by index), household, subject, ID number, sources
 * (`0:12,13;1:5` is rows 12 and 13 of the first source and row 5 of the second), message (0 when the rule's template gives it from the
 * row), then the evidence.
 */
export type FindingRow = readonly (string | number | boolean | null)[];

/** A village: its place by index, and its indicators, label and value. */
export interface PageVillage {
  readonly place: number;
  readonly indicators: readonly (readonly [string, string])[];
}

/** One `households` element. */
export interface HouseholdBlock {
  readonly place: number;
  readonly rows: readonly HouseholdRow[];
}

/**
 * household_no, head, members, category and state (by index in `words`, -1 for none), exit year, income, then two sums over the
 * guarantees (1 education, 2 housing, 4 medical, 8 water): those with a gap, and those that are known.
 */
export type HouseholdRow = readonly [
  string,
  string,
  number,
  number,
  number,
  number | null,
  number | null,
  number,
  number,
];
