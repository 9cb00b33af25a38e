import type { Bilingual, Lang } from '../../bilingual.js';
import { codeList } from '../../datasets/labels.js';
import { confidences, severities } from '../../findings/finding.js';
import type { Clause } from '../../policy/clauses.js';
import { families } from '../../rules/header.js';
import { labelOf, say, statusLabel, texts } from '../messages.js';
import type { ReportModel, RuleOutcome } from '../model.js';
import { parameterText } from '../parameter-text.js';
import type { Dictionary, Places } from './dictionary.js';
import type { PageData, PageRule } from './page-data.js';
import { villageIndicators } from './village-indicators.js';

/** Texts of other catalogues that the script shows too. */
const SHARED = [
  'yes',
  'no',
  'list-separator',
  'status.new',
  'status.persisting',
  'status.changed',
  'status.closed',
] as const;

/** All that the rows of the page need to be read, once they are written. */
export function pageData(
  model: ReportModel,
  {
    clauses,
    dictionaries,
  }: {
    readonly clauses: ReadonlyMap<string, Clause>;
    readonly dictionaries: Readonly<Record<'statuses' | 'sources' | 'words', Dictionary>> & {
      places: Places;
    };
  },
): PageData {
  const { lang } = model;
  const lists = new Set(
    model.rules.flatMap(({ header }) => Object.values(header.evidence).flatMap(({ codes }) => codes ?? [])),
  );
  const cited = new Set(model.rules.flatMap(({ header }) => header.clause));
  // Villages first: they give places their numbers.
  const villages = (model.page?.villages ?? []).map((village) => ({
    place: dictionaries.places.of(village),
    indicators: villageIndicators(model, village),
  }));
  return {
    lang,
    texts: scriptTexts(lang),
    rules: model.rules.map((rule) => pageRule(model, rule)),
    families: Object.fromEntries(
      families
        .filter((family) => model.rules.some(({ header }) => header.family === family))
        .map((family) => [family, labelOf(lang, 'family', family)]),
    ),
    severities: severities.map((code) => [code, labelOf(lang, 'severity', code)] as const),
    confidences: confidences.map((code) => [code, labelOf(lang, 'confidence', code)] as const),
    statuses: dictionaries.statuses.texts.map((status) => [status, statusLabel(lang, status)] as const),
    codes: Object.fromEntries([...lists].sort().map((path) => [path, labelsOf(path, lang)])),
    clauses: Object.fromEntries(
      [...clauses].filter(([id]) => cited.has(id)).map(([id, clause]) => [id, clause[lang].trim()]),
    ),
    places: dictionaries.places.all,
    sources: dictionaries.sources.texts,
    villages,
    words: dictionaries.words.texts,
  };
}

function scriptTexts(lang: Lang): Record<string, string> {
  const known: Readonly<Record<string, Bilingual>> = texts;
  const own = Object.keys(known)
    .filter((key) => key.startsWith('script.'))
    .map((key) => [key.slice('script.'.length), known[key]?.[lang] ?? ''] as const);
  return Object.fromEntries([...own, ...SHARED.map((key) => [key, say(lang, key)] as const)]);
}

const labelsOf = (path: string, lang: Lang): Record<string, string> =>
  Object.fromEntries(Object.entries(codeList(path)).map(([code, { label }]) => [code, label[lang]]));

function pageRule(model: ReportModel, { header, parameters }: RuleOutcome): PageRule {
  const { lang, policy, rules } = model;
  return {
    id: header.id,
    title: header.title[lang],
    family: header.family,
    clauses: header.clause,
    predicate: header.predicate[lang],
    verify: header.verify[lang],
    message: header.message[lang],
    columns: Object.entries(header.evidence).map(
      ([column, label]) => [column, label[lang], label.codes ?? ''] as const,
    ),
    parameters: Object.entries(parameters)
      .filter(([name]) => name !== 'as_of')
      .map(([name, value]) => {
        const known = policy.values[name];
        return [
          known?.label[lang] ?? name,
          parameterText({ value, unit: known?.unit ?? '' }, { rules, lang }),
        ] as const;
      }),
  };
}
