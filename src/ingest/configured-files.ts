import { stat } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import picomatch from 'picomatch';
import type { Bilingual } from '../bilingual.js';
import type { Config, FilesEntry } from '../config/load.js';
import { datasets } from '../datasets/catalogue.js';
import type { Dataset, Field } from '../datasets/dataset.js';
import { didYouMean } from '../nearest.js';
import type { TextEncoding } from './csv/utf8-chunks.js';
import { type FileEntry, matcher, slashed } from './file-settings.js';
import { moneyUnit } from './header-text.js';
import { filesBelow, type InputPath, isTable } from './inputs.js';
import type { ReadSettings } from './settings.js';

/**
 * What `hecha.yaml` says of its files, checked against the datasets.
 * @throws HechaError HC2003 naming the line: a dataset, field, code or unit that there is not
 */
export const fileEntries = (config: Config): FileEntry[] =>
  config.datasets.map((entry, index) => ({
    patterns: entry.files,
    written: entry.written,
    settings: settingsOf(entry, ['datasets', index], config.refuse),
    line: config.lineOf(['datasets', index, 'files']),
  }));

type Refuse = Config['refuse'];
type Place = readonly (string | number)[];

function settingsOf(entry: FilesEntry, place: Place, refuse: Refuse): ReadSettings {
  const dataset = datasetOf(entry.dataset, [...place, 'dataset'], refuse);
  const field = (name: string, key: string): Field =>
    dataset.fields[name] ??
    refuse([...place, key, name], unknownWord(`${key}.${name}`, name, Object.keys(dataset.fields), dataset));
  const columns = Object.entries(entry.columns ?? {});
  for (const [name] of columns) field(name, 'columns');
  const units = Object.entries(entry.units ?? {}).map(([name, unit]): [string, number] => {
    const at = [...place, 'units', name];
    if (field(name, 'units').type !== 'money')
      return refuse(at, { zh: `units.${name}：不是金额列`, en: `units.${name} is no column of money` });
    const yuan = moneyUnit(unit.normalize('NFKC').trim());
    return yuan === undefined
      ? refuse(at, {
          zh: `units.${name}：不认识单位“${unit}”，可写 元、百元、千元、万元、百万元、亿元`,
          en: `units.${name}: "${unit}" is no unit; write 元, 百元, 千元, 万元, 百万元 or 亿元`,
        })
      : [name, yuan];
  });
  const codes = Object.entries(entry.codes ?? {}).map(
    ([name, spellings]): [string, ReadonlyMap<string, string>] => {
      const at = [...place, 'codes', name];
      return [
        name,
        checkedCodes(name, field(name, 'codes'), spellings, (word, problem) =>
          refuse([...at, word], problem),
        ),
      ];
    },
  );
  const [upper, lower] = Array.isArray(entry.header_row) ? entry.header_row : [entry.header_row];
  if (upper !== undefined && lower !== undefined && lower !== upper + 1) {
    refuse([...place, 'header_row'], {
      zh: 'header_row：两行表头应是相邻的两行，如 [3, 4]',
      en: 'header_row: the two rows of a header follow each other, such as [3, 4]',
    });
  }
  return {
    dataset,
    ...(entry.sheet && { sheets: entry.sheet }),
    ...(upper !== undefined && {
      headerRows: lower === undefined ? ([upper] as const) : ([upper, lower] as const),
    }),
    ...(entry.encoding && { encoding: encodingOf(entry.encoding) }),
    ...(entry.delimiter && {
      delimiter: entry.delimiter === 'tab' ? '\t' : entry.delimiter,
    }),
    columns: new Map(columns),
    codes: new Map(codes),
    units: new Map(units),
  };
}

/** GB18030 holds all of GBK and GB2312, and exports that name those have its characters too. */
const encodingOf = (name: string): TextEncoding =>
  name === 'gbk' || name === 'gb2312' ? 'gb18030' : (name as TextEncoding);

function datasetOf(name: string, place: Place, refuse: Refuse): Dataset {
  const found = datasets.find(({ id, title }) => id === name || title.zh === name);
  if (found) return found;
  const near = didYouMean(
    name,
    datasets.flatMap(({ id, title }) => [id, title.zh]),
  );
  return refuse(place, {
    zh: `dataset：没有数据集“${name}”${near.zh}；全部数据集见 hecha inspect --datasets`,
    en: `dataset: there is no dataset "${name}"${near.en}; hecha inspect --datasets lists them`,
  });
}

function unknownWord(label: string, name: string, words: readonly string[], dataset: Dataset): Bilingual {
  const near = didYouMean(name, words);
  return {
    zh: `${label}：${dataset.title.zh}没有这个字段${near.zh}；全部字段见 hecha inspect --datasets ${dataset.id}`,
    en: `${label}: ${dataset.id} has no such field${near.en}; hecha inspect --datasets ${dataset.id} lists them`,
  };
}

const YES_NO: Readonly<Record<string, string>> = {
  是: '是',
  否: '否',
  true: '是',
  false: '否',
  yes: '是',
  no: '否',
};

function checkedCodes(
  name: string,
  { type, codes }: Field,
  spellings: Readonly<Record<string, string>>,
  refuse: (word: string, problem: Bilingual) => never,
): Map<string, string> {
  return new Map(
    Object.entries(spellings).map(([word, code]) => {
      if (type === 'yesno') {
        const answer = YES_NO[code];
        return answer === undefined
          ? refuse(word, { zh: `codes.${name}：应为 是 或 否`, en: `codes.${name}: write 是 or 否` })
          : [word, answer];
      }
      if (!codes) {
        return refuse(word, {
          zh: `codes.${name}：这一列没有代码`,
          en: `codes.${name}: this column has no codes`,
        });
      }
      if (codes[code]) return [word, code];
      const byLabel = Object.keys(codes).find((each) => codes[each]?.label.zh === code);
      if (byLabel !== undefined) return [word, byLabel];
      const known = Object.entries(codes).map(([each, { label }]) => `${each}（${label.zh}）`);
      return refuse(word, {
        zh: `codes.${name}：没有代码“${code}”，可用 ${known.join('、')}`,
        en: `codes.${name}: there is no code "${code}"; there are ${Object.keys(codes).join(', ')}`,
      });
    }),
  );
}

/**
 * The files that the entries name and that are there, by name below `folder` where they lie in it; an archive of which an entry names
 * members is among them.
 */
export async function configuredFiles(entries: readonly FileEntry[], folder: string): Promise<InputPath[]> {
  const root = resolve(folder);
  const found = new Map<string, InputPath>();
  for (const pattern of entries.flatMap(({ patterns }) => patterns)) {
    for (const path of await filesOf(pattern)) {
      const below = slashed(relative(root, path));
      const name = below.startsWith('..') || below === '' ? basename(path) : below;
      found.set(path, { path, name });
    }
  }
  return [...found.values()];
}

async function filesOf(pattern: string): Promise<string[]> {
  const { base, glob } = picomatch.scan(pattern, { unescape: true });
  const top = base.replaceAll(/\\(.)/g, '$1');
  const info = await stat(top).catch(() => undefined);
  if (info?.isFile()) return [resolve(top)];
  if (!info) {
    // `导出.zip/低保.csv`: the first file on the way.
    const archive = await fileAbove(top);
    return archive === undefined ? [] : [archive];
  }
  if (glob === '') return [];
  const matches = matcher(pattern);
  const all = (await filesBelow(top, '', new Set())).map((name) => resolve(top, name));
  return all.filter(
    (path) => matches(path) || (/\.zip$/i.test(path) && isTable(path) && mayHold(pattern, slashed(path))),
  );
}

async function fileAbove(path: string): Promise<string | undefined> {
  let above = dirname(path);
  while (above !== dirname(above)) {
    const info = await stat(above).catch(() => undefined);
    if (info) return info.isFile() ? resolve(above) : undefined;
    above = dirname(above);
  }
  return undefined;
}

/** Whether a pattern may mean members of that archive: some beginning of it means the archive itself. */
const mayHold = (pattern: string, archive: string): boolean =>
  pattern
    .split('/')
    .some((_, index, steps) => index > 0 && matcher(steps.slice(0, index).join('/'))(archive));
