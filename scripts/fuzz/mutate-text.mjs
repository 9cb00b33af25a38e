// Damage to the text of a delimited file.

const lineEnds = ['\n', '\r\n', '\r'];
const delimiters = [',', '\t', ';', '|'];
const inserted = [
  '"',
  '""',
  '"""',
  '",',
  ',"',
  '"\n',
  '\n"',
  '"\r\n',
  ',"一\n二",',
  '="',
  '="1"',
  '=""',
  ',',
  '\t',
  ';',
  '|',
  '\n',
  '\r',
  '\r\n',
  '\n\n\n',
  '\0',
  '\0\0',
  '\ufeff',
  '\u2028',
  '\u0085',
  '\u00a0',
  '\u3000',
  '\u0001',
  '\u0002',
  '\u0001620102',
  '\ufffd',
  '𠮷',
  '__proto__',
  'NULL',
  '\\N',
  "'",
  '，',
  '；',
  '＂',
  '0',
  '-',
  '合计',
  '\u200b',
  '\x1a',
  '\\',
  '\\"',
  '#',
  ' ',
];

const splitLines = (text) => text.split(/(?<=\n)|(?<=\r(?!\n))/);
const cut = (text, at, length, put) => text.slice(0, at) + put + text.slice(at + length);

/** A place in the text; mostly below the first lines, so that the header stays known. */
function placeIn(random, text) {
  const body = Math.min(text.length, 1 + text.indexOf('\n', text.length >> 4));
  return random.oneIn(6) ? random.below(text.length + 1) : body + random.below(text.length - body + 1);
}

/** Changes one line, mostly one of the data; `change` gets it without its end. */
function onLine(random, text, change) {
  const lines = splitLines(text);
  if (lines.length === 0) return text;
  const index = random.oneIn(6)
    ? random.below(lines.length)
    : Math.min(lines.length - 1, 3 + random.below(lines.length));
  const [, line, end] = /^(.*?)(\r\n|\n|\r)?$/s.exec(lines[index]);
  lines[index] = change(line, end ?? '');
  return lines.join('');
}

const delimiterOf = (text) =>
  delimiters.find((delimiter) => splitLines(text).slice(0, 4).join('').includes(delimiter)) ?? ',';

/** Changes one cell of one line, cut at the delimiters without regard to quotes. */
function onCell(random, text, change) {
  const delimiter = delimiterOf(text);
  return onLine(random, text, (line, end) => {
    const cells = line.split(delimiter);
    const index = random.below(cells.length);
    cells[index] = change(cells[index], delimiter, end);
    return cells.join(delimiter) + end;
  });
}

/** Every line with a delimiter more or fewer at its end, as some exporters write them. */
const atEnds = (random, text) => {
  const put = delimiterOf(text).repeat(1 + random.below(3));
  return text.replace(/(?=\r\n|(?<!\r)\n|\r(?!\n))/g, random.oneIn(2) ? put : '');
};

/** A length that is mostly small and now and then past a megabyte. */
const lengthOf = (random) =>
  random.pick([10, 100, 1000, 40_000, 130_000, 140_000, 1_048_570, 1_100_000, 3_000_000]);

/** What a pattern may look through again and again. */
const repeated = [' ', '\u3000', ':', '：', '0', '1', '(', '日期', '截止', '单位:', '"', '\t', '-', '，'];

/** Ways to damage text: (random, text, other) → text. */
export const textMutators = {
  'insert in text': (random, text) => cut(text, placeIn(random, text), 0, random.pick(inserted)),
  'replace in text': (random, text) => cut(text, placeIn(random, text), 1, random.pick(inserted)),
  'delete in text': (random, text) => cut(text, placeIn(random, text), 1 + random.below(6), ''),
  'quote cell': (random, text) => onCell(random, text, (cell) => `"${cell}"`),
  'quote cell with break': (random, text) =>
    onCell(random, text, (cell, delimiter) => {
      const inner = random.pick(['\n', '\r\n', '\r', '\n\n', `${delimiter}\n`, '""\n""', '\n'.repeat(120)]);
      return `"${cell.slice(0, 1)}${inner}${cell.slice(1)}"`;
    }),
  'open quote': (random, text) => onCell(random, text, (cell) => `"${cell}`),
  'close quote': (random, text) => onCell(random, text, (cell) => `${cell}"`),
  'wrap cell': (random, text) => onCell(random, text, (cell) => `="${cell}"`),
  'quote all cells'(_random, text) {
    const delimiter = delimiterOf(text);
    return splitLines(text)
      .map((line) => {
        const [, body, end] = /^(.*?)(\r\n|\n|\r)?$/s.exec(line);
        return `${body
          .split(delimiter)
          .map((cell) => `"${cell}"`)
          .join(delimiter)}${end ?? ''}`;
      })
      .join('');
  },
  'long cell': (random, text) =>
    onCell(
      random,
      text,
      (cell) => cell + random.pick(['a', '字', '"', '""', ' ']).repeat(lengthOf(random) / 3),
    ),
  'long run within': (random, text) =>
    onCell(
      random,
      text,
      (cell) => `${cell.slice(0, 1)}${random.pick(repeated).repeat(lengthOf(random) / 3)}${cell.slice(1)}x`,
    ),
  'many cells': (random, text) =>
    onLine(
      random,
      text,
      (line, end) => line + delimiterOf(text).repeat(random.pick([1, 2, 20, 5000, 20_000])) + end,
    ),
  'drop cell': (random, text) =>
    onLine(random, text, (line, end) => line.replace(delimiterOf(text), '') + end),
  'double cell': (random, text) => onCell(random, text, (cell, delimiter) => cell + delimiter + cell),
  'put value': (random, text) =>
    onCell(random, text, () =>
      random.pick([
        '',
        ' ',
        '1e400',
        '-0',
        '9'.repeat(400),
        '６２',
        '=1+1',
        '@SUM',
        '\u00016',
        'NaN',
        '0x10',
        '1_000',
        'TRUE',
      ]),
    ),
  'double line': (random, text) => onLine(random, text, (line, end) => `${line}${end}${line}${end}`),
  'drop line': (random, text) => onLine(random, text, () => ''),
  'blank line': (random, text) =>
    onLine(
      random,
      text,
      (line, end) => `${line}${end}${random.pick(['', ' ', delimiterOf(text), '""'])}${end || '\n'}`,
    ),
  'swap lines'(random, text) {
    const lines = splitLines(text);
    const [a, b] = [random.below(lines.length), random.below(lines.length)];
    if (lines.length > 1) [lines[a], lines[b]] = [lines[b], lines[a]];
    return lines.join('');
  },
  'title lines': (random, text) =>
    `${random.pick(['某县名册', '单位:元', '截止日期:2017-07-31', ',,,', '"题目\n第二行"', ''])}${random.pick(lineEnds)}${text}`,
  'change one line end': (random, text) =>
    onLine(random, text, (line) => line + random.pick([...lineEnds, '', '\n\r', '\r\r\n'])),
  'change all line ends'(random, text) {
    const end = random.pick(lineEnds);
    return text.replace(/\r\n|\n|\r/g, end);
  },
  'change all delimiters'(random, text) {
    const to = random.pick(delimiters);
    return text.replaceAll(delimiterOf(text), to);
  },
  'delimiters at ends': atEnds,
  'change one delimiter': (random, text) =>
    onLine(random, text, (line, end) => line.replace(delimiterOf(text), random.pick(delimiters)) + end),
  'no end': (_random, text) => text.replace(/[\r\n]+$/, ''),
  'break at end': (random, text) =>
    text + random.pick([...lineEnds, '"', '\0', '\x1a', delimiterOf(text), '合计']),
  'double header'(random, text) {
    const [header = ''] = splitLines(text);
    return random.oneIn(2) ? header + text : text + header;
  },
  'two of one header': (random, text) => {
    const delimiter = delimiterOf(text);
    const cells = (splitLines(text)[0] ?? '').split(delimiter);
    const name = random.pick([...cells, '__proto__', 'constructor', '']);
    cells[random.below(cells.length)] = name.trim();
    return cells.join(delimiter) + text.slice((splitLines(text)[0] ?? '').length);
  },
  'many lines'(random, text) {
    const lines = splitLines(text);
    return (
      text +
      lines
        .slice(-3)
        .join('')
        .repeat(random.pick([2, 40, 300]))
    );
  },
  'splice texts': (random, text, other) =>
    text.slice(0, placeIn(random, text)) + other.slice(placeIn(random, other)),
  truncate: (random, text) => text.slice(0, placeIn(random, text)),
};
