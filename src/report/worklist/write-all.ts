import { join } from 'node:path';
import type { Lang } from '../../bilingual.js';
import type { RuleHeader } from '../../rules/header.js';
import { type Handout, openHandout } from '../../run/handout.js';
import { type RunRecord, readFindings, readStates } from '../../run/run-record.js';
import { asWriteFailure } from '../../run/write-failure.js';
import type { Mask } from '../model.js';
import { type Area, areasOf } from './areas.js';
import type { Task } from './worklist.js';
import { writeWorklist } from './write.js';

/** What goes onto the worklists of a run, and how. */
interface WorklistOptions {
  readonly by: 'township' | 'village';
  /** Statuses; those of open findings where none is given. */
  readonly only?: readonly string[];
  /** Ids of the rules wanted; all where none is given. */
  readonly rules?: ReadonlySet<string>;
  readonly headers: ReadonlyMap<string, RuleHeader>;
  /** Where they go; `<out>/worklists/<run-id>` where it is not said. */
  readonly folder?: string;
  readonly lang: Lang;
  /** Is given the folder that is being made, so that a signal can give it up. */
  held?(handout: Handout): void;
}

export interface WrittenWorklists {
  /** Undefined when no finding was chosen: nothing is written then. */
  readonly folder?: string;
  readonly files: readonly {
    readonly path: string;
    readonly county: string;
    readonly area: string;
    readonly findings: number;
  }[];
  /** Findings that are on none, because of a verdict or of what was asked for. */
  readonly leftOut: number;
  /** Rules of which only the bare evidence could be shown. */
  readonly unknownRules: readonly string[];
}

/** The statuses that can be asked for. */
export const askedStatuses = ['new', 'changed', 'persisting', 'closed'] as const;

const codeOf = (status: string): string => status.split(':')[0] ?? '';

/**
 * Writes the worklists of a run, one workbook a township or village, into a folder of their own, all or none.
 * @throws HechaError HC5008 when the run has no findings to read, HC5001, HC5002, HC5010, HC5011 for the folder
 */
export async function writeWorklists(run: RunRecord, options: WorklistOptions): Promise<WrittenWorklists> {
  const { by, only, rules, headers, lang } = options;
  const { tasks, leftOut } = await tasksOf(run, options);
  const unknown = new Set(tasks.map(({ finding }) => finding.rule_id).filter((id) => !headers.has(id)));
  const unknownRules = [...unknown].sort();
  if (tasks.length === 0) return { files: [], leftOut, unknownRules };
  const { manifest } = run;
  const areas = areasOf(tasks, { by, lang, asOf: manifest.as_of });
  const folder = options.folder ?? join(run.out, 'worklists', manifest.run_id);
  const handout = await openHandout(folder);
  options.held?.(handout);
  try {
    const mask = (manifest.options.mask ?? 'none') as Mask;
    for (const area of areas) {
      await writeWorklist(join(handout.path, nameOf(area)), {
        ...area,
        lang,
        asOf: manifest.as_of,
        runId: manifest.run_id,
        mask,
        rules: headers,
      });
    }
    await handout.publish({
      schema: 1,
      run_id: manifest.run_id,
      by,
      only: only ?? null,
      rules: rules ? [...rules].sort() : null,
      lang,
      mask,
    });
  } catch (error) {
    await handout.discard();
    throw asWriteFailure(error, folder);
  }
  return {
    folder,
    files: areas.map((area) => ({
      path: nameOf(area),
      county: area.county,
      area: area.area,
      findings: area.tasks.length,
    })),
    leftOut,
    unknownRules,
  };
}

const nameOf = ({ file }: Area): string => `${file}.xlsx`;

/** The findings that go onto worklists, and how many do not. */
async function tasksOf(
  run: RunRecord,
  { only, rules }: WorklistOptions,
): Promise<{ tasks: Task[]; leftOut: number }> {
  const states = new Map((await readStates(run)).map((state) => [state.finding_id, state]));
  const wanted = new Set<string>(only ?? askedStatuses.filter((status) => status !== 'closed'));
  const tasks: Task[] = [];
  let leftOut = 0;
  for await (const { parameters, ...finding } of readFindings(run)) {
    if (!wanted.has(codeOf(finding.status)) || (rules && !rules.has(finding.rule_id))) {
      leftOut += 1;
      continue;
    }
    const state = states.get(finding.finding_id);
    const verdict = state?.verdict?.verdict;
    tasks.push({
      finding,
      fingerprint: state?.fingerprint ?? '',
      ...(verdict !== undefined && { verdict }),
    });
  }
  return { tasks, leftOut };
}
