import { z } from 'zod';

const text = z.string().min(1);
const bilingual = z.strictObject({ zh: text, en: text });

/** Kinds of parameters, with the value that each has. */
const values = {
  number: z.number(),
  list: z.array(z.string()),
  range: z.tuple([z.int(), z.int()]),
  'by-year': z.record(z.string().regex(/^\d{4}$/), z.number()),
} as const;

const kinds = ['number', 'list', 'range', 'by-year'] as const;

const described = {
  unit: text.describe('e.g. yuan a month, share of the line, days: it sets the bounds of the value'),
  clause: text.describe('clause of the notice, e.g. (一)4'),
  source: text.describe('where the figure comes from: the notice, a paper of the county, practice'),
  label: bilingual.describe('what reports call it'),
};

const definition = z.union([
  z.strictObject({ ...described, kind: z.literal('number').default('number'), value: values.number }),
  z.strictObject({ ...described, kind: z.literal('list'), value: values.list }),
  z.strictObject({ ...described, kind: z.literal('range'), value: values.range }),
  z.strictObject({ ...described, kind: z.literal('by-year'), value: values['by-year'] }),
]);

/** A value of any kind: which of them a parameter has, its definition says. */
const anyValue = z
  .union([values.number, values.list, values['by-year']])
  .describe('a number, a list, a range [from, to] or { year: number }');

/** How a parameter is defined; the value is judged by kind and unit (`valueFault`). */
export const definitionHead = z.strictObject({
  ...described,
  kind: z.enum(kinds).default('number'),
  value: z.unknown(),
});

/** How a pack changes a parameter of the one that it extends. */
export const changeHead = z.strictObject({
  unit: text.optional(),
  kind: z.enum(kinds).optional(),
  clause: text.optional(),
  source: text.optional(),
  label: bilingual.optional(),
  value: z.unknown(),
});

const head = {
  name: z.string().regex(/^[a-z0-9-]+$/),
  title: bilingual,
  extends: text
    .optional()
    .describe(
      'the pack that this one changes: the name of one that ships with hecha, or a .yaml file beside this one',
    ),
};
const parameterName = z.string().regex(/^[a-z][a-z0-9_]*$/);

/** A pack as it is read; each parameter is then judged on its own. */
export const packHead = z.strictObject({ ...head, parameters: z.record(parameterName, z.unknown()) });

/** A pack as editors are told of it. */
export const packSchema = z.strictObject({
  ...head,
  parameters: z.record(parameterName, z.union([definition, changeHead.extend({ value: anyValue })])),
});

export type Parameter = z.infer<typeof definition>;
