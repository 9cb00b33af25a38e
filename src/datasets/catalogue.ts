import { auditSuspect } from './audit-suspect.js';
import { business } from './business.js';
import { cadre } from './cadre.js';
import type { Dataset } from './dataset.js';
import { death } from './death.js';
import { dibao } from './dibao.js';
import { disability } from './disability.js';
import { dwelling } from './dwelling.js';
import { helper } from './helper.js';
import { household } from './household.js';
import { hukou } from './hukou.js';
import { loan } from './loan.js';
import { medical } from './medical.js';
import { mutualFund } from './mutual-fund.js';
import { payment } from './payment.js';
import { payroll } from './payroll.js';
import { person } from './person.js';
import { previousTables } from './previous.js';
import { projectFund } from './project-fund.js';
import { property } from './property.js';
import { relocation } from './relocation.js';
import { secondRoster } from './second-roster.js';
import { socialSecurity } from './social-security.js';
import { statistics } from './statistics.js';
import { student } from './student.js';
import { tekun } from './tekun.js';
import { vehicle } from './vehicle.js';
import { village } from './village.js';
import { water } from './water.js';

/** Every dataset that hecha reads, in the order in which reports list them. */
export const datasets: readonly Dataset[] = [
  person,
  household,
  village,
  helper,
  secondRoster,
  statistics,
  dibao,
  tekun,
  disability,
  vehicle,
  property,
  socialSecurity,
  payroll,
  cadre,
  business,
  hukou,
  student,
  medical,
  dwelling,
  water,
  relocation,
  death,
  auditSuspect,
  loan,
  payment,
  projectFund,
  mutualFund,
];

/** Every table that a rule may name: the datasets, and what the previous run kept. */
export const ruleTables: readonly Dataset[] = [...datasets, ...previousTables];

/** The dataset of that id. @throws Error when there is none: ids come from our own code only. */
export function datasetById(id: string): Dataset {
  const found = ruleTables.find((dataset) => dataset.id === id);
  if (!found) throw new Error(`no dataset ${id}`);
  return found;
}
