import { writeFile } from 'node:fs/promises';
import type { ChalkInstance } from 'chalk';
import type { Lang } from '../bilingual.js';
import { HechaError } from '../errors.js';
import type { Document } from '../explain/document.js';
import type { ExplainOptions } from '../explain/explain-finding.js';
import type { Mask } from '../report/model.js';
import { coloursOf } from './colours.js';
import type { AddCommand } from './command.js';
import { texts } from './messages.js';
import { memorySize, oneOf } from './option-values.js';
import { withTemporary } from './passing-folder.js';
import { progressLine } from './progress-line.js';
import { reproduceTexts } from './reproduce-texts.js';

interface ExplainFlags {
  readonly household?: string;
  readonly inputs?: readonly string[];
  readonly format: string;
  readonly mask: string;
  readonly to?: string;
  readonly memory: string;
  readonly verbose?: boolean;
  readonly color: boolean;
  readonly progress: boolean;
}

export const explainFormats = ['text', 'md', 'html', 'json'] as const;

/** `hecha explain`: a finding whole, or all that is known of a household. */
export const addExplain: AddCommand = (program, { io, lang }) => {
  const text = texts[lang];
  const own = reproduceTexts[lang];
  program
    .command('explain')
    .description(own.explain)
    .argument('<run>', own.verifyRun)
    .argument('[finding-id]', own.explainId)
    .option('--household <no>', own.explainHousehold)
    .option('--inputs <dir...>', own.inputs)
    .option('--format <format>', own.explainFormat, 'text')
    .option('--mask <how>', own.explainMask, 'partial')
    .option('--to <file>', own.explainTo)
    .option('--memory <size>', text.memory, '1GB')
    .option('--lang <lang>', text.lang)
    .option('-v, --verbose', text.verbose)
    .option('--no-color', text.noColor)
    .option('--no-progress', text.noProgress)
    .action(async (run: string, id: string | undefined, flags: ExplainFlags) => {
      const how = {
        lang,
        format: oneOf('--format', flags.format, explainFormats),
        mask: oneOf('--mask', flags.mask, ['none', 'partial', 'full']),
        columns: io.columns,
        // A file is no terminal.
        chalk: coloursOf(io, { color: flags.color && flags.to === undefined }),
      };
      const about = wanted(id, flags.household);
      const memory = memorySize('--memory', flags.memory);
      const line = progressLine(io, lang, flags);
      const written = await withTemporary(io, async (temporary) => {
        try {
          return await explanation(run, about, how, {
            inputs: flags.inputs ?? [],
            temporary,
            memory,
            progress: line.step,
          });
        } finally {
          line.clear();
        }
      });
      const { to } = flags;
      if (to === undefined) return io.stdout(written);
      // It may hold people's data, so nobody else is to read it.
      await writeFile(to, written, { mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
        throw new HechaError('HC5002', { dir: to, detail: error.code ?? 'write' });
      });
    });
};

type About = { readonly finding: string } | { readonly household: string };

function wanted(finding: string | undefined, household: string | undefined): About {
  if (finding !== undefined && household === undefined) return { finding };
  if (household !== undefined && finding === undefined) return { household };
  throw new HechaError('HC5027');
}

interface How {
  readonly lang: Lang;
  readonly format: (typeof explainFormats)[number];
  readonly mask: Mask;
  readonly columns: number;
  readonly chalk: ChalkInstance;
}

async function explanation(run: string, about: About, how: How, options: ExplainOptions): Promise<string> {
  const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
  if ('finding' in about) {
    const { explainFinding } = await import('../explain/explain-finding.js');
    const found = await explainFinding(run, about.finding, options);
    if (how.format === 'json') {
      const { findingJson } = await import('../explain/finding-json.js');
      return json(findingJson(found, how.mask));
    }
    const { findingDocument } = await import('../explain/finding-document.js');
    return inFormat(findingDocument(found, how), how);
  }
  const { readHousehold } = await import('../explain/household.js');
  const household = await readHousehold(run, about.household, options);
  if (how.format === 'json') {
    const { householdJson } = await import('../explain/household-json.js');
    return json(householdJson(household, how.mask));
  }
  const { householdDocument } = await import('../explain/household-document.js');
  return inFormat(householdDocument(household, how), how);
}

async function inFormat(document: Document, { format, lang, columns, chalk }: How): Promise<string> {
  if (format === 'html') {
    const { documentHtml } = await import('../explain/document-html.js');
    return documentHtml(document, lang);
  }
  if (format === 'md') {
    const { documentMarkdown } = await import('../explain/document-markdown.js');
    return documentMarkdown(document);
  }
  const { documentText } = await import('../explain/document-text.js');
  return documentText(document, columns, {
    title: chalk.bold,
    warning: chalk.yellow,
    code: chalk.dim,
  });
}
