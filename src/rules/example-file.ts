import { parse } from 'yaml';
import { z } from 'zod';

const row = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.date(), z.null()]));
const rows = z.record(
  z.string(),
  z.union([z.array(row), z.strictObject({ columns: z.array(z.string()), rows: z.array(row) })]),
);

const example = z.strictObject({
  name: z.string().min(1),
  as_of: z.string().optional(),
  /** Rows of a dataset in place of the base's. */
  rows: rows.optional(),
  /** Rows besides the base's. */
  add: z.record(z.string(), z.array(row)).optional(),
  /** Datasets of the base that this example does without. */
  without: z.array(z.string()).optional(),
  set: z.record(z.string(), z.unknown()).optional(),
  /** Columns of each finding; `subject` is whatever names it, `sources` the rows that it stands on (`person#1 vehicle#2`). */
  flags: z.array(row).optional(),
  exempt: z.array(z.string()).optional(),
  not_run: z.boolean().optional(),
});

/** A file of examples, as `hecha rules test` reads it. */
export const exampleFile = z.strictObject({
  rule: z.string(),
  as_of: z.string().default('2017-07-31'),
  people: z.record(z.string(), z.strictObject({ born: z.string(), sex: z.enum(['男', '女']) })).default({}),
  base: rows.default({}),
  examples: z.array(example).min(1),
});

export type Example = z.infer<typeof example>;
export type ExampleFile = z.infer<typeof exampleFile>;
export type ExampleRows = z.infer<typeof rows>;
export type ExampleRow = z.infer<typeof row>;

/** Reads the examples of a rule (`<id>.yaml`). @throws ZodError for what does not belong there. */
export function parseExamples(text: string): ExampleFile {
  return exampleFile.parse(parse(text, { schema: 'core' }));
}
