/** What an audit says while it works; rows where the stage counts them. */
export type Progress = (
  stage: 'read' | 'normalize' | 'judge' | 'report',
  what: string,
  rows?: number,
) => void;
