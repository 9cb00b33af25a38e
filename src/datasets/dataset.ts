import type { Bilingual } from '../bilingual.js';

export type FieldType =
  | 'id'
  | 'name'
  | 'date'
  | 'money'
  | 'int'
  | 'decimal'
  | 'yesno'
  | 'code'
  | 'list'
  | 'text';

/** One value of a code list: what hecha calls it, how it is shown, and how exports write it. */
export interface CodeValue {
  readonly label: Bilingual;
  /** Every spelling found in exports, the label's Chinese included only if listed. */
  readonly variants: readonly string[];
}

/** Canonical value → its label and spellings. */
export type CodeList = Readonly<Record<string, CodeValue>>;

export interface Field {
  readonly type: FieldType;
  /** Header names, the usual one first. */
  readonly headers: readonly string[];
  readonly en: string;
  /** For `code` and `list`. */
  readonly codes?: CodeList;
  /** Money only: what one unit is worth in yuan when neither cell nor header says (1 unless given). */
  readonly unit?: 1 | 10_000;
  /** The value of an empty cell or a missing column, as canonical code. */
  readonly default?: string;
  /** This header alone tells the dataset apart from those that share its key columns. */
  readonly signature?: true;
}

/** A dataset that hecha can read: data only. Adding one is adding a file. */
export interface Dataset {
  readonly id: string;
  readonly title: Bilingual;
  readonly department: Bilingual;
  readonly fields: Readonly<Record<string, Field>>;
  /** Each entry is a key column, or alternatives of which one must be there and filled. */
  readonly keys: readonly (readonly string[])[];
  /** In a roster a bad ID never removes the row. */
  readonly roster?: true;
  /** Words in a title line, sheet or file name that decide between datasets whose headers are alike. */
  readonly hints: readonly string[];
  /**
   * Columns whose header begins so (or that the county names) are yes or no each; `field`, a text, lists the headers of those that say
   * no, joined by `、`.
   */
  readonly gather?: { readonly field: string; readonly prefix: string };
  /** One row may hold several persons: numbered pairs of columns such as 姓名1, 身份证1. */
  readonly wide?: { readonly name: readonly string[]; readonly id_number: readonly string[] };
}
