import type { Village } from './places.js';

/*
 * What the departments' extracts say of people: rows as they should be read. Codes are the canonical ones of
 * src/datasets/codes.ts, days are ISO texts, money is in yuan.
 */

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

/** A helper's household. The holder is the head of it. */
export interface HelperLink extends Holder {
  readonly helper: string;
  readonly helperId: string;
  readonly phone: string;
  readonly unit: string;
  readonly post: string;
  /** Absent where the list knows the household by its head's ID alone. */
  readonly household?: string | undefined;
  readonly started: string;
  readonly ended?: string | undefined;
}

export interface Hukou extends Holder {
  readonly village: Village;
  readonly hukou: string;
  readonly relation: string;
  readonly sex: 'male' | 'female';
  readonly status: 'present' | 'gone';
}

export interface Relocation extends Holder {
  readonly village: Village;
  readonly household?: string | undefined;
  readonly planYear: number;
  readonly built: boolean;
  readonly movedIn: boolean;
  readonly movedOn?: string | undefined;
  readonly oldHouseRemoved?: boolean | undefined;
}

export interface Loan extends Holder {
  readonly village: Village;
  readonly bank: string;
  readonly contract: string;
  readonly amount: number;
  readonly granted: string;
  readonly due: string;
  readonly purpose: string;
  /** Absent where the bank does not say. */
  readonly status?: 'open' | 'overdue' | 'closed' | undefined;
}

export interface Payment extends Holder {
  readonly village: Village;
  readonly item: string;
  readonly amount: number;
  readonly paid: string;
  readonly account: string;
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
  helper: HelperLink[];
  hukou: Hukou[];
  relocation: Relocation[];
  loan: Loan[];
  payment: Payment[];
}

export type RecordKind = keyof Records;

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
  helper: [],
  hukou: [],
  relocation: [],
  loan: [],
  payment: [],
});
