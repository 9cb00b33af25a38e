import { anchor, both, cell, code, link, table } from './markdown.mjs';

const subjects = {
  person: 'person · 人',
  household: 'household · 户',
  village: 'village · 村',
  township: 'township · 乡镇',
  area: 'area · 地区',
  helper: 'helper · 帮扶责任人',
  record: 'record · 记录',
};

const expects = {
  flags: 'flags · 列为疑点',
  exempts: 'exempts · 豁免',
  clean: 'does not flag · 不列',
  'not-run': 'is not run · 不运行',
};

/**
 * docs/rules.md: one entry a rule, by family, then the clauses of the notice.
 * @param {object} given what generate-docs.mjs has read: rules (described), clauses (with their rules), labels, parameterCells
 */
export function rulesPage(given) {
  const { rules, families, label } = given;
  const groups = families
    .map((family) => ({ family, own: rules.filter((rule) => rule.family === family) }))
    .filter(({ own }) => own.length > 0);
  return [
    '# The rules · 规则',
    '',
    '<!-- Made by scripts/generate-docs.mjs from the rules’ own files. To renew: npm run docs -->',
    '',
    `${rules.length} rules in ${groups.length} families. A rule asks one question for one clause of the policy notice, and writes down`,
    'suspected problems (疑点) for somebody to verify on site: it never says that anybody cheated. `hecha rules show ID` prints the same on',
    'a terminal, and the rule’s SQL with it.',
    '',
    '共列出以下规则，每条规则针对政策的一条规定，写出的是需要现场核实的疑点，不是结论。',
    '',
    'How to read an entry:',
    '',
    '- **When it flags** says in words what the SQL tests. A threshold is called by its name; its value is in the table of parameters, and a',
    '  county may set another.',
    '- **Parameters** are those that the rule reads itself, then those of the derived facts that it stands on.',
    '- **Inputs**: a rule is *not run* when a column without “may be missing” was not given. The datasets are described in',
    '  [data.md](data.md). The roster (`person`, `household`) is there in every audit.',
    '- **Severity** is the usual one; the words under “When it flags” say which findings are graded otherwise.',
    '- **Message**: `{column}` is filled in; a part in `[[ ]]` is left out when a value in it is missing, and one that begins `[[!column|`',
    '  stands only then.',
    '- **Exemptions** are counted and listed in the reports, but are no findings.',
    '',
    '## Contents · 目录',
    '',
    ...groups.flatMap(({ family, own }) => [
      `### ${link(both(label(`family.${family}`)), `#${family}`)}`,
      '',
      table(
        ['rule', 'title', '名称', 'severity', 'clauses'],
        own.map((rule) => [
          link(rule.id, `#${rule.id.toLowerCase()}`),
          cell(rule.title.en),
          cell(rule.title.zh),
          rule.severity,
          rule.clauses.map(({ id }) => clauseLink(given, id)).join(', '),
        ]),
      ),
      '',
    ]),
    `The clauses of the notice and what checks each: ${link('at the end', '#clauses')}.`,
    '',
    ...groups.flatMap(({ family, own }) => [
      anchor(family),
      '',
      `## ${both(label(`family.${family}`))}`,
      '',
      `${both(label(`about.${family}`))}.`,
      '',
      ...own.flatMap((rule) => entry(rule, given)),
    ]),
    ...clausesSection(given),
  ].join('\n');
}

function entry(rule, given) {
  return [
    anchor(rule.id.toLowerCase()),
    '',
    `### ${rule.id} ${cell(rule.title.zh)}`,
    '',
    `${cell(rule.title.en)}.`,
    '',
    `- **Severity**: ${both(given.label(`severity.${rule.severity}`))}`,
    `- **Subject**: ${subjects[rule.subject]}`,
    `- **Clause**: ${rule.clauses.map(({ id }) => clauseLink(given, id)).join(', ')}`,
    `- **File**: ${code(`src/rules/${rule.family}/${rule.file}`)}`,
    '',
    '**When it flags · 何时列为疑点**',
    '',
    cell(rule.predicate.en),
    '',
    cell(rule.predicate.zh),
    '',
    ...section('Parameters · 参数', rule.parameters, (parameters) => [
      table(
        ['parameter', 'meaning', 'value', 'read by'],
        parameters.map(({ name, parameter, through }) => [
          parameter ? link(code(name), `data.md#parameter-${name}`) : code(name),
          parameter ? both(parameter.label) : 'the as-of day · 核查日',
          parameter ? given.value(parameter).en : 'given with the audit',
          through.length > 0 ? through.map(factLink).join(', ') : 'the rule',
        ]),
      ),
    ]),
    '**Inputs · 输入数据**',
    '',
    ...rule.inputs.map((input) => `- ${inputText(input)}`),
    ...rule.inputs_any.flatMap((group) => [
      '- one of · 以下任选其一:',
      ...group.map((alternative) => `  - ${alternative.map(inputText).join(' and ')}`),
    ]),
    '',
    ...section('Concludes from the lack of rows in · 以“没有记录”为依据的数据', rule.absence, (absence) => [
      absence.map(({ title }) => both(title)).join('; '),
    ]),
    ...section('Derived facts it reads · 读取的派生事实', rule.facts, (facts) =>
      facts.map(({ name, doc }) => `- ${factLink(name)}: ${both(doc)}`),
    ),
    ...section('Exemptions · 豁免', rule.exemptions, (exemptions) =>
      exemptions.map(
        ({ id, when, clause }) =>
          `- ${code(id)}: ${both(when)}${clause ? ` (${clauseLink(given, clause)})` : ''}`,
      ),
    ),
    '**Evidence · 证据列**',
    '',
    ...Object.entries(rule.evidence).map(([column, label]) => `- ${code(column)}: ${both(label)}`),
    '',
    ...section('What makes two findings of one subject different', rule.key, (key) => [
      key.map(code).join(', '),
    ]),
    '**Message · 疑点描述**',
    '',
    `- ${code(rule.message.zh)}`,
    `- ${code(rule.message.en)}`,
    '',
    '**To verify on site · 现场核实**',
    '',
    cell(rule.verify.en),
    '',
    cell(rule.verify.zh),
    '',
    ...section('', rule.examples, (examples) => [
      '<details>',
      `<summary>Examples · 示例 (${examples.length}, <code>test/rules/${rule.id.toLowerCase()}.yaml</code>)</summary>`,
      '',
      ...examples.map((example) => `- ${expects[example.expects]}: ${cell(example.name)}`),
      '',
      '</details>',
    ]),
  ];
}

/** A titled part of an entry, left out when there is nothing in it. */
function section(title, items, lines) {
  if (items.length === 0) return [];
  return [...(title ? [`**${title}**`, ''] : []), ...lines(items), ''];
}

function inputText({ dataset, title, optional, columns }) {
  const names = (wanted) =>
    columns
      .filter((column) => column.optional === wanted)
      .map(({ column, header }) => `${code(column)} ${header}`);
  const [needed, may] = [names(false), names(true)];
  const list = [needed.join(', '), ...(may.length > 0 ? [`may be missing: ${may.join(', ')}`] : [])].filter(
    Boolean,
  );
  return (
    `${link(code(dataset), `data.md#${dataset}`)} ${both(title)}` +
    `${optional ? ' (may be missing · 可缺)' : ''}${list.length > 0 ? `: ${list.join('; ')}` : ''}`
  );
}

const factLink = (name) => link(code(name), `data.md#fact-${name}`);

function clauseLink({ clauses }, id) {
  const at = clauses.findIndex((clause) => clause.id === id);
  return at < 0 ? id : link(id, `#clause-${at + 1}`);
}

function clausesSection({ clauses, rules }) {
  const known = new Set(rules.map(({ id }) => id));
  const ruleLink = (id) => (known.has(id) ? link(id, `#${id.toLowerCase()}`) : id);
  return [
    anchor('clauses'),
    '',
    '## The clauses and their rules · 条款与规则',
    '',
    'Every numbered clause of the notice, in our own short words, with the rules that check it. A clause about staffing, budgets or',
    'attitudes leaves no trace in any export: no rule claims it, and the table says why. `hecha rules --clauses` prints the same.',
    '',
    table(
      ['clause', 'what it says', '内容', 'rules'],
      clauses.map(({ id, text, status, rules: checking, reason }, at) => [
        `${anchor(`clause-${at + 1}`)}${id}`,
        cell(text.en),
        cell(text.zh),
        status === 'checked'
          ? checking.map((rule) => ruleLink(rule.id)).join(', ')
          : status === 'not-auditable'
            ? `*not auditable from data* · 不可由数据核查: ${both(reason)}`
            : '**no rule, and not marked as not auditable**',
      ]),
    ),
    '',
  ];
}
