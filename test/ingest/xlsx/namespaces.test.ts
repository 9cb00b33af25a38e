import { describe, expect, it } from 'vitest';
import { HechaError } from '../../../src/errors.js';
import { type Parts, partsOf, readParts, rowsOf, sheetXml } from './build-workbook.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The cells of a sheet part, or the error that reading it ends in. */
async function outcome(sheet: string): Promise<unknown> {
  try {
    return await rowsOf({ sheet });
  } catch (error) {
    if (error instanceof HechaError) return error.message;
    throw error;
  }
}

const REFUSED = expect.stringMatching(/^HC3003 /);
const row = (inner: string): string => sheetXml(`<row r="1">${inner}</row>`);
const five = [[1, '\u00015']];

describe('namespaces', () => {
  it('may have any prefix, and others beside them', async () => {
    const prefixed = sheetXml('<row r="1"><c r="A1"><v>5</v></c></row>')
      .replace(/<(\/?)(?=[a-z])/g, '<$1x:')
      .replace('xmlns=', 'xmlns:x=');
    expect(await outcome(prefixed)).toEqual(five);
    expect(
      await outcome(row('<c r="A1" xmlns:q="urn:q" q:r="B7"><v xml:space="preserve">5</v></c>')),
    ).toEqual(five);
    expect(await outcome(row('<q:c xmlns:q="urn:other"/><c r="A1"><v>5</v></c>'))).toEqual(REFUSED);
    expect(
      await outcome(row('<q:x xmlns:q="urn:q"><q:c><q:v>7</q:v></q:c></q:x><c r="A1"><v>5</v></c>')),
    ).toEqual(five);
    expect(await outcome(row(`<q:c xmlns:q="${MAIN}" r="A1"><v>5</v></q:c>`))).toEqual(five);
  });

  it.each([
    ['a prefix that nobody declares', '<q:x/>'],
    ['of an attribute', '<c q:r="A1"/>'],
    ['that was declared for another element', '<x xmlns:q="urn:q"/><q:x/>'],
    ['that is taken back', '<x xmlns:q=""/>'],
    ['two prefixes', '<a:b:c xmlns:a="urn:a"/>'],
    ['a value of another namespace', '<c r="A1"><v xmlns="urn:q">5</v></c>'],
    ['a cell of none', '<c r="A1" xmlns=""><v>5</v></c>'],
    ['a text of another', '<c r="A1" t="inlineStr"><is><t xmlns="urn:q">甲</t></is></c>'],
  ])('are refused: %s', async (_what, inner) => {
    expect(await outcome(row(inner))).toEqual(REFUSED);
  });

  it('are those of the element around, when cells are many', async () => {
    const many = Array.from({ length: 500 }, () => '<c><v>5</v></c>').join('');
    expect(await outcome(row(many))).toEqual([[1, ...Array(500).fill('\u00015')]]);
    const prefixed = sheetXml('').replace(
      '<sheetData></sheetData>',
      `<x:sheetData><x:row r="1">${many}</x:row></x:sheetData>`,
    );
    expect(
      await outcome(
        prefixed.replace('<worksheet xmlns=', '<x:worksheet xmlns:x=').replace('</work', '</x:work'),
      ),
    ).toEqual(REFUSED);
  });

  it('may not be more than anybody declares', async () => {
    const declared = Array.from({ length: 400 }, (_, index) => ` xmlns:q${index}="urn:q"`).join('');
    expect(await outcome(row(`<x${declared}/>`))).toMatch(/^HC3008 .*xmlns/);
  });

  it.each(['sharedStrings.xml', 'styles.xml', 'workbook.xml', '_rels/workbook.xml.rels'])(
    'of %s are held to the same',
    async (part) => {
      const parts = partsOf({
        strings: '<si><t>甲</t></si>',
        styles: '<cellXfs><xf numFmtId="0"/></cellXfs>',
        rows: '<row><c t="s"><v>0</v></c></row>',
      });
      const damaged = (to: string): Parts =>
        parts.map(([name, content]) => [
          name,
          name === `xl/${part}`
            ? String(content).replace(/<(si|xf|sheet|Relationship)(?=[ >])/, to)
            : content,
        ]);
      expect((await readParts(damaged('<$1')))[0]?.rows).toEqual([[1, '甲']]);
      await expect(readParts(damaged('<$1 xmlns="urn:q"'))).rejects.toThrow('HC3003');
      await expect(readParts(damaged('<$1 q:a="1"'))).rejects.toThrow('HC3003');
    },
  );
});

describe('markup that is not well-formed', () => {
  it.each([
    ['the end of a CDATA section that did not begin', '<c r="A1" t="str"><v>a]]>b</v></c>'],
    ['two hyphens in a comment', '<!-- a -- b -->'],
    ['a comment that may have no end', '<!--><c r="A1"><v>5</v></c><!-- -->'],
    ['three hyphens at its end', '<!-- a --->'],
    ['a second declaration', '<?xml version="1.0"?>'],
    ['an instruction without a name', '<? x?>'],
    ['an ampersand between cells', '<c r="A1"><v>5</v></c>&<c r="B1"/>'],
    ['an entity that nobody declares, where no value stands', '<c r="A1"><v>5</v></c>&nbsp;'],
    ['a character that XML has not, in an attribute', '<c r="A1" q="&#1;"><v>5</v></c>'],
  ])('is refused: %s', async (_what, inner) => {
    expect(await outcome(row(inner))).toEqual(REFUSED);
  });

  it('is not what only looks like it', async () => {
    expect(
      await outcome(row('<!-- a - b --><!----><?xml-a b?><?a?><c r="A1" t="str"><v>]] > a>b</v></c>')),
    ).toEqual([[1, ']] > a>b']]);
    expect(
      await outcome(row('&#32;<c r="A1" q="a&amp;b"><v>5</v></c><x>&lt;<![CDATA[&]]></x><!-- & -->')),
    ).toEqual(five);
  });
});
