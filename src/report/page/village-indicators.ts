import { datasetById } from '../../datasets/catalogue.js';
import { codeLabel } from '../../datasets/labels.js';
import { say } from '../messages.js';
import type { ReportModel, VillageFacts } from '../model.js';

/** The indicators of a village as its sheet shows them: label and value, an empty value where it is not known. */
export function villageIndicators(model: ReportModel, village: VillageFacts): [string, string][] {
  const { lang } = model;
  const area = (model.areas ?? []).find(
    (each) =>
      each.level === 'village' &&
      each.village === village.village &&
      each.township === village.township &&
      each.county === village.county,
  );
  const exits = (model.page?.exits ?? []).find(
    (each) =>
      each.village === village.village &&
      each.township === village.township &&
      each.county === village.county,
  );
  return [
    [
      say(lang, 'indicator.roster'),
      say(lang, 'indicator.households-persons', { households: village.households, persons: village.persons }),
    ],
    [
      say(lang, 'indicator.active'),
      say(lang, 'indicator.households-persons', {
        households: village.activeHouseholds,
        persons: village.activePersons,
      }),
    ],
    [
      say(lang, 'indicator.exited'),
      say(lang, 'indicator.households', { households: village.exitedHouseholds }),
    ],
    [
      say(lang, 'indicator.exits', { year: model.page?.year ?? '' }),
      exits === undefined
        ? ''
        : say(lang, 'indicator.exits-of', {
            exited: exits.exited,
            start: exits.atStart,
            share: percent(exits.exited / exits.atStart),
          }),
    ],
    [
      say(lang, 'indicator.statistics'),
      area === undefined
        ? ''
        : [
            say(lang, 'indicator.households-persons', {
              households: area.households?.statistics ?? say(lang, 'script.unknown'),
              persons: area.persons?.statistics ?? say(lang, 'script.unknown'),
            }),
            area.households?.exceeds || area.persons?.exceeds ? say(lang, 'indicator.exceeds') : '',
          ].join(''),
    ],
    ...village.gaps.map(({ guarantee, households, known }): [string, string] => [
      say(lang, 'indicator.gap', { guarantee: guaranteeLabel(model, guarantee) }),
      known === 0
        ? say(lang, 'script.unknown')
        : say(lang, 'indicator.gap-of', {
            households,
            ...(known < village.households && { unknown: village.households - known }),
          }),
    ]),
    ...sheetIndicators(model, village),
  ];
}

const percent = (share: number): string => (Math.round(share * 1000) / 10).toFixed(1);

function guaranteeLabel({ lang }: ReportModel, guarantee: string): string {
  switch (guarantee) {
    case 'education':
      return say(lang, 'script.guarantee.education');
    case 'housing':
      return say(lang, 'script.guarantee.housing');
    case 'medical':
      return say(lang, 'script.guarantee.medical');
    default:
      return say(lang, 'script.guarantee.water');
  }
}

/** What the village sheet (贫困村信息) has, under its own headers. */
function sheetIndicators({ lang }: ReportModel, { sheet }: VillageFacts): [string, string][] {
  const { fields } = datasetById('village');
  return Object.entries(sheet).map(([id, value]) => {
    const field = fields[id];
    const title = lang === 'zh' ? (field?.headers[0] ?? id) : (field?.en ?? id);
    const label = say(lang, 'indicator.of-sheet', { title });
    if (field?.codes) return [label, codeLabel(field.codes, value, lang)];
    if (field?.type === 'yesno') return [label, say(lang, value === 'true' ? 'yes' : 'no')];
    // Of a date that is known to the year the engine has the first of January.
    if (id === 'exit_year') return [label, value.slice(0, 4)];
    const isNumber = field?.type === 'money' || field?.type === 'decimal';
    return [label, isNumber ? String(Number(value)) : value];
  });
}
