// Makes the mutated file of a case, the same for the same seed and number.
import { ENCODINGS, encodeText } from './encode-text.mjs';
import { byteMutators, mutate } from './mutate-bytes.mjs';
import { markupMutators } from './mutate-markup.mjs';
import { textMutators } from './mutate-text.mjs';
import { mutatePayload, recordMutators, workbookStream } from './mutate-xls.mjs';
import { zipMutators } from './mutate-zip.mjs';
import { randomOf } from './random.mjs';
import { FORMATS } from './samples.mjs';
import { writeZip } from './zip-file.mjs';

/** How many of 20 cases are of each format. */
const SHARES = { csv: 6, xlsx: 6, xls: 3, html: 2, spreadsheetml: 2, zip: 1 };
const DRAWN = FORMATS.flatMap((format) => Array(SHARES[format]).fill(format));
const NAMES = {
  csv: '数据.csv',
  xlsx: '数据.xlsx',
  xls: '数据.xls',
  html: '网页.xls',
  spreadsheetml: '表格.xls',
  zip: '数据.zip',
};

/**
 * A case: its format, file name and bytes, the sample, and `how` it was damaged (names of mutators). `original` is the sample as it was before its bytes
 * were damaged, where the damage may be in what does not matter; `isPayload` says that only the contents of cells of an .xls were changed.
 */
export function makeCase({ seed, number, only, samples }) {
  const random = randomOf(seed, number);
  const drawn = random.pick(DRAWN);
  const format = only ?? drawn;
  const sample = random.pick(samples.get(format));
  const other = random.pick(samples.get(format));
  const how = [];
  const made = makers[format](random, { sample, other, how, samples });
  return { seed, number, only, format, name: NAMES[format], sample: sample.name, how, ...made };
}

/** One or more of the mutators, one after the other; now and then none. */
function mutateOften(random, how, mutators, value, other) {
  const times = random.pick([0, 1, 1, 1, 1, 1, 2, 2, 3, 5]);
  let result = value;
  for (let time = 0; time < times; time += 1) {
    const done = mutate(random, mutators, result, other);
    how.push(done.name);
    result = done.result;
  }
  return result;
}

const mutateBytes = (random, how, bytes, other) => mutateOften(random, how, byteMutators, bytes, other);

const makers = {
  csv(random, { sample, other, how }) {
    const text =
      sample.text && mutateOften(random, how, textMutators, sample.text, other.text ?? sample.text);
    const encoding = random.oneIn(2) ? 'utf-8' : random.pick(ENCODINGS);
    const bytes = text === undefined ? sample.bytes : encodeText(text, encoding);
    if (text !== undefined) how.push(`(${encoding})`);
    return { bytes: random.oneIn(4) ? mutateBytes(random, how, bytes, bytes) : bytes };
  },
  xlsx(random, { sample, other, how }) {
    const original = archiveOf(sample);
    if (random.oneIn(4)) return { original, bytes: mutateBytes(random, how, original, archiveOf(other)) };
    if (random.oneIn(5)) {
      return {
        original,
        bytes: writeZip(mutateOften(random, how, zipMutators, entriesOf(sample), entriesOf(other))),
      };
    }
    return { bytes: archiveOf({ parts: mutateParts(random, how, sample.parts, other.parts) }) };
  },
  xls(random, { sample, other, how }) {
    if (random.oneIn(4)) return { bytes: mutateBytes(random, how, sample.bytes, other.bytes) };
    const book = workbookStream(sample.bytes);
    if (!book) return { bytes: mutateBytes(random, how, sample.bytes, other.bytes) };
    if (random.oneIn(2)) {
      const stream = mutatePayload(random, book.stream);
      if (stream) {
        how.push('change cell');
        return { isPayload: true, bytes: book.withStream(stream) };
      }
    }
    const donor = workbookStream(other.bytes)?.stream ?? book.stream;
    return { bytes: book.withStream(mutateOften(random, how, recordMutators, book.stream, donor)) };
  },
  html: makeMarkup,
  spreadsheetml: makeMarkup,
  zip(random, { sample, other, how, samples }) {
    const original = writeZip(sample.entries);
    if (random.oneIn(4))
      return { original, bytes: mutateBytes(random, how, original, writeZip(other.entries)) };
    if (random.oneIn(2)) {
      return {
        original,
        bytes: writeZip(mutateOften(random, how, zipMutators, sample.entries, other.entries)),
      };
    }
    const index = random.below(sample.entries.length);
    const member = makers.csv(random, {
      sample: random.pick(samples.get('csv')),
      other: random.pick(samples.get('csv')),
      how,
    });
    return {
      bytes: writeZip(
        sample.entries.map((entry, at) => (at === index ? { ...entry, data: member.bytes } : entry)),
      ),
    };
  },
};

function makeMarkup(random, { sample, other, how }) {
  const text = mutateOften(random, how, markupMutators, sample.text, other.text);
  const encoding = random.oneIn(2) ? 'utf-8' : random.pick(ENCODINGS);
  how.push(`(${encoding})`);
  const bytes = encodeText(text, encoding);
  return { bytes: random.oneIn(5) ? mutateBytes(random, how, bytes, bytes) : bytes };
}

const entriesOf = ({ parts }) => parts.map(([name, data]) => ({ name, data }));
const archiveOf = (sample) => writeZip(entriesOf(sample));

/** One of the parts is damaged: mostly a sheet or the shared strings. */
function mutateParts(random, how, parts, others) {
  const main = parts.filter(([name]) => /worksheets\/[^/]*$|sharedStrings/.test(name));
  const pool = random.oneIn(4) || main.length === 0 ? parts : main;
  const [chosen] = random.pick(pool);
  const donor = others.find(([name]) => name === chosen) ?? random.pick(others);
  how.push(`(${chosen.replace(/^.*\//, '')})`);
  return parts.map(([name, data]) => {
    if (name !== chosen) return [name, data];
    if (random.oneIn(5)) return [name, mutateBytes(random, how, data, donor[1])];
    return [
      name,
      Buffer.from(mutateOften(random, how, markupMutators, data.toString(), donor[1].toString())),
    ];
  });
}
