import { copyFileSync, createReadStream, createWriteStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** Below this an extract stays as it is, bytes. */
const LARGE = 50_000_000;

/** Copies a file; a large CSV file gets its lines `times` times over, each time of other people. */
export async function enlarge(from, to, times) {
  if (!from.endsWith('.csv') || statSync(from).size < LARGE) return copyFileSync(from, to);
  async function* lines() {
    for (let time = 0; time < times; time += 1)
      for await (const piece of createReadStream(from, { encoding: 'latin1', highWaterMark: 1 << 20 }))
        yield Buffer.from(time === 0 ? piece : moved(piece, time), 'latin1');
  }
  await pipeline(lines, createWriteStream(to));
}

const PROVINCES = ['62', '11', '12', '13', '14', '15', '21', '22', '23', '31'];
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The ID numbers of the county's people made those of people of another province, who are on no roster: GB 11643 gives the last digit. */
const moved = (text, time) =>
  text.replace(/(?<!\d)62(\d{15})[\dX](?!\d)/g, (_, middle) => {
    const first = PROVINCES[time] + middle;
    const sum = WEIGHTS.reduce((all, weight, at) => all + weight * Number(first[at]), 0);
    return first + '10X98765432'[sum % 11];
  });
