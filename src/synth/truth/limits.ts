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
