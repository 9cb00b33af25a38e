// Damage to markup: its elements, attributes, text and what XML has besides.
import {
  elementEnd,
  elementName,
  isOpening,
  isTag,
  isText,
  onAttribute,
  onElement,
  onToken,
  someToken,
  tokensOf,
} from './markup-tokens.mjs';
import { EXTREMES } from './mutate-bytes.mjs';

const words = (text) => text.split(' ').map((word) => word.replaceAll('␠', ' '));

/** What stands in attributes of cells and rows that says where and what they are. */
const values = words(
  ' 0 1 2 3 -1 7 99 1000 65535 1048576 1048577 4294967295 99999999999999999999 A1 B2 XFD1 XFE1 A0 a1 $A$1 R1C1 s n b e d str inlineStr shared ␠s 1.5 1e3 Number String Boolean DateTime Error true &#49; &amp; &#x41;1 rId1 rId2 甲 preserve A1:A9 A1:XFD1048576 B2:A1',
);
const texts = [
  ...words(
    ' 0 1 5 -1 1.5 1e400 1E-7 007 +1 .5 5. 1,5 0x10 ␠7␠ \u00a07 NaN 甲 &amp; &lt; &#1; &#0; &#x10FFFF; &#xD800; &nbsp; &unknown; & &␠ &#; ]]> > \t \r\n _x0041_ _x0000_ _x005F_x0041_ _x0001_5 _x000D_ _xD83D_ \ufffe \u0001 \u0085 \u2028',
  ),
  ...words('2017-07-31 2017-07-31T08:30:00 42947 60 2958466 99999999999999999999999 #N/A true'),
];
const inserts = words(
  '<!--␠a␠--> <!--␠a␠--␠b␠--> <!----> <!--> <?pi␠x?> <?xml␠version="1.0"?> <?x <![CDATA[<5>]]> <![CDATA[]]> <![CDATA[7 ]]> <!DOCTYPE␠x␠[<!ENTITY␠a␠"b">]> <x/> <x> </x> <y:c␠xmlns:y="urn:y"/> <y:c/> <v>9</v> <c><v>9</v></c> <is><t>甲</t></is> <t>乙</t> <row/> <row␠r="3"><c><v>1</v></c></row> <r><t>丙</t></r> <rPh␠sb="0"␠eb="1"><t>丁</t></rPh> <sheetData/> <extLst><ext><c><v>5</v></c></ext></extLst> <td>9</td> <br> <tr> </td> </tr> <table> </table> <Row/> <Cell><Data>1</Data></Cell> <Data␠ss:Type="Number">5</Data> \0 \ufeff < > & " ␠',
);
const tagNames = words('x c v t row y:c Row Cell Data td tr table');
const attributeNames = words(
  'r t s x:r xml:space ss:Index ss:Type Index ss:MergeAcross colspan rowspan xmlns:q',
);
const addedAttributes = [...attributeNames, ...words('ss:MergeDown ss:Span x:num xmlns:x q:r a␠b')];
const declarations = [
  ...words(
    '<?xml␠version="1.0"␠encoding="GBK"?> <?xml␠version="1.1"?> <?xml␠version="1.0"␠encoding="utf-16"?>',
  ),
  ...words("<?xml?> ␠<?xml␠version='1.0'?> <?xml␠version='1.0'␠encoding='UTF-8'?>"),
  '',
];
const namespaces = words('urn:q http://schemas.openxmlformats.org/spreadsheetml/2006/main ');

/** What a pattern may look through again and again, and something behind it. */
const longRun = (random) =>
  random
    .pick(['0', '1', ' ', ':', 'm', 'a', '[', '?', '/', '_x', '日期', '&#10;'])
    .repeat(random.pick([500, 30_000, 130_000])) + random.pick(['', 'x', '&#10;']);

/** Ways to damage tokens of markup: (random, tokens, other) → tokens. */
const tokenMutators = {
  'delete element': (random, tokens) => onElement(random, tokens, () => []),
  'double element': (random, tokens) => onElement(random, tokens, (inner) => [...inner, ...inner]),
  'many elements': (random, tokens) =>
    onElement(random, tokens, (inner) => {
      const element = inner.join('');
      return [element.repeat(Math.min(random.pick([3, 50, 2000]), Math.ceil(400_000 / element.length)))];
    }),
  'nest element': (random, tokens) =>
    onElement(random, tokens, (inner) => {
      const times = random.pick([1, 1, 1, 2, 100, 300, 5000]);
      return [inner[0].repeat(times), ...inner, `</${elementName(inner[0])}>`.repeat(times)];
    }),
  'swap elements'(random, tokens) {
    const [a, b] = [someToken(random, tokens, isOpening), someToken(random, tokens, isOpening)].sort(
      (x, y) => x - y,
    );
    const end = a < 0 ? 0 : elementEnd(tokens, a);
    if (a < 0 || end > b) return tokens;
    const behind = elementEnd(tokens, b);
    const [first, second] = [tokens.slice(a, end), tokens.slice(b, behind)];
    return [...tokens.slice(0, a), ...second, ...tokens.slice(end, b), ...first, ...tokens.slice(behind)];
  },
  'prefix element': (random, tokens) =>
    onElement(random, tokens, (inner) => {
      const name = elementName(inner[0]);
      if (name.includes(':') || inner.at(-1) !== `</${name}>`) return inner;
      const declared = random.oneIn(3) ? '' : ` xmlns:q="${random.pick(namespaces)}"`;
      return [
        `<q:${name}${declared}${inner[0].slice(1 + name.length)}`,
        ...inner.slice(1, -1),
        `</q:${name}>`,
      ];
    }),
  'other namespace': (random, tokens) =>
    onToken(random, tokens, isOpening, (token) =>
      token.replace(/^<[^\s>]+/, `$& xmlns="${random.pick(namespaces)}"`),
    ),
  'delete tag': (random, tokens) => onToken(random, tokens, isTag, () => ''),
  'close at once': (random, tokens) =>
    onToken(random, tokens, isOpening, (token) => token.replace(/>$/, '/>')),
  'rename tag': (random, tokens) =>
    onToken(random, tokens, isTag, (token) => {
      const name = elementName(token.replace('</', '<'));
      const to = random.pick([
        ...tagNames,
        `z:${name}`,
        name.toUpperCase(),
        `${name}1`,
        name.replace(/^.*:/, ''),
      ]);
      return token.replace(name, to);
    }),
  'change value': (random, tokens) =>
    onAttribute(random, tokens, (whole) => whole.replace(/(["']).*\1$/s, `$1${random.pick(values)}$1`)),
  'change digits': (random, tokens) =>
    onAttribute(random, tokens, (whole) =>
      whole.replace(/\d+(?!.*\d)/s, String(random.pick([...EXTREMES, 3, 4, 5, 6]))),
    ),
  'delete attribute': (random, tokens) => onAttribute(random, tokens, () => ''),
  'double attribute': (random, tokens) => onAttribute(random, tokens, (whole) => whole + whole),
  'rename attribute': (random, tokens) =>
    onAttribute(random, tokens, (whole) => whole.replace(/[\w:.-]+/, random.pick(attributeNames))),
  'change quotes': (random, tokens) =>
    onAttribute(random, tokens, (whole) => whole.replaceAll('"', random.pick(["'", '']))),
  'add attribute': (random, tokens) =>
    onToken(random, tokens, isOpening, (token) =>
      token.replace(/^<[^\s/>]+/, `$& ${random.pick(addedAttributes)}="${random.pick(values)}"`),
    ),
  'change text': (random, tokens) => onToken(random, tokens, isText, () => random.pick(texts)),
  'add to text': (random, tokens) =>
    onToken(random, tokens, isText, (token) =>
      random.oneIn(2) ? token + random.pick(texts) : random.pick(texts) + token,
    ),
  'text in CDATA': (random, tokens) => onToken(random, tokens, isText, (token) => `<![CDATA[${token}]]>`),
  'long text': (random, tokens) =>
    onToken(random, tokens, isText, (token) =>
      random
        .pick([token, '字', '&amp;', ' ', '_x000D_'])
        .slice(0, 10)
        .repeat(random.pick([50, 5000, 33_000, 200_000])),
    ),
  'long run within': (random, tokens) =>
    onToken(random, tokens, isText, (token) => token.slice(0, 1) + longRun(random) + token.slice(1)),
  'long value': (random, tokens) =>
    onAttribute(random, tokens, (whole) => whole.replace(/(?=["']$)/, longRun(random))),
  'insert in text': (random, tokens) =>
    onToken(random, tokens, isText, (token) => {
      const at = random.below(token.length + 1);
      return token.slice(0, at) + random.pick(inserts) + token.slice(at);
    }),
  'insert between': (random, tokens) =>
    onToken(
      random,
      tokens,
      () => true,
      (token) => token + random.pick(inserts),
    ),
  'change declaration': (random, tokens) =>
    onToken(
      random,
      tokens,
      (token) => token.startsWith('<?xml'),
      () => random.pick(declarations),
    ),
  'splice markup': (random, tokens, other) => [
    ...tokens.slice(0, random.below(tokens.length)),
    ...other.slice(random.below(other.length)),
  ],
  'truncate markup'(random, tokens) {
    const text = tokens.slice(0, 1 + random.below(tokens.length)).join('');
    return [text.slice(0, text.length - random.below(4))];
  },
};

/** Ways to damage markup: (random, text, other) → text. */
export const markupMutators = Object.fromEntries(
  Object.entries(tokenMutators).map(([name, change]) => [
    name,
    (random, text, other) => change(random, tokensOf(text), tokensOf(other)).join(''),
  ]),
);
