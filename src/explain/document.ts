/** A page that is the same in every format: what it says, not how it looks. */
export interface Document {
  readonly title: string;
  readonly lead: readonly string[];
  readonly sections: readonly Section[];
}

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  /** Something that must not be overlooked. */
  | { readonly kind: 'warning'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string }
  /** Names and values, one under the other; a third is a remark. */
  | {
      readonly kind: 'pairs';
      readonly pairs: readonly (readonly [name: string, value: string, remark?: string])[];
    }
  | { readonly kind: 'code'; readonly text: string };
