import { z } from 'zod';

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

export const families = [
  'mis-identification',
  'return-to-poverty',
  'dual-dataset',
  'exit',
  'assistance',
  'funds',
  'data-quality',
] as const;

/** Dataset id → the columns that the rule must have; a trailing `?` marks one that it can do without. */
const needs = z.record(z.string(), z.array(z.string().regex(/^[a-z0-9_]+\??$/)));

/** The YAML at the head of a rule's .sql file. */
export const ruleHeader = z.strictObject({
  id: z.string().regex(/^[A-Z]{2,4}\d{2,3}$/),
  title: bilingual,
  family: z.enum(families),
  severity: z.enum(['high', 'medium', 'low']),
  clause: z.array(z.string()).min(1),
  /** When it flags, in words that a clerk understands. */
  predicate: bilingual,
  subject: z.enum(['person', 'household', 'village', 'township', 'area', 'helper', 'record']),
  /** Without these the rule is not run. A dataset not named here cannot be read, nor a fact that stands on it. */
  needs,
  /** Groups of needs; of each group one must be met, where a fact can be known from more than one source. */
  needs_any: z.array(z.array(needs).min(2)).default([]),
  /**
   * Datasets in which the lack of a row makes or keeps a finding (somebody who is not on dibao). Where a file of one could not be read
   * the rule is not run, for it would accuse those whose rows were in it. All that the rule needs unless given.
   */
  absence: z.array(z.string()).optional(),
  params: z.array(z.string()).default([]),
  /** Columns that, with the subject, make a finding the same one tomorrow. */
  key: z.array(z.string()).default([]),
  message: bilingual,
  /** Evidence column → its label; `codes` names the code list (`dataset.field`) whose labels its values have. */
  evidence: z.record(
    z.string(),
    z.strictObject({ zh: z.string().min(1), en: z.string().min(1), codes: z.string().optional() }),
  ),
  /** Evidence columns that move with the as-of day alone (ages, days of delay): what they say is not what a verdict was about. */
  volatile: z.array(z.string()).default([]),
  /** Evidence columns that hold a name or a number of a person, to be masked; those whose name or label says so are masked anyway. */
  personal: z.array(z.string()).optional(),
  exemptions: z
    .array(z.strictObject({ id: z.string(), when: bilingual, clause: z.string().optional() }))
    .default([]),
  verify: bilingual,
});

export type RuleHeader = z.infer<typeof ruleHeader>;
export type Family = (typeof families)[number];
