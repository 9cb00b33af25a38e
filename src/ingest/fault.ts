import type { Dataset } from '../datasets/dataset.js';
import { HechaError } from '../errors.js';
import type { Detection } from './detection.js';

/** A file or sheet that could not be read: what is wrong, and what may be missing for it. */
export interface InputFault {
  readonly file: string;
  readonly sheet?: string;
  readonly error: HechaError;
  /** Ids of the datasets that it may have held; undefined when nothing tells. */
  readonly suspects?: readonly string[];
}

/** An input error with the datasets that its file may have held. */
export class InputError extends HechaError {
  readonly suspects: readonly string[] | undefined;

  constructor(error: HechaError, suspects: readonly string[] | undefined) {
    super(error.code, error.given);
    this.suspects = suspects;
  }
}

/** Failures that one input causes and that leave the others as they are. */
const OF_ONE_INPUT = /^HC(?:1001|30\d\d)$/;

export const isInputError = (error: unknown): error is HechaError =>
  error instanceof HechaError && OF_ONE_INPUT.test(error.code);

/** The same failure, named by the input as reports name it and not by its path. */
export function placed(error: unknown, place: string, suspects?: readonly string[]): unknown {
  if (!isInputError(error)) return error;
  const known = error instanceof InputError ? error.suspects : undefined;
  return new InputError(new HechaError(error.code, { ...error.given, place }), known ?? suspects);
}

/** Ids of the datasets that a part may hold by what its header says. */
export function suspectsOf(detection: Detection): readonly string[] | undefined {
  const ids = (datasets: readonly Dataset[]): string[] => datasets.map(({ id }) => id);
  switch (detection.kind) {
    case 'missing-keys':
      return ids([detection.nearest]);
    case 'ambiguous':
      return ids(detection.candidates);
    case 'conflict':
    case 'units':
      return ids([detection.dataset]);
    default:
      return undefined;
  }
}
