import type { Relative } from './family.js';
import { type Maker, newId } from './maker.js';
import type { Ethnicity, Person, Sex } from './model.js';
import { fullName, pickSurname } from './names.js';
import { type Random, weighted } from './random.js';

const health = {
  child: weighted<readonly string[]>([
    [['healthy'], 96],
    [['chronic'], 2],
    [['disabled'], 2],
  ]),
  grown: weighted<readonly string[]>([
    [['healthy'], 81],
    [['chronic'], 11],
    [['disabled'], 5],
    [['chronic', 'disabled'], 1],
    [['serious'], 2],
  ]),
  old: weighted<readonly string[]>([
    [['healthy'], 44],
    [['chronic'], 39],
    [['disabled'], 9],
    [['chronic', 'disabled'], 5],
    [['serious'], 3],
  ]),
};

/** 劳动技能 by age and health: the canonical code. */
function labourOf(from: Random, age: number, ill: boolean, atSchool: boolean): string {
  if (age < 16 || atSchool) return 'none';
  if (age >= 60) return age >= 72 || from.chance(0.4) ? 'none' : 'partial';
  if (ill) return from.chance(0.3) ? 'lost' : 'partial';
  return 'able';
}

function schoolingOf(from: Random, age: number): string {
  if (age < 4) return 'preschool';
  if (age < 6) return 'kindergarten';
  if (age < 12) return 'primary';
  if (age < 15) return 'junior';
  if (age === 15) return from.chance(0.6) ? 'junior' : 'senior';
  if (age < 19) return from.chance(0.4) ? 'none' : from.chance(0.7) ? 'senior' : 'vocational';
  return age < 23 && from.chance(0.25) ? 'college' : 'none';
}

function educationOf(from: Random, age: number): string {
  if (age < 6) return '学龄前儿童';
  if (age < 13) return '小学';
  const roll = from.next();
  if (age < 20) return roll < 0.7 ? '初中' : '高中';
  if (age < 40) return roll < 0.2 ? '小学' : roll < 0.78 ? '初中' : roll < 0.92 ? '高中' : '大专及以上';
  if (age < 60) return roll < 0.16 ? '文盲或半文盲' : roll < 0.55 ? '小学' : roll < 0.93 ? '初中' : '高中';
  return roll < 0.56 ? '文盲或半文盲' : roll < 0.9 ? '小学' : '初中';
}

const workplace = weighted<string>([
  ['乡（镇）内务工', 24],
  ['乡（镇）外县内务工', 22],
  ['县外省内务工', 30],
  ['省外务工', 22],
  ['其他', 2],
]);

/** A mobile number of the right form; none that begins with 12 was ever given out. */
const phoneNumber = (from: Random): string => `12${String(from.below(1_000_000_000)).padStart(9, '0')}`;

/** One member of a household: age and sex are given, the rest follows from them. */
export function makePerson(maker: Maker, relative: Relative, surname: string, ethnicity: Ethnicity): Person {
  const from = maker.random;
  const { id, born, serial } = newId(maker, relative.sex, relative.age);
  const { age } = relative;
  const condition = (age < 16 ? health.child : age < 60 ? health.grown : health.old)(from);
  const ill = !condition.includes('healthy');
  const schooling = schoolingOf(from, age);
  const labour = labourOf(from, age, ill, age >= 16 && schooling !== 'none');
  const works = labour === 'able' && from.chance(0.5);
  return {
    id,
    born,
    age,
    sex: relative.sex,
    relation: relative.relation,
    ethnicity,
    personNo: `8622${String(serial * 7 + 3).padStart(10, '0')}`,
    name: fullName(from, {
      ethnicity,
      surname: relative.kin ? surname : pickSurname(from, ethnicity),
      sex: relative.sex,
      bornIn: Number(born.slice(0, 4)),
    }),
    education: educationOf(from, age),
    schooling,
    health: condition,
    labour,
    work: works ? workplace(from) : undefined,
    workMonths: works ? from.between(2, 11) : undefined,
    insured: true,
    phone: age >= 16 && age < 75 && from.chance(0.7) ? phoneNumber(from) : undefined,
  };
}

/** Somebody without a household around him. */
export const loneRelative = (sex: Sex, age: number, relation = 'other'): Relative => ({
  relation,
  sex,
  age,
  kin: true,
});

/** Gives the members who share a name another one: within a household a name tells who is who. */
export function tellApart(maker: Maker, members: readonly Person[]): void {
  const taken = new Set<string>();
  for (const member of members) {
    while (taken.has(member.name)) {
      const head = member.name.split('·')[1] ?? (member.ethnicity === '藏族' ? '' : member.name.slice(0, 1));
      member.name = fullName(maker.random, {
        ethnicity: member.ethnicity,
        surname: head,
        sex: member.sex,
        bornIn: Number(member.born.slice(0, 4)),
      });
    }
    taken.add(member.name);
  }
}
