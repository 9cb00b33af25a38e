import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HechaError } from '../errors.js';

/** The file that says what the folder is; its first line is the mark by which the folder is known again. */
const README = 'README.md';
const MARK = '<!-- hecha synth -->';

/** What the folder's README tells. */
export interface Description {
  readonly households: number;
  readonly seed: number;
  readonly asOf: string;
  readonly night: number;
}

/**
 * Makes the folder, or takes one that held synthetic data before, and says in it that all is invented.
 * @throws HechaError HC1005 when it holds anything else
 */
export async function prepareFolder(folder: string, description: Description): Promise<void> {
  await mkdir(folder, { recursive: true });
  const entries = await readdir(folder);
  if (entries.length > 0 && !(await isOurs(folder))) throw new HechaError('HC1005', { dir: folder });
  // A first night has no night before it: what an earlier county left would be wrong.
  if (description.night === 1) await rm(join(folder, 'truth-changes.csv'), { force: true });
  await writeFile(join(folder, README), readme(description));
}

async function isOurs(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, README), 'utf8').catch(() => '');
  return text.startsWith(MARK);
}

const readme = ({ households, seed, asOf, night }: Description): string => `${MARK}
# 合成数据，全部虚构 · Synthetic data, all of it invented

安平县不存在，这里的人、户、证件号（6299 开头，从未分配）、车牌和单位都是按种子 ${seed} 随机生成的，共 ${households} 户，数据截止 ${asOf}。
There is no such county: its people, households, ID numbers (beginning with 6299, never assigned), plates and employers were drawn at
random from seed ${seed}: ${households} households, as of ${asOf}.

- \`truth.csv\`: 正确的核查应当发现的每一条 · every finding that a right audit makes
- \`truth-rejects.csv\`: 故意写坏、应当拒收的行 · every row that was spoilt on purpose and must be rejected
${night > 1 ? changes(night) : ''}`;

const changes = (
  night: number,
): string => `- \`truth-changes.csv\`: 第 ${night} 夜与前一夜相比新增、消失、证据变化的疑点 · night ${night}: findings that are new, gone or changed since the night before
`;
