import { fill, type Lang } from '../bilingual.js';
import { maskFinding, maskId, maskName } from '../report/masking.js';
import { labelOf } from '../report/messages.js';
import type { Mask } from '../report/model.js';
import type { RuleHeader } from '../rules/header.js';
import type { Block, Document, Section } from './document.js';
import type { Household, HouseholdRow } from './household.js';
import { householdTexts } from './household-texts.js';
import { fieldLabel, valueText } from './household-value.js';

interface How {
  readonly lang: Lang;
  readonly mask: Mask;
}

/** All that is known of a household, dataset by dataset: the electronic form of the ledgers that a household has on paper. */
export function householdDocument(household: Household, how: How): Document {
  const { lang, mask } = how;
  const say = (
    key: keyof typeof householdTexts,
    values: Readonly<Record<string, string | number>> = {},
  ): string => fill(householdTexts[key][lang], values);
  const { run, number, members, findings } = household;
  const list = (items: readonly string[], none: string): Block =>
    items.length === 0 ? { kind: 'text', text: none } : { kind: 'list', items };
  const sections: Section[] = [
    {
      title: say('section.members', { count: members.length }),
      blocks: [
        ...(household.otherInputs.length > 0
          ? [
              {
                kind: 'warning' as const,
                text: say('inputs.changed', {
                  files: household.otherInputs.map(({ name }) => name).join(say('separator')),
                }),
              },
            ]
          : []),
        members.length === 0
          ? { kind: 'text', text: say('members.none') }
          : {
              kind: 'pairs',
              pairs: members.map(({ name, id, key }) => [
                maskName(name, mask),
                maskId(id, mask),
                key === null ? say('id.unmatched') : '',
              ]),
            },
      ],
    },
    {
      title: say('section.findings', { count: findings.length }),
      blocks: [
        list(
          findings.map((finding) => {
            const header = headerOf(household, finding.rule_id);
            const shown = header ? maskFinding(finding, mask, header) : finding;
            const severity = labelOf(lang, 'severity', finding.severity);
            return `${finding.finding_id} ${finding.rule_id} [${severity}] ${shown.message}`;
          }),
          say('findings.none'),
        ),
      ],
    },
    ...household.datasets.map(({ dataset, rows }) => ({
      title: `${dataset.title[lang]}（${dataset.department[lang]}）`,
      blocks: rows.flatMap((row) => rowBlocks(row, how)),
    })),
    {
      title: say('section.without'),
      blocks: [
        {
          kind: 'text',
          text: household.without.map(({ title }) => title[lang]).join(say('separator')) || '—',
        },
        ...(household.notGiven.length > 0
          ? [
              {
                kind: 'text' as const,
                text: say('not-given', {
                  datasets: household.notGiven.map(({ title }) => title[lang]).join(say('separator')),
                }),
              },
            ]
          : []),
      ],
    },
  ];
  return {
    title: say('title', { number }),
    lead: [say('lead', { run: run.recorded.run_id, day: run.recorded.as_of, county: run.manifest.county })],
    sections,
  };
}

const headerOf = ({ rules }: Household, id: string): RuleHeader | undefined =>
  rules.find(({ header }) => header.id === id)?.header;

function rowBlocks(row: HouseholdRow, how: How): Block[] {
  const { lang, mask } = how;
  const name = row.member === undefined ? '' : maskName(row.member, mask);
  const by =
    row.by === 'household'
      ? `${householdTexts['by.household'][lang]}${name && `  ${name}`}`
      : fill(householdTexts['by.member'][lang], { name });
  return [
    { kind: 'heading', text: `${row.source}  ${by}` },
    { kind: 'pairs', pairs: row.values.map((value) => [fieldLabel(value, lang), valueText(value, how)]) },
  ];
}
