import { faultyId } from './id-number.js';
import type { Person } from './model.js';

/** What the roster's cell holds for that person: the number, the certificate's number, or what became of it. */
export const writtenId = (person: Person): string =>
  person.fault ? faultyId(person.id, person.fault) : person.id + (person.certificate ?? '');
