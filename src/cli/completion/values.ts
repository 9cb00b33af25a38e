import { datasets } from '../../datasets/catalogue.js';
import { severities } from '../../findings/finding.js';
import { shippedPacks } from '../../policy/pack.js';
import { askedStatuses } from '../../report/worklist/write-all.js';
import { families } from '../../rules/header.js';
import { loadRules } from '../../rules/load.js';
import { reportFormats } from '../audit-command.js';
import { explainFormats } from '../explain-command.js';
import { shells } from './shells.js';
import type { Values, ValuesOf } from './tree.js';

const nothing: Values = { words: [], paths: 'none' };
const files: Values = { words: [], paths: 'files' };
const folders: Values = { words: [], paths: 'folders' };
const oneOf = (words: readonly string[]): Values => ({ words, paths: 'none' });

/** What each option and argument takes, read off the code lists that judge it. @throws Error for one that is not listed here. */
export async function shippedValues(): Promise<ValuesOf> {
  const ids = (await loadRules()).map(({ header }) => header.id);
  const selectors = oneOf([...ids, ...families]);
  const options: Readonly<Record<string, Values>> = {
    '--lang': oneOf(['zh', 'en']),
    '--config': files,
    '--out': folders,
    '--as-of': nothing,
    '--policy': { words: shippedPacks, paths: 'files' },
    '--rules': selectors,
    '--previous': { words: ['latest'], paths: 'folders' },
    '--feedback': files,
    '--format': { ...oneOf(reportFormats), comma: true },
    'explain --format': oneOf(explainFormats),
    '--fail-on': oneOf([...severities, 'none']),
    '--mask': oneOf(['none', 'partial', 'full']),
    '--max-rejects': nothing,
    '--memory': nothing,
    '--threads': nothing,
    '--datasets': oneOf(datasets.map(({ id }) => id)),
    '--junit': files,
    '--workbook': files,
    '--by': oneOf(['township', 'village']),
    '--only': { ...oneOf(askedStatuses), comma: true },
    '--on': nothing,
    '--due-days': nothing,
    '--household': nothing,
    '--inputs': folders,
    '--to': files,
    '--keep': nothing,
    '--family': oneOf(families),
    '--clause': nothing,
    '--households': nothing,
    '--seed': nothing,
    '--night': nothing,
  };
  const args: Readonly<Record<string, Values>> = {
    paths: files,
    files,
    run: folders,
    'run-or-folder': folders,
    runA: folders,
    runB: folders,
    'finding-id': nothing,
    folder: folders,
    id: oneOf(ids),
    dir: folders,
    shell: oneOf(shells),
  };
  const of = (list: Readonly<Record<string, Values>>, name: string, command: string): Values => {
    const values = list[`${command} ${name}`] ?? list[name];
    // A new option must be thought of here: a test goes through all of them.
    if (!values) throw new Error(`completion: ${command} ${name}`);
    return values;
  };
  return {
    option: (command, option) => of(options, option, command),
    argument: (command, argument) => of(args, argument, command),
  };
}
