import type { Bilingual, Lang } from '../bilingual.js';
import type { Engine } from '../engine/engine.js';
import type { Severity } from '../findings/finding.js';
import type { FindingState } from '../findings/state.js';
import type { RuleHeader } from '../rules/header.js';

export type Mask = 'none' | 'partial' | 'full';

/** How a rule ended. */
export interface RuleOutcome {
  readonly header: RuleHeader;
  readonly status: 'flagged' | 'clean' | 'not-run' | 'failed';
  /** Why it was not run, or how it failed. */
  readonly reason?: Bilingual;
  /** Findings that are open: those that a verdict closed are counted in `byStatus` alone. */
  readonly findings: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** What became of them since the previous run; once that is known. */
  readonly byStatus?: Readonly<Record<'new' | 'changed' | 'persisting' | 'closed', number>>;
  /** Exemption id → records that it spared. */
  readonly exempted: Readonly<Record<string, number>>;
  readonly sql: string;
  readonly parameters: Readonly<Record<string, string | number | readonly string[]>>;
}

/** One part of the inputs with its account: read = accepted + rejected + skipped, always. */
export interface PartReport {
  readonly file: string;
  readonly sheet?: string;
  readonly hidden?: boolean;
  readonly dataset: string;
  readonly datasetTitle: Bilingual;
  readonly headerRow: number;
  readonly encoding?: string;
  /** Every row of the part, counted independently of the reader: titles, header and blank rows included. */
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly skipped: number;
  /** title, header, blank, total, signature … → rows; adds up to `skipped`. */
  readonly skippedBy: Readonly<Record<string, number>>;
  /** Cells that were unreadable and made empty, in rows that were kept. */
  readonly badCells: number;
  /** Rows kept whose ID number cannot be matched (check digit or date), by state. */
  readonly unmatched: Readonly<Record<string, number>>;
  /** Headers of the columns used, in the file's order, and of those that no field knows. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly unknownColumns: readonly string[];
  readonly warnings: readonly Bilingual[];
}

export interface InputFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly kind: string;
  /** The archive that it came out of. */
  readonly inside?: { readonly path: string; readonly size: number; readonly sha256: string };
  readonly parts: readonly PartReport[];
}

/** A file or sheet that is not among the inputs, and why. */
export interface UnusedInput {
  readonly file: string;
  readonly sheet?: string;
  readonly reason: Bilingual;
  /** Of one that could not be read, the number of the error. */
  readonly code?: string;
}

/** What could be checked and what could not: as visible as what was found. */
export interface Coverage {
  readonly datasets: readonly {
    readonly id: string;
    readonly title: Bilingual;
    readonly given: boolean;
    readonly rows: number;
  }[];
  /** Facts that are unknown, and for how many of the roster's households. */
  readonly unknownFacts: readonly {
    readonly fact: string;
    readonly title: Bilingual;
    readonly households: number;
  }[];
  readonly households: number;
  readonly persons: number;
  readonly activeHouseholds: number;
}

/** One count of an area by both datasets. */
export interface AreaMeasure {
  readonly statistics: number;
  readonly roster: number;
  readonly difference: number;
  /** Of the larger number, to one decimal. */
  readonly percent: number;
  /** Above the limit of DD01 and DD02. */
  readonly exceeds: boolean;
}

/** An area as statistics and roster count it; a measure that the statistics do not have is undefined. */
export interface AreaComparison {
  readonly level: 'village' | 'township' | 'county';
  readonly county: string;
  readonly township: string;
  readonly village: string;
  readonly year: string;
  /** The roster has no such name. */
  readonly unknownName: boolean;
  readonly persons: AreaMeasure | undefined;
  readonly households: AreaMeasure | undefined;
}

/** A village's year: households active when it began, and those of them that exited in it. */
export interface VillageExits {
  readonly county: string;
  readonly township: string;
  readonly village: string;
  readonly atStart: number;
  readonly exited: number;
}

/** Households whose income per capita is from `from` to less than `from` and a step. */
export interface IncomeStep {
  readonly from: number;
  readonly exited: number;
  readonly active: number;
}

/** A village of the roster or of the village sheet, with what is known of it; null is unknown. */
export interface VillageFacts {
  readonly county: string;
  readonly township: string;
  readonly village: string;
  readonly households: number;
  readonly persons: number;
  readonly activeHouseholds: number;
  readonly activePersons: number;
  readonly exitedHouseholds: number;
  /** Households with a gap, of those of which it is known; by guarantee. */
  readonly gaps: readonly {
    readonly guarantee: string;
    readonly households: number;
    readonly known: number;
  }[];
  /** Its row of the village sheet, where there is one: field and value as the engine has it. */
  readonly sheet: Readonly<Record<string, string>>;
}

/** What only the page shows: pictures, and the village sheets, whose households stand in `hecha.household_sheet`. */
export interface PageFacts {
  /** The year of `exits`, which is that of the as-of day. */
  readonly year: string;
  readonly exits: readonly VillageExits[];
  /** Around the income line; empty where the roster has no incomes. */
  readonly incomes: readonly IncomeStep[];
  /** Width of a step, in yuan. */
  readonly incomeStep: number;
  readonly villages: readonly VillageFacts[];
}

/**
 * All that the reports are made from. Findings stay in the engine, in `hecha.finding` (the columns of Finding; evidence and
 * parameters as JSON text; exempted records in `hecha.exempted`, with one more column, exemption) and rejects in
 * `hecha.reject`: reports stream them, in the order that 1-product.md defines.
 */
export interface ReportModel {
  readonly engine: Engine;
  readonly lang: Lang;
  readonly mask: Mask | undefined;
  readonly toolVersion: string;
  readonly runId: string;
  readonly asOf: string;
  readonly asOfSource: 'option' | 'config' | 'inputs' | 'clock';
  /** Names of the counties on the roster, joined by 、. */
  readonly county: string;
  readonly policy: {
    readonly name: string;
    readonly title: Bilingual;
    readonly values: Readonly<
      Record<
        string,
        {
          value: string | number | readonly string[];
          unit: string;
          clause: string;
          source: string;
          label: Bilingual;
          /** Who gave it this value: a pack, one that extends it (child), or hecha.yaml (config). */
          from?: { readonly by: string; readonly name: string };
        }
      >
    >;
  };
  readonly inputs: readonly InputFile[];
  /** Inputs that could not be read and were passed over: what they held was not audited. */
  readonly unread?: readonly UnusedInput[];
  /** Files and sheets that were left out on purpose: notes, tables of hecha's own. */
  readonly leftOut?: readonly UnusedInput[];
  readonly rules: readonly RuleOutcome[];
  /** Every finding that is known, of tonight and of earlier nights, by id. */
  readonly states: readonly FindingState[];
  /** The run that tonight's is held against. */
  readonly previous?: { readonly runId: string; readonly asOf: string; readonly content: string };
  /** The verdicts that it went by: the ledger's text, its SHA-256 and how many it holds. */
  readonly feedback?: { readonly text: string; readonly sha256: string; readonly entries: number };
  /** The run's name without what it took from earlier nights. */
  readonly base: string;
  /** Ids of the rules that are the county's own. */
  readonly ownRules?: readonly string[];
  readonly coverage: Coverage;
  /** Every area, flagged or not; undefined without statistics. */
  readonly areas?: readonly AreaComparison[];
  /** Undefined when no page is written. */
  readonly page?: PageFacts;
}
