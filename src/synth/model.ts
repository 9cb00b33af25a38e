import type { Village } from './places.js';

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
  insured: boolean;
  phone?: string | undefined;
  /** Category and level of the disability certificate whose number the roster has in place of the ID. */
  certificate?: string | undefined;
  /** Entered a second time, in this household or another. */
  reentered?: boolean | undefined;
  /** Not a member any more: struck off, married away, dead. */
  gone?: boolean | undefined;
  /** The roster's cell holds this instead of the number. */
  fault?: IdFault | undefined;
  /** Where this row disagrees with the household's others. */
  own?: Partial<Standing> | undefined;
  /** Not on the second roster, though the household is. */
  missingInSecond?: boolean | undefined;
  nameInSecond?: string | undefined;
  sexInSecond?: Sex | undefined;
}

/** Whom a row of an extract is about. */
export interface Holder {
  readonly id: string;
  readonly name: string;
}

export interface Vehicle extends Holder {
  readonly plate: string;
  readonly plateKind: string;
  /** As the register writes it, in words or as GA/T 16.4 code. */
  readonly type?: string | undefined;
  readonly use: string;
  readonly brand: string;
  readonly registered: string;
  /** State letters. */
  readonly status: readonly string[];
  readonly changed?: string | undefined;
  readonly price?: number | undefined;
}

export interface Property extends Holder {
  readonly certificate: string;
  readonly location: string;
  readonly usage: string;
  readonly nature?: string | undefined;
  readonly area: number;
  readonly registered: string;
  readonly share: string;
  readonly status: string;
  readonly changed?: string | undefined;
}

export interface Insurance extends Holder {
  readonly kind: 'employee' | 'public' | 'resident';
  readonly employer?: string | undefined;
  readonly status: 'paying' | 'suspended' | 'ended' | 'retired';
  readonly post?: string | undefined;
  readonly base?: number | undefined;
  /** Month, YYYY-MM. */
  readonly lastPaid?: string | undefined;
  readonly pension?: number | undefined;
}

export interface Payroll extends Holder {
  readonly employer: string;
  readonly post: string;
  readonly kind: string;
  /** serving, retired, or a word that is neither. */
  readonly status: string;
}

export interface Cadre extends Holder {
  readonly village: Village;
  readonly posts: readonly string[];
  readonly started: string;
  readonly ended?: string | undefined;
  readonly serving?: boolean | undefined;
}

export interface Business extends Holder {
  readonly company: string;
  readonly kind: string;
  /** representative, shareholder, owner, or a word that is none of them. */
  readonly role: string;
  readonly capital?: number | undefined;
  readonly status: string;
  readonly registered: string;
}

export interface Student extends Holder {
  readonly school: string;
  readonly grade: string;
  readonly status: string;
  readonly dropped?: string | undefined;
  readonly reason?: string | undefined;
}

export interface Medical extends Holder {
  readonly year: number;
  readonly diagnosis: string;
  readonly serious: boolean;
  readonly chronic: boolean;
  readonly cured?: boolean | undefined;
  readonly total: number;
  readonly selfPaid: number;
  readonly nonCompliant: number;
}

export interface Dwelling extends Holder {
  readonly village: Village;
  /** Absent where the survey knows the household by its head's ID alone. */
  readonly household?: string | undefined;
  readonly grade: string;
  readonly main: boolean;
  readonly occupied: boolean;
  readonly surveyed: string;
  readonly renovation?: string | undefined;
  readonly completed?: string | undefined;
}

export interface Water extends Holder {
  readonly village: Village;
  readonly household?: string | undefined;
  readonly safe: boolean;
  readonly surveyed: string;
}

export interface Death extends Holder {
  readonly died: string;
  readonly cancelled?: string | undefined;
}

export interface Suspect extends Holder {
  readonly village: Village;
  readonly household?: string | undefined;
  readonly problem: string;
  readonly action: string;
  readonly found: string;
}

export interface Dibao extends Holder {
  readonly village: Village;
  readonly head?: string | undefined;
  readonly class: string;
  readonly area: 'rural' | 'urban';
  readonly labour?: string | undefined;
  readonly active: boolean;
  readonly started: string;
  readonly amount: number;
}

export interface Tekun extends Holder {
  readonly village: Village;
  readonly mode: string;
  readonly area: 'rural' | 'urban';
  readonly active: boolean;
}

export interface Disability extends Holder {
  readonly village: Village;
  readonly category: string;
  readonly level: string;
}

/** Every department's rows about one family. */
export interface Records {
  vehicle: Vehicle[];
  property: Property[];
  insurance: Insurance[];
  payroll: Payroll[];
  cadre: Cadre[];
  business: Business[];
  student: Student[];
  medical: Medical[];
  dwelling: Dwelling[];
  water: Water[];
  death: Death[];
  suspect: Suspect[];
  dibao: Dibao[];
  tekun: Tekun[];
  disability: Disability[];
}

export type RecordKind = keyof Records;

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
  readonly identified: string;
  cause: string;
  grade?: string | undefined;
  unsafeDwelling: boolean;
  safeWater: boolean;
  readonly relocated: boolean;
  readonly helper: string;
  readonly updated: string;
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
}

/** A family's rows before there are any. */
export const noRecords = (): Records => ({
  vehicle: [],
  property: [],
  insurance: [],
  payroll: [],
  cadre: [],
  business: [],
  student: [],
  medical: [],
  dwelling: [],
  water: [],
  death: [],
  suspect: [],
  dibao: [],
  tekun: [],
  disability: [],
});
