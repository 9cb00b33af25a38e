/** Something that is not as the run has recorded it. */
export interface Difference {
  /**
   * What it is about: the run's own manifest or another of its files, the version of hecha or of its engine, an input, a rule, a fact, a parameter,
   * a finding, a report that was made again, or something else in the manifest.
   */
  readonly kind:
    | 'manifest'
    | 'file'
    | 'tool'
    | 'engine'
    | 'previous'
    | 'input'
    | 'rule'
    | 'fact'
    | 'parameter'
    | 'finding'
    | 'report'
    | 'record';
  /** Its name: a path, a rule's or finding's id, a parameter, a place in the manifest. */
  readonly what: string;
  /** `missing`: the run had it; `added`: it has come; `changed`: it is another. */
  readonly change: 'missing' | 'added' | 'changed';
  readonly recorded?: string;
  readonly found?: string;
  /** Of an input, where the file that was found lies; of a finding, its rule and household. */
  readonly where?: string;
  /** Of a finding or a rule, what of it has changed. */
  readonly parts?: readonly string[];
}
