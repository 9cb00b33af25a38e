import type { Category, ExitStatus, Person } from './model.js';
import type { Random } from './random.js';

/** How departments write each code: the usual word first, then others that are met. Every one is known to src/datasets/codes.ts. */
export type Words = Readonly<Record<string, readonly string[]>>;

export const SEX_WORDS: Words = { male: ['男', '男性'], female: ['女', '女性'] };

const RELATION_WORDS: Words = {
  head: ['户主', '本人或户主'],
  spouse: ['配偶'],
  son: ['之子', '长子', '儿子'],
  daughter: ['之女', '长女', '次女'],
  'daughter-in-law': ['之儿媳', '儿媳'],
  grandson: ['之孙子', '孙子'],
  granddaughter: ['之孙女', '孙女'],
  father: ['之父', '父亲'],
  mother: ['之母', '母亲'],
  other: ['其他'],
};

export const LABOUR_WORDS: Words = {
  able: ['普通劳动力', '技能劳动力'],
  partial: ['弱劳动力或半劳动力', '部分丧失劳动能力'],
  lost: ['丧失劳动力', '完全丧失劳动能力'],
  none: ['无劳动力', '无劳动能力'],
};

export const DIBAO_LABOUR_WORDS: Words = {
  able: ['有劳动能力', '正常'],
  partial: ['部分丧失劳动能力', '部分丧失'],
  lost: ['完全丧失劳动能力', '丧失劳动能力'],
  none: ['无劳动能力'],
};

const HEALTH_WORDS: Words = {
  healthy: ['健康', '良好'],
  chronic: ['长期慢性病', '慢性病'],
  serious: ['患有大病', '大病'],
  disabled: ['残疾'],
};

export const EXIT_WORDS: Words = {
  poor: ['未脱贫', '贫困'],
  exited: ['已脱贫', '脱贫', '已脱贫（享受政策）'],
  'pre-exit': ['预脱贫'],
  returned: ['返贫'],
};
/** 脱贫属性 as the system stores it. */
export const EXIT_CODES: Words = { poor: ['0'], exited: ['1', '4'], 'pre-exit': ['2'], returned: ['3'] };

const categoryNames: Readonly<Record<Category, readonly [poor: string, exited: string]>> = {
  general: ['一般贫困户', '一般脱贫户'],
  dibao: ['低保贫困户', '低保脱贫户'],
  tekun: ['特困供养贫困户', '特困供养脱贫户'],
};
const categoryCodes: Readonly<Record<Category, readonly [poor: string, exited: string]>> = {
  general: ['01', '05'],
  dibao: ['04', '02'],
  tekun: ['06', '03'],
};

/** 贫困户属性, which also says whether the household has exited. */
export const categoryWord = (category: Category, status: ExitStatus): string =>
  categoryNames[category][status === 'exited' ? 1 : 0];
export const categoryCode = (category: Category, status: ExitStatus): string =>
  categoryCodes[category][status === 'exited' ? 1 : 0];

export const CAUSE_WORDS: Words = {
  illness: ['因病'],
  disability: ['因残'],
  schooling: ['因学'],
  skills: ['缺技术'],
  capital: ['缺资金'],
  labour: ['缺劳力', '缺劳动力'],
  land: ['缺土地'],
  transport: ['交通条件落后'],
  motivation: ['自身发展动力不足', '自身发展力不足'],
  other: ['其他'],
};

export const GRADE_WORDS: Words = { A: ['A级', 'A'], B: ['B级', 'B'], C: ['C级', 'C'], D: ['D级', 'D'] };

export const CLASS_WORDS: Words = {
  '1': ['一类', '1', 'A类'],
  '2': ['二类', '2', 'B类'],
  '3': ['三类', '3', 'C类'],
  '4': ['四类', '4', 'D类'],
};
export const AREA_WORDS: Words = { rural: ['农村'], urban: ['城市', '城镇'] };
export const MODE_WORDS: Words = { institution: ['集中', '集中供养'], home: ['分散', '分散供养'] };

export const DISABILITY_WORDS: Words = {
  '1': ['视力', '视力残疾'],
  '2': ['听力', '听力残疾'],
  '3': ['言语', '言语残疾'],
  '4': ['肢体', '肢体残疾', '4'],
  '5': ['智力', '智力残疾'],
  '6': ['精神', '精神残疾'],
  '7': ['多重', '多重残疾'],
};
export const LEVEL_WORDS: Words = {
  '1': ['一级', '1'],
  '2': ['二级', '2'],
  '3': ['三级', '3'],
  '4': ['四级', '4'],
};

export const VEHICLE_STATE_WORDS: Words = {
  A: ['正常'],
  B: ['转出'],
  C: ['被盗抢'],
  D: ['停驶'],
  E: ['注销', '报废', '强制注销'],
  G: ['违法未处理'],
  M: ['达到报废标准'],
  P: ['达到报废标准公告牌证作废', '牌证作废'],
  Q: ['逾期未检验'],
};
export const PLATE_WORDS: Words = {
  '01': ['大型汽车', '01'],
  '02': ['小型汽车', '02'],
  '07': ['普通摩托车', '07', '两、三轮摩托车'],
  '08': ['轻便摩托车', '08'],
  '13': ['低速车', '13', '农用运输车'],
  '14': ['拖拉机', '14'],
  '15': ['挂车', '15'],
};

export const USAGE_WORDS: Words = {
  residential: ['住宅', '成套住宅', '城镇住宅'],
  commercial: ['商业', '商业服务', '商铺'],
  office: ['办公'],
  garage: ['车库', '车位'],
  homestead: ['宅基地', '农村宅基地'],
  storage: ['储藏室', '仓储'],
};
export const NATURE_WORDS: Words = {
  market: ['商品房', '市场化商品房', '存量房'],
  economic: ['经济适用房', '经适房'],
  resettlement: ['安置房', '拆迁安置房'],
  relocation: ['搬迁安置房', '易地扶贫搬迁安置房'],
  returned: ['回迁房'],
  'public-rental': ['公租房', '公共租赁住房'],
  'low-rent': ['廉租房', '廉租住房'],
  'self-built': ['自建房', '农村自建房'],
  homestead: ['宅基地使用权/房屋所有权', '宅基地'],
  renovation: ['农村危房改造', '危房改造'],
};
export const TITLE_WORDS: Words = {
  'in-force': ['现势'],
  cancelled: ['注销', '历史'],
  transferred: ['转移'],
};

export const INSURANCE_WORDS: Words = {
  employee: ['企业职工基本养老保险', '城镇职工基本养老保险', '企业养老'],
  public: ['机关事业单位养老保险', '机关事业单位基本养老保险'],
  resident: ['城乡居民基本养老保险', '城乡居民养老保险'],
};
export const INSURED_WORDS: Words = {
  paying: ['正常参保', '在缴', '参保缴费'],
  suspended: ['暂停', '暂停缴费', '中断缴费'],
  ended: ['终止', '终止参保'],
  retired: ['退休', '领取待遇', '正常待遇'],
};
export const STAFF_WORDS: Words = { serving: ['在职', '在编'], retired: ['退休', '离退休'] };

export const POST_WORDS: Words = {
  secretary: ['村支书', '党支部书记', '支书'],
  director: ['主任', '村委会主任', '村主任'],
  clerk: ['文书', '村文书'],
  'deputy-secretary': ['副支书', '副书记'],
  'deputy-director': ['副主任', '村委会副主任'],
  'committee-member': ['委员', '村委委员', '支部委员'],
  supervisor: ['监委会主任', '村监委会主任'],
  women: ['妇联主任', '妇女主任'],
  group: ['社长', '组长'],
};

export const BUSINESS_WORDS: Words = {
  limited: ['有限责任公司', '有限责任公司（自然人独资）', '有限公司'],
  sole: ['个人独资企业', '个人独资'],
  partnership: ['普通合伙企业', '合伙企业'],
  individual: ['个体工商户', '个体户'],
  cooperative: ['农民专业合作社', '专业合作社'],
};
export const ROLE_WORDS: Words = {
  representative: ['法定代表人', '负责人'],
  shareholder: ['股东', '出资人'],
  owner: ['经营者', '业主'],
};
export const RUNNING_WORDS: Words = {
  running: ['存续', '在营', '开业', '存续（在营、开业、在册）'],
  cancelled: ['注销'],
  revoked: ['吊销', '吊销，未注销'],
};

export const STUDENT_WORDS: Words = {
  enrolled: ['在读', '在校', '在籍'],
  home: ['送教上门'],
  dropout: ['辍学', '失学'],
  'never-enrolled': ['未入学'],
};
export const REASON_WORDS: Words = {
  poverty: ['因贫', '家庭经济困难'],
  illness: ['因病'],
  disability: ['因残', '残疾'],
  intellectual: ['智障', '因智'],
  unwilling: ['厌学', '学习困难或厌学'],
  work: ['外出务工', '打工'],
};

export const RENOVATION_WORDS: Words = {
  none: ['未改造', '未开工'],
  underway: ['改造中', '正在改造'],
  done: ['已竣工', '竣工验收'],
};
export const ACTION_WORDS: Words = { removed: ['剔除', '清退', '已剔除'], kept: ['保留', '继续保留'] };

export const HUKOU_STATUS_WORDS: Words = { present: ['正常', '在册'], gone: ['注销', '迁出'] };
export const LOAN_WORDS: Words = {
  open: ['未结清', '正常', '在贷'],
  overdue: ['逾期', '已逾期'],
  closed: ['已结清', '结清', '已还清'],
};
export const VILLAGE_EXIT_WORDS: Words = {
  remaining: ['未退出', '未脱贫'],
  applied: ['申请退出', '拟退出'],
  exited: ['已退出', '退出', '已脱贫'],
};

const juniorGrade = ['七年级', '八年级', '九年级'];

/** 在校生状况, with the grade where the age tells it. */
export function schoolingWord(from: Random, person: Person): string {
  switch (person.schooling) {
    case 'preschool':
      return '学龄前儿童';
    case 'kindergarten':
      return '学前教育';
    case 'primary':
      return '小学';
    case 'junior':
      return juniorGrade[Math.min(2, Math.max(0, person.age - 12))] ?? '初中';
    case 'senior':
      return from.pick(['普通高中一年级', '普通高中二年级', '高中']);
    case 'vocational':
      return from.pick(['中职一年级', '中职二年级', '中职']);
    case 'college':
      return from.pick(['大专及以上', '本科二年级', '大专']);
    case 'dropout':
      return from.pick(['辍学', '义务教育阶段辍学']);
    default:
      return '非在校生';
  }
}

/** The relation, in the words of a household register for some. */
export function relationWord(from: Random, person: Pick<Person, 'relation' | 'sex'>, share: number): string {
  if (person.relation === 'spouse' && from.chance(share)) return person.sex === 'male' ? '夫' : '妻';
  const words = RELATION_WORDS[person.relation] ?? ['其他'];
  return words.length > 1 && from.chance(share) ? from.pick(words) : (words[0] ?? '其他');
}

/** Conditions joined as clerks join them. */
export const healthText = (from: Random, health: readonly string[]): string =>
  health
    .map((condition) => HEALTH_WORDS[condition]?.[0] ?? condition)
    .join(from.pick([',', '，', '、', ';', ' ']));
