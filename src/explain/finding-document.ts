import { type Bilingual, fill, type Lang } from '../bilingual.js';
import { codeLabel, codeList } from '../datasets/labels.js';
import type { EvidenceValue } from '../findings/finding.js';
import { actionWords, reasonWords, verdictWords } from '../findings/verdicts.js';
import { sourceText } from '../policy/source-words.js';
import { maskFinding } from '../report/masking.js';
import { labelOf, statusLabel } from '../report/messages.js';
import type { Mask } from '../report/model.js';
import { parameterText } from '../report/parameter-text.js';
import type { Block, Document, Section } from './document.js';
import type { Explained, ParameterUsed } from './explain-finding.js';
import { matchingBlocks, rowBlocks } from './row-blocks.js';
import { explainTexts } from './texts.js';

/** An explained finding as a document. */
export function findingDocument(explained: Explained, { lang, mask }: { lang: Lang; mask: Mask }): Document {
  const { run, described, rule, rules } = explained;
  const finding = maskFinding(explained.finding, mask, rule.header);
  const say = saying(lang);
  const usual = labelOf(lang, 'severity', described.severity);
  const pairs = (entries: readonly (readonly [string, string, string?])[]): Block => ({
    kind: 'pairs',
    pairs: entries.filter(([, value]) => value !== ''),
  });
  const sections: Section[] = [
    {
      title: say('section.what'),
      blocks: [
        { kind: 'text', text: finding.message },
        pairs([
          [say('pair.place'), [finding.county, finding.township, finding.village].filter(Boolean).join(' ')],
          [say('pair.household'), finding.household_no],
          [say('pair.subject'), finding.subject_name],
          [say('pair.id-number'), finding.id_number],
          [
            say('pair.severity'),
            labelOf(lang, 'severity', finding.severity),
            finding.severity === described.severity
              ? say('severity.usual')
              : say('severity.judged', { usual }),
          ],
          [
            say('pair.confidence'),
            labelOf(lang, 'confidence', finding.confidence),
            say(`confidence.${finding.confidence}`),
          ],
        ]),
        pairs(
          Object.entries(finding.evidence).map(([column, value]) => [
            described.evidence[column]?.[lang] ?? column,
            shown(value, described.evidence[column]?.codes, lang),
          ]),
        ),
      ],
    },
    { title: say('section.status'), blocks: [statusPairs(explained, lang)] },
    {
      title: say('section.clause'),
      blocks: [pairs(described.clauses.map((clause) => [clause.id, clause[lang] ?? '']))],
    },
    {
      title: say('section.why'),
      blocks: [
        ...(explained.ruleIsSame
          ? []
          : [
              {
                kind: 'warning' as const,
                text: say('rule.changed', { rule: described.id, version: run.recorded.tool.version }),
              },
            ]),
        { kind: 'text', text: described.predicate[lang] },
      ],
    },
    {
      title: say('section.parameters'),
      blocks:
        explained.parameters.length === 0
          ? [{ kind: 'text', text: say('parameter.none') }]
          : [pairs(explained.parameters.map((parameter) => parameterPair(parameter, rules, lang)))],
    },
    {
      title: say('section.rows'),
      blocks:
        explained.rows.length === 0
          ? [{ kind: 'text', text: say('row.none') }]
          : explained.rows.flatMap((row) => rowBlocks(row, { lang, mask })),
    },
    { title: say('section.matching'), blocks: matchingBlocks(explained.rows, { lang, mask }) },
    {
      title: say('section.exemptions'),
      blocks: [
        described.exemptions.length === 0
          ? { kind: 'text', text: say('exemptions.none') }
          : {
              kind: 'list',
              items: described.exemptions.map(
                ({ when, clause }) => when[lang] + (clause ? ` ${clause}` : ''),
              ),
            },
      ],
    },
    { title: say('section.verify'), blocks: [{ kind: 'text', text: described.verify[lang] }] },
    { title: say('section.sql'), blocks: [{ kind: 'code', text: explained.sql }] },
  ];
  return {
    title: say('title.finding', { id: finding.finding_id, title: described.title[lang] }),
    lead: [
      say('lead.rule', { rule: described.id, family: labelOf(lang, 'family', described.family) }),
      say('lead.run', {
        run: run.recorded.run_id,
        day: run.recorded.as_of,
        county: finding.county || run.manifest.county,
      }),
    ],
    sections,
  };
}

type Say = (key: keyof typeof explainTexts, values?: Readonly<Record<string, string | number>>) => string;

/** The texts of explanations in a language. */
const saying =
  (lang: Lang): Say =>
  (key, values = {}) =>
    fill(explainTexts[key][lang], values);

function statusPairs({ finding, state }: Explained, lang: Lang): Block {
  const say = saying(lang);
  const verdict = state?.verdict;
  const entries: (readonly [string, string])[] = [
    [say('pair.status'), statusLabel(lang, finding.status)],
    [say('pair.first-seen'), state?.first_seen ?? ''],
    [say('pair.last-seen'), state?.last_seen ?? ''],
    [say('pair.gone-on'), state?.gone_on ?? ''],
    [say('pair.verdict'), verdict ? verdictWord(verdict.verdict, 'verdict', lang) : say('no-verdict')],
    [say('pair.reason'), verdict ? verdictWord(verdict.reason, 'reason', lang) : ''],
    [say('pair.action'), verdict ? verdictWord(verdict.action, 'action', lang) : ''],
    [say('pair.by'), verdict?.by ?? ''],
    [say('pair.on'), verdict?.on ?? ''],
    [say('pair.note'), verdict?.note ?? ''],
  ];
  return { kind: 'pairs', pairs: entries.filter(([, value]) => value !== '') };
}

const WORDS = { verdict: verdictWords, reason: reasonWords, action: actionWords } as const;

function verdictWord(code: string, list: keyof typeof WORDS, lang: Lang): string {
  const words: Readonly<Record<string, { readonly word: Bilingual }>> = WORDS[list];
  return words[code]?.word[lang] ?? code;
}

function parameterPair(
  parameter: ParameterUsed,
  rules: Explained['rules'],
  lang: Lang,
): readonly [string, string, string] {
  const say = saying(lang);
  const { name, value, unit, label, clause, source, changedBy, through } = parameter;
  const remarks = [
    say('parameter.basis', { clause, source: sourceText(source, lang) }),
    ...(changedBy === undefined ? [] : [say('parameter.changed', { by: changedBy })]),
    ...(through.length > 0 ? [say('parameter.through', { facts: through.join(', ') })] : []),
  ];
  return [
    `${label[lang]} (${name})`,
    parameterText({ value, unit }, { rules, lang }),
    remarks.join(lang === 'zh' ? '；' : '; '),
  ];
}

function shown(value: EvidenceValue, codes: string | undefined, lang: Lang): string {
  if (value === null) return '—';
  if (typeof value === 'boolean') return lang === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
  return codes === undefined ? String(value) : codeLabel(codeList(codes), String(value), lang);
}
