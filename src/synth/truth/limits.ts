/*
 * The policy's figures, written down once more: the truth about a synthetic county must not depend on the pack that the audit
 * reads. Yuan, years, days.
 */
export const STABLE_INCOME_LINE = 3500;
export const EXIT_WINDOW = [2014, 2017] as const;
export const COMPULSORY_AGE = [6, 15] as const;
export const WORKING_AGE = [16, 59] as const;
export const MEDICAL_BURDEN = 3000;
export const PENSION_HIGH = 1000;
export const BUSINESS_CAPITAL = 100_000;
export const DEATH_GRACE_DAYS = 30;
export const DUAL_GAP = 0.05;
export const DUAL_GAP_MIN = 10;
export const MEDICAL_CAP = 3000;
export const HELPER_HOUSEHOLDS = 5;
export const LOAN_CAP = 50_000;
export const LOAN_MONTHS = 36;
export const SUM_TOLERANCE = 1;
export const SAME_INCOME = 10;
export const CONCENTRATION = 0.3;
export const CONCENTRATION_HOUSEHOLDS = 10;
export const QUOTA_VILLAGES = 8;
export const QUOTA_HOUSEHOLDS = 10;
export const QUOTA_DISPERSION = 0.2;
export const CLIFF_HOUSEHOLDS = 10;
export const CLIFF_SHARE = 0.7;
export const HEAPING_BAND = 0.05;
export const HEAPING_RATIO = 5;
export const HEAPING_HOUSEHOLDS = 20;
export const VILLAGE_INCIDENCE = 3;
export const COLLECTIVE_INCOME = 20_000;
export const IDLE_RATIO = 0.5;
export const IDLE_MONTHS = 12;
export const MUTUAL_IDLE = 0.2;
export const TRANSFER_MONTHS = 12;
export const INCOME_DROP = 0.3;
export const STALE_DAYS = 365;
export const INCOME_MAX = 200_000;
export const OLDEST = 110;
export const OLDEST_PRIMARY = 18;
export const YOUNGEST_HEAD = 10;
export const YOUNGEST_SPOUSE = 18;
export const PARENT_YEARS = 14;
