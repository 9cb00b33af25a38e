import { strangerChildId, strangerId } from './id-number.js';
import type { Sex } from './model.js';
import { anyName } from './names.js';
import { random } from './random.js';
import type { Holder } from './records.js';

/** Somebody of the county who is in no family of the model. */
export interface Stranger extends Holder {
  readonly sex: Sex;
  readonly bornIn: number;
}

/** Stranger number `serial`: the same person under the same number, whichever extract lists him. */
export function stranger(seed: number, serial: number): Stranger {
  const from = random(seed, 31, serial);
  const sex: Sex = from.chance(0.62) ? 'male' : 'female';
  const id = strangerId(serial, sex);
  const bornIn = Number(id.slice(6, 10));
  return { id, name: anyName(from, sex, bornIn), sex, bornIn };
}

/** A pupil who is in no family of the model. */
export function strangerChild(seed: number, serial: number, year: number): Stranger {
  const from = random(seed, 37, serial);
  const sex: Sex = from.chance(0.53) ? 'male' : 'female';
  const id = strangerChildId(serial, sex, year);
  const bornIn = Number(id.slice(6, 10));
  return { id, name: anyName(from, sex, bornIn), sex, bornIn };
}
