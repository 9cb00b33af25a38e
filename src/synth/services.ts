import { dayBetween, dayIn, type Maker } from './maker.js';
import type { Household, Person } from './model.js';
import type { Dwelling, Holder, Medical, Student, Water } from './records.js';

const words = (text: string): readonly string[] => text.split(' ');

/** The grade that a pupil of that age is in, as schools write it. */
const gradeOf = (age: number): string => {
  const grades = words('一年级 二年级 三年级 四年级 五年级 六年级 七年级 八年级 九年级');
  return grades[Math.max(0, Math.min(8, age - 6))] ?? '';
};

const schoolOf = (person: Person, household: Pick<Household, 'village'>): string =>
  `${household.village.township.name}${person.age < 12 ? '中心小学' : '初级中学'}`;

type StudentDetails = Partial<Pick<Student, 'status' | 'reason' | 'dropped'>>;

/** A pupil's row: enrolled unless the details say otherwise. */
export const pupilRecord = (
  person: Person,
  household: Pick<Household, 'village'>,
  details: StudentDetails = {},
): Student => ({
  id: person.id,
  name: person.name,
  school: schoolOf(person, household),
  grade: gradeOf(person.age),
  status: details.status ?? 'enrolled',
  dropped: details.dropped,
  reason: details.reason,
});

/** The only row of the pupil from now on. */
export function setPupil(household: Household, person: Person, details: StudentDetails): void {
  household.records.student = household.records.student.filter((row) => row.id !== person.id);
  household.records.student.push(pupilRecord(person, household, details));
}

const chronicIllness = words(
  '高血压 糖尿病 类风湿性关节炎 慢性支气管炎 冠心病 脑梗塞后遗症 腰椎间盘突出 布鲁氏菌病 慢性肾炎',
);
const seriousIllness = words(
  '胃癌 食管癌 终末期肾病 先天性心脏病 肝硬化失代偿期 急性心肌梗死 白血病 重性精神病',
);

type Costs = {
  readonly selfPaid: number;
  readonly nonCompliant?: number;
  readonly year?: number;
  readonly cured?: boolean;
};

/** A year's treatment of a chronic illness. */
export const chronicRecord = (maker: Maker, person: Holder, costs: Costs): Medical => ({
  id: person.id,
  name: person.name,
  year: costs.year ?? maker.year,
  diagnosis: maker.random.pick(chronicIllness),
  serious: false,
  chronic: true,
  cured: costs.cured ?? false,
  total: Math.round(costs.selfPaid * maker.random.between(3, 5) + (costs.nonCompliant ?? 0)),
  selfPaid: costs.selfPaid,
  nonCompliant: costs.nonCompliant ?? 0,
});

/** A year's treatment of a serious illness. */
export const seriousRecord = (maker: Maker, person: Holder, costs: Costs): Medical => ({
  ...chronicRecord(maker, person, costs),
  diagnosis: maker.random.pick(seriousIllness),
  serious: true,
  chronic: false,
});

/** A visit that is neither. */
export const smallRecord = (maker: Maker, person: Holder): Medical => ({
  ...chronicRecord(maker, person, { selfPaid: maker.random.between(2000, 90_000) / 100 }),
  diagnosis: maker.random.pick(words('急性上呼吸道感染 阑尾炎 骨折 肺炎 胆囊炎 分娩')),
  chronic: false,
  cured: true,
});

/** The only medical rows of the person from now on. */
export function setMedical(household: Household, person: Holder, rows: readonly Medical[]): void {
  household.records.medical = [...household.records.medical.filter((row) => row.id !== person.id), ...rows];
}

type DwellingDetails = Partial<Pick<Dwelling, 'main' | 'occupied' | 'renovation' | 'completed'>>;

/** Surveyed head of household: whose dwelling it is. */
type Dweller = Pick<Household, 'village'> & { readonly no?: string; readonly head: Holder };

/** A survey of a dwelling: the main one, lived in, unless the details say otherwise. */
export const dwellingRecord = (
  maker: Maker,
  whose: Dweller,
  grade: string,
  details: DwellingDetails = {},
): Dwelling => ({
  id: whose.head.id,
  name: whose.head.name,
  village: whose.village,
  household: whose.no,
  grade,
  main: details.main ?? true,
  occupied: details.occupied ?? true,
  surveyed: dayBetween(maker, maker.year - 2, maker.year - 1),
  renovation: details.renovation ?? (grade === 'C' || grade === 'D' ? 'none' : undefined),
  completed: details.renovation === 'done' ? dayIn(maker, maker.year) : undefined,
});

export const waterRecord = (maker: Maker, whose: Dweller, safe: boolean): Water => ({
  id: whose.head.id,
  name: whose.head.name,
  village: whose.village,
  household: whose.no,
  safe,
  surveyed: dayBetween(maker, maker.year - 1, maker.year),
});

/** The household as its department knows it: by number, or by the head's ID alone. */
export function dweller(maker: Maker, household: Household): Dweller {
  const head = household.members.find((member) => member.relation === 'head' && !member.gone);
  if (!head) throw new Error('a household without a head');
  const byNumber = maker.random.chance(0.65) || head.fault !== undefined;
  return { village: household.village, head, ...(byNumber && { no: household.no }) };
}
