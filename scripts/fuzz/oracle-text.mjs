// What a delimited text says, read slowly: the whole of it decoded, then record by record as csv/record-grammar.ts defines them.

/** The record that begins at `at` by RFC 4180: its cells, its end and lines, and whether a quote stands against it. */
function recordAt(text, at, delimiter) {
  const cells = [];
  let position = at;
  let lines = 1;
  for (;;) {
    let cell = '';
    if (text[position] === '"') {
      position += 1;
      for (;;) {
        if (position >= text.length) return { isSound: false };
        if (text[position] === '"' && text[position + 1] === '"') {
          cell += '"';
          position += 2;
        } else if (text[position] === '"') {
          position += 1;
          break;
        } else {
          if (text[position] === '\n' || (text[position] === '\r' && text[position + 1] !== '\n')) lines += 1;
          cell += text[position];
          position += 1;
        }
      }
      if (position < text.length && ![delimiter, '\n', '\r'].includes(text[position]))
        return { isSound: false };
    } else {
      const start = position;
      while (position < text.length && ![delimiter, '\n', '\r'].includes(text[position])) position += 1;
      cell = text.slice(start, position);
      if (cell.includes('"') && !/^="[^"\0]*"$/.test(cell)) return { isSound: false };
    }
    cells.push(cell);
    if (text[position] !== delimiter) break;
    position += 1;
  }
  return {
    isSound: true,
    cells,
    lines,
    bytes: Buffer.byteLength(text.slice(at, position)),
    end: behindBreak(text, position),
  };
}

/** Behind the line break at `at`, if there is one. */
const behindBreak = (text, at) =>
  text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : Math.min(at + 1, text.length);

function lineEnd(text, at) {
  let end = at;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return behindBreak(text, end);
}

/** A pattern for the spaces at the end would look through each run of them from each of its characters: a long one takes minutes. */
function withoutOuterSpaces(cell) {
  const characters = Array.from(cell);
  const isOther = (character) => !/\p{Zs}/u.test(character);
  return characters.slice(characters.findIndex(isOther), characters.findLastIndex(isOther) + 1).join('');
}

const filledWidth = (cells) => cells.findLastIndex((cell) => cell.trim() !== '') + 1;

/**
 * Holds the rows that hecha has loaded against the text. A row that hecha has marked as damaged is one line, and may be so only with a cause; any other
 * must be what the record says.
 * @param read what hecha says: `encoding`, `delimiter`, `headerRow`, `headerHeight`, `total` (records in all), `cap`, `keep` (columns of
 * the file by column of the table), `rows` (row number → `{ problem, lead, cells }`).
 */
export function checkText(bytes, read) {
  const encoding = read.encoding.replace(' (BOM)', '');
  let text;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes).replace(/^\ufeff/, '');
  } catch {
    return { failures: [`read as ${encoding}, which it is not`], rows: 0, cells: 0 };
  }
  const results = walk(text, read, { at: 0, record: 0, header: [] });
  return results.find(({ failures }) => failures.length === 0) ?? results[0];
}

/** Walks from a record above the data on; where one of several lines may also be damaged, both ways, since no mark is seen there. */
function walk(text, read, { at, record, header }) {
  if (record === read.headerRow || at >= text.length) return [checkRows(text, read, { at, record, header })];
  const found = recordAt(text, at, read.delimiter);
  const asLine = lineEnd(text, at);
  const next = (end, cells) => walk(text, read, { at: end, record: record + 1, header: [...header, cells] });
  if (!found.isSound || found.bytes > read.cap) return next(asLine, undefined);
  return [...next(found.end, found.cells), ...(found.lines > 1 ? next(asLine, undefined) : [])];
}

function checkRows(text, read, start) {
  const failures = [];
  const header = start.header.slice(-read.headerHeight);
  const known = header.length > 0 && header.every(Boolean);
  let { at, record } = start;
  let rows = 0;
  let cells = 0;
  const fail = (what) => failures.length < 3 && failures.push(`record ${record}: ${what}`);
  while (at < text.length) {
    record += 1;
    const row = read.rows.get(record);
    if (!row) {
      fail('is not loaded');
      break;
    }
    const found = recordAt(text, at, read.delimiter);
    const { problem } = row;
    if (problem === 'quote' || problem === 'too-long') {
      const bytes = Buffer.byteLength(text.slice(at, lineEnd(text, at)));
      if (
        problem === 'too-long'
          ? bytes <= read.cap
          : found.isSound && found.lines === 1 && found.bytes <= read.cap
      )
        fail(`is marked ${problem} without cause`);
      at = lineEnd(text, at);
      continue;
    }
    if (!found.isSound) {
      fail('is damaged and not marked');
      break;
    }
    rows += 1;
    cells += compareCells(found.cells, row, read.keep, fail);
    if (known) checkWidth(found.cells, row, header, fail);
    at = found.end;
  }
  if (record !== read.total) fail(`is the last, hecha has ${read.total}`);
  return { failures, rows, cells };
}

function compareCells(said, row, keep, fail) {
  const hasNul = said.some((cell) => cell.includes('\0'));
  if (hasNul && row.problem === null) fail('has NUL and is not marked');
  if (!hasNul && row.problem === 'nul') fail('is marked nul without cause');
  const sound = said.map((cell) => cell.replaceAll('\0', ''));
  keep.forEach((column, position) => {
    if ((row.cells[position] ?? '') !== (sound[column] ?? ''))
      fail(`column ${column + 1} is not what the file says`);
  });
  const lead = sound.slice(0, 3).map(withoutOuterSpaces);
  if ((row.lead ?? '') !== (lead.find((cell) => cell !== '') ?? '')) fail('lead is not what the file says');
  return keep.length;
}

/** A row with fewer cells than the header names, or filled ones beyond it, is to be marked; one of just the header's length is not. */
function checkWidth(cells, row, header, fail) {
  if (filledWidth(cells) === 0) return;
  const named = Math.max(filledWidth(header.at(-1)), 0);
  const most = Math.max(...header.map(({ length }) => length));
  const isShort = cells.length < named;
  const isLong = filledWidth(cells) > most;
  if (row.problem === null && (isShort || isLong))
    fail('has another number of cells than the header and is not marked');
  if (row.problem === 'ragged' && header.length === 1 && cells.length === header[0].length)
    fail('is marked ragged without cause');
}
