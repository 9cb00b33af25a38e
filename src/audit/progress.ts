/** What an audit is at; the stages in the order of an audit's work. */
export interface Step {
  readonly stage: 'read' | 'normalize' | 'facts' | 'judge' | 'report';
  /** The file, sheet, rule or run that is in hand. */
  readonly what: string;
  /** Its rows, once they are counted. */
  readonly rows?: number;
  /** Rows of the stage that are done with, those of `what` included when `rows` has them. */
  readonly rowsDone?: number;
  /** How much of the stage is done, of how much, in a unit of the stage's own: bytes, rows or rules. */
  readonly done?: number;
  readonly of?: number;
}

/** Is told each step when it begins and, where rows are counted only then, again when it ends. */
export type Progress = (step: Step) => void;
