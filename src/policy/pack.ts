import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isMap, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { HechaError } from '../errors.js';

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const described = { unit: z.string(), clause: z.string(), source: z.string(), label: bilingual };

const parameter = z.union([
  z.strictObject({ ...described, kind: z.literal('number').default('number'), value: z.number() }),
  z.strictObject({ ...described, kind: z.literal('list'), value: z.array(z.string()) }),
  z.strictObject({ ...described, kind: z.literal('range'), value: z.tuple([z.int(), z.int()]) }),
  z.strictObject({ ...described, kind: z.literal('by-year'), value: z.record(z.string(), z.number()) }),
]);

const packSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  title: bilingual,
  parameters: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), parameter),
});

export type Parameter = z.infer<typeof parameter>;

/** A policy pack as read, with the hash of its text. */
export interface Pack extends z.infer<typeof packSchema> {
  readonly sha256: string;
}

const shipped: readonly string[] = ['gansu-2017'];

/**
 * Loads a policy pack: one that ships with hecha by its name, or a .yaml file by its path.
 * @throws HechaError HC2001 (with the line) when the file is not a pack, HC2002 when there is none of that name.
 */
export async function loadPack(nameOrPath: string): Promise<Pack> {
  const isPath = /\.ya?ml$/i.test(nameOrPath);
  if (!isPath && !shipped.includes(nameOrPath)) {
    throw new HechaError('HC2002', { name: nameOrPath, known: shipped.join('、') });
  }
  const path = isPath ? nameOrPath : new URL(`packs/${nameOrPath}.yaml`, import.meta.url);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new HechaError('HC1001', { path: nameOrPath });
  }
  return parsePack(basename(nameOrPath), text);
}

/** Reads a pack's text. @throws HechaError HC2001 naming the line of the first fault. */
export function parsePack(file: string, text: string): Pack {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [syntax] = document.errors;
  if (syntax) {
    throw new HechaError('HC2001', {
      file,
      line: lines.linePos(syntax.pos[0]).line,
      problem: syntax.message.split('\n')[0] ?? '',
    });
  }
  const result = packSchema.safeParse(document.toJS());
  if (!result.success) {
    const [issue] = result.error.issues;
    const path = issue?.path.map(String) ?? [];
    throw new HechaError('HC2001', {
      file,
      line: lineOf(document.contents, path, lines),
      problem: `${path.join('.') || 'pack'}: ${issue?.message ?? 'invalid'}`,
    });
  }
  return { ...result.data, sha256: createHash('sha256').update(text).digest('hex') };
}

/** The line of the deepest node of `path` that exists. */
function lineOf(root: unknown, path: readonly string[], lines: LineCounter): number {
  let line = 1;
  let node: unknown = root;
  for (const step of path) {
    if (!isMap(node)) break;
    const pair = node.items.find((item) => String(item.key) === step);
    const range = (pair?.key as { range?: readonly number[] } | undefined)?.range;
    if (!pair || !range) break;
    line = lines.linePos(range[0] ?? 0).line;
    node = pair.value;
  }
  return line;
}
