import { anchor, both, cell, code, link, table } from './markdown.mjs';

/** What each type of column is read as. */
const types = {
  id: ['ID number; 18 digits, 15 digits (brought to 18) or a disability certificate of 20', '证件号码'],
  name: ['person’s name, without spaces', '姓名'],
  date: ['day, month or year; how exact it is is kept', '日期'],
  money: ['amount, in yuan unless the cell, the header or the column says otherwise', '金额'],
  int: ['whole number', '整数'],
  decimal: ['number', '数值'],
  yesno: ['yes or no (是/否, 有/无, 1/0, √/× …)', '是否'],
  code: ['one value of a code list; a value that the list does not know is kept as written', '代码'],
  list: ['several values of a code list in one cell', '代码（可多个）'],
  text: ['text', '文本'],
};

/**
 * docs/data.md: datasets, code lists, derived facts, policy parameters.
 * @param {object} given what generate-docs.mjs has read: datasets, codes, facts, pack, value
 */
export function dataPage(given) {
  const { datasets, pack } = given;
  const lists = codeLists(datasets);
  return [
    '# The data · 数据',
    '',
    '<!-- Made by scripts/generate-docs.mjs from src/datasets, src/facts and src/policy. To renew: npm run docs -->',
    '',
    'Every dataset that hecha reads, each column with the headers by which it is known, the code lists, the facts derived from them and the',
    'thresholds of the policy. How files, rows and cells are read, and what is done with those that cannot be, is in',
    '[data-formats.md](data-formats.md).',
    '',
    '本页列出可读的各类数据、列名写法、代码、派生事实和政策参数；文件、行和单元格怎么处理，见 [data-formats.md](data-formats.md)。',
    '',
    '- [Datasets · 数据类别](#datasets)',
    '- [What the previous run kept · 上一次核查留存的数据](#previous)',
    '- [Types of columns · 列的类型](#types)',
    '- [Code lists · 代码](#codes)',
    '- [Derived facts · 派生事实](#facts)',
    '- [Policy parameters · 政策参数](#parameters)',
    '',
    anchor('datasets'),
    '',
    '## Datasets · 数据类别',
    '',
    'A dataset is known by its header: all **key columns** must be there (“or”: one of them), and any one **signature column** tells it from',
    'datasets with the same keys. Only the roster (`person`) is indispensable.',
    '',
    table(
      ['dataset', 'English', '中文', 'department', 'key columns', 'signature columns'],
      datasets.map((dataset) => [
        link(code(dataset.id), `#${dataset.id}`),
        cell(dataset.title.en),
        cell(dataset.title.zh),
        both(dataset.department),
        dataset.keys.map((key) => key.map((field) => headerOf(dataset, field)).join(' or ')).join('; '),
        Object.keys(dataset.fields)
          .filter((field) => dataset.fields[field].signature)
          .map((field) => headerOf(dataset, field))
          .join(', ') || '—',
      ]),
    ),
    '',
    ...datasets.flatMap((dataset) => datasetSection(dataset, datasets, lists)),
    ...previousSection(given.previous),
    ...typesSection(),
    ...codesSection(lists, given.derivedCodes),
    ...factsSection(given),
    anchor('parameters'),
    '',
    `## Policy parameters · 政策参数`,
    '',
    `The policy pack ${code(pack.name)}: ${both(pack.title)}. Where the notice names no figure, the source says so.`,
    '',
    table(
      ['parameter', 'English', '中文', 'value', '值', 'unit', 'clause', 'source'],
      Object.entries(pack.parameters).map(([name, parameter]) => [
        `${anchor(`parameter-${name}`)}${code(name)}`,
        cell(parameter.label.en),
        cell(parameter.label.zh),
        given.value(parameter).en,
        given.value(parameter).zh,
        cell(parameter.unit),
        parameter.clause,
        cell(parameter.source),
      ]),
    ),
    '',
  ].join('\n');
}

/** Tables that no input fills. */
function previousSection(tables) {
  return [
    anchor('previous'),
    '',
    '## What the previous run kept · 上一次核查留存的数据',
    '',
    'Every run writes into its folder, under `held/`, how each household and its members stand and which assets count, so that the next one',
    '(`--previous`) has something to compare with. A rule names these tables in `needs` like datasets, and is not run without a previous run.',
    'The day is that of an earlier run: a run of the same day goes by the one before it. They hold ID numbers, so a run that masks those',
    '(`--mask`) keeps none of them; one that could not read all its inputs (`--keep-going`) keeps what the run before had kept.',
    '',
    '每次核查在结果文件夹的 `held/` 里留存每户和成员的情况、计入的资产，供下一次（`--previous`）对照。',
    '',
    ...tables.flatMap(({ id, title, fields }) => [
      anchor(id),
      '',
      `### ${code(id)} ${cell(title.zh)}`,
      '',
      `${cell(title.en)}.`,
      '',
      table(
        ['column', 'English', '中文', 'type'],
        Object.entries(fields).map(([name, { en, headers, type }]) => [
          code(name),
          cell(en),
          cell(headers[0]),
          link(type, `#type-${type}`),
        ]),
      ),
      '',
    ]),
  ];
}

const headerOf = (dataset, field) => cell(dataset.fields[field].headers[0]);

function datasetSection(dataset, datasets, lists) {
  const { id, title, department, fields, gather, wide } = dataset;
  const same = datasets.find((other) => other.fields === fields);
  return [
    anchor(id),
    '',
    `### ${code(id)} ${cell(title.zh)}`,
    '',
    `${cell(title.en)}. Department: ${both(department)}.`,
    '',
    `Words in a title line, sheet or file name that tell it from datasets with a like header: ${dataset.hints.map(cell).join('、') || '—'}.`,
    '',
    ...(gather
      ? [
          `Besides the columns below, each column whose header begins with “${gather.prefix}” is read as yes or no; ${code(gather.field)} lists those that say no.`,
          '',
        ]
      : []),
    ...(wide
      ? [
          `Also read with one row a household: numbered pairs of columns such as ${wide.name[0]}1, ${wide.id_number[0]}1, ${wide.name[0]}2, ${wide.id_number[0]}2; the first person is the head.`,
          '',
        ]
      : []),
    ...(same !== dataset
      ? [`Its columns are those of ${link(code(same.id), `#${same.id}`)}.`, '']
      : [
          table(
            ['column', 'English', 'headers · 列名（常用在前）', 'type', 'codes, unit, default'],
            Object.entries(fields).map(([name, field]) => [
              code(name),
              cell(field.en),
              [...new Set(field.headers)].map(cell).join('、'),
              link(field.type, `#type-${field.type}`),
              remarks(field, lists),
            ]),
          ),
          '',
        ]),
  ];
}

function remarks({ codes, unit, default: value }, lists) {
  const label = value && (codes?.[value] ? `${code(value)} ${cell(codes[value].label.zh)}` : code(value));
  return [
    ...(codes ? [link(listName(lists, codes), `#codes-${listName(lists, codes)}`)] : []),
    ...(unit ? [`in ${unit} yuan`] : []),
    ...(label ? [`empty means ${label}`] : []),
  ].join('; ');
}

/** Each code list once, with the columns that have it, named by the first. */
function codeLists(datasets) {
  const lists = new Map();
  for (const { id, fields } of datasets) {
    for (const [name, { codes }] of Object.entries(fields)) {
      if (!codes) continue;
      lists.set(codes, [...(lists.get(codes) ?? []), `${id}.${name}`]);
    }
  }
  return lists;
}

const listName = (lists, codes) => lists.get(codes)[0];

function typesSection() {
  return [
    anchor('types'),
    '',
    '## Types of columns · 列的类型',
    '',
    table(
      ['type', 'read as', '含义'],
      Object.entries(types).map(([type, [en, zh]]) => [
        `${anchor(`type-${type}`)}${code(type)}`,
        cell(en),
        zh,
      ]),
    ),
    '',
  ];
}

function codesSection(lists, derived) {
  return [
    anchor('codes'),
    '',
    '## Code lists · 代码',
    '',
    'What a cell may say, and what hecha makes of it. Full-width characters, spaces and letter case make no difference.',
    '',
    ...[...lists].flatMap(([codes, columns]) => [
      anchor(`codes-${columns[0]}`),
      '',
      `### ${columns.map(code).join(', ')}`,
      '',
      table(
        ['code', 'English', '中文', 'written in exports as · 导出文件中的写法'],
        Object.entries(codes).map(([value, { label, variants }]) => [
          code(value),
          cell(label.en),
          cell(label.zh),
          variants.map(cell).join('、'),
        ]),
      ),
      '',
    ]),
    ...(derived.length > 0
      ? [
          '### Codes that only reports have · 报告自用的代码',
          '',
          'Rules make these; no export holds them.',
          '',
          table(
            ['list', 'code', 'English', '中文'],
            derived.flatMap(([name, codes]) =>
              Object.entries(codes).map(([value, { label }]) => [
                code(name),
                code(value),
                cell(label.en),
                cell(label.zh),
              ]),
            ),
          ),
          '',
        ]
      : []),
  ];
}

function factsSection({ facts }) {
  return [
    anchor('facts'),
    '',
    '## Derived facts · 派生事实',
    '',
    'Made once an audit from the datasets, so that every rule means the same by the same word. Each is one file in `src/facts/`.',
    '',
    table(
      ['fact', 'what it is', '含义', 'made from', 'parameters'],
      facts.map(({ name, doc, reads, parameters }) => [
        `${anchor(`fact-${name}`)}${code(name)}`,
        cell(doc.en),
        cell(doc.zh),
        reads
          .map((table) => link(code(table.name), `#${table.isFact ? 'fact-' : ''}${table.name}`))
          .join(', '),
        parameters
          .map((parameter) =>
            parameter === 'as_of' ? 'the as-of day' : link(code(parameter), `#parameter-${parameter}`),
          )
          .join(', ') || '—',
      ]),
    ),
    '',
  ];
}
