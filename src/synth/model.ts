import type { Village } from './places.js';
import type { Records } from './records.js';

/*
 * The county as it is, before anybody wrote it down badly. Codes are the canonical ones of src/datasets/codes.ts, days are
 * ISO texts, money is in yuan. Everything that an extract says about somebody hangs on the family that he belongs to.
 */

export type Sex = 'male' | 'female';
/** The peoples of the county. */
export type Ethnicity = '汉族' | '回族' | '东乡族' | '藏族' | '维吾尔族';
/** Ways in which an ID number is not usable. */
export type IdFault = 'check-digit' | 'bad-date' | 'malformed' | 'missing' | 'precision-lost';
export type ExitStatus = 'poor' | 'exited' | 'pre-exit' | 'returned';
export type Category = 'general' | 'dibao' | 'tekun';

/** What a row of the roster says of the whole household. */
export interface Standing {
  readonly category: Category;
  readonly exitStatus: ExitStatus;
  readonly exitYear?: number | undefined;
  /** Stable income a person and year. */
  readonly stable?: number | undefined;
  /** Net income a person and year. */
  readonly perCapita?: number | undefined;
}

export interface Person {
  readonly id: string;
  readonly born: string;
  readonly age: number;
  readonly sex: Sex;
  readonly relation: string;
  readonly ethnicity: Ethnicity;
  readonly personNo: string;
  name: string;
  education: string;
  schooling: string;
  health: readonly string[];
  labour: string;
  work?: string | undefined;
  workMonths?: number | undefined;
  /** By the residents' medical insurance, as the roster has it. */
  insured: boolean;
  /** By the employees' medical insurance, as the roster has it; the cell stays empty where it is not said. */
  employeeInsured?: boolean | undefined;
  phone?: string | undefined;
  /** Category and level of the disability certificate whose number the roster has in place of the ID. */
  certificate?: string | undefined;
  /** Entered a second time, in this household or another. */
  reentered?: boolean | undefined;
  /** Not a member any more: struck off, married away, dead. */
  gone?: boolean | undefined;
  /** The roster's cell holds this instead of the number. */
  fault?: IdFault | undefined;
  /** Cells of the roster that hold this text instead of what is so; an empty text is an empty cell. */
  written?: { readonly [column in 'sex' | 'relation' | 'health' | 'labour' | 'dibao']?: string } | undefined;
  /** Where this row disagrees with the household's others. */
  own?: Partial<Standing> | undefined;
  /** Not on the second roster, though the household is. */
  missingInSecond?: boolean | undefined;
  nameInSecond?: string | undefined;
  sexInSecond?: Sex | undefined;
}

/** Income of a registered household in a year. */
export interface Income {
  readonly wage: number;
  readonly business: number;
  readonly property: number;
  readonly transfer: number;
  readonly cost: number;
}

/** A household of the roster with all that is known of it. */
export interface Household {
  readonly index: number;
  readonly no: string;
  readonly village: Village;
  readonly group: string;
  members: Person[];
  standing: Standing;
  income?: Income | undefined;
  /** By how much the roster's sums are off those that the parts make. */
  off?: { readonly total?: number; readonly net?: number; readonly perCapita?: number } | undefined;
  /** The number of members that the roster's column has, where it is not the right one. */
  memberCount?: number | undefined;
  /** Month, YYYY-MM. */
  identified: string;
  cause: string;
  grade?: string | undefined;
  unsafeDwelling: boolean;
  safeWater: boolean;
  relocated: boolean;
  /** The name in the roster's column. */
  helper?: string | undefined;
  updated: string;
  /** Has a row in the household list. */
  inSheet: boolean;
  inSecond: boolean;
  /** Where the second roster says something else about the household. */
  second?: Partial<Standing> | undefined;
  /** Members whom only the second roster knows. */
  onlyInSecond: Person[];
  readonly records: Records;
  /** What was planted here, and the rules that have to find something because of it, one entry a finding. */
  scenario: string;
  expected: string[];
}

/** A family of the county that is not registered. */
export interface Outsider {
  readonly village: Village;
  readonly persons: Person[];
  readonly records: Records;
  /** Set where the second roster has the family. */
  second?: { readonly no: string; readonly standing: Standing } | undefined;
  scenario: string;
  expected: string[];
}

/** Neighbouring households with the families that live among them: what is made, checked and written at one time. */
export interface Block {
  readonly households: readonly Household[];
  readonly outsiders: readonly Outsider[];
  /** Rules that have to find something that belongs to no single household or family, one entry a finding. */
  readonly expected: readonly string[];
}
