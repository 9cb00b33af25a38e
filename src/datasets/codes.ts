import type { CodeList, CodeValue } from './dataset.js';

/** A code value: Chinese label, English label, then the spellings in exports (the Chinese label is one). */
const value = (zh: string, en: string, ...variants: string[]): CodeValue => ({
  label: { zh, en },
  variants: [zh, ...variants],
});

export const SEX: CodeList = {
  male: value('男', 'male', '男性', '1'),
  female: value('女', 'female', '女性', '2'),
};

/** Relation to the head of household, register-style words included. */
export const RELATION: CodeList = {
  head: value('户主', 'head', '本人', '本人或户主', '01'),
  spouse: value('配偶', 'spouse', '妻', '妻子', '夫', '丈夫', '之妻', '之夫', '之配偶'),
  son: value(
    '之子',
    'son',
    '子',
    '儿子',
    '长子',
    '次子',
    '三子',
    '四子',
    '五子',
    '独生子',
    '养子',
    '继子',
    '之养子',
  ),
  daughter: value(
    '之女',
    'daughter',
    '女',
    '女儿',
    '长女',
    '次女',
    '二女',
    '三女',
    '四女',
    '五女',
    '独生女',
    '养女',
    '继女',
    '之养女',
  ),
  'daughter-in-law': value('之儿媳', 'daughter-in-law', '儿媳', '长媳', '次媳', '媳妇', '之媳'),
  'son-in-law': value('之女婿', 'son-in-law', '女婿', '之婿'),
  grandson: value('之孙子', 'grandson', '孙子', '长孙', '之孙'),
  granddaughter: value('之孙女', 'granddaughter', '孙女'),
  'daughter-son': value('之外孙子', "daughter's son", '外孙子', '外孙', '之外孙'),
  'daughter-daughter': value('之外孙女', "daughter's daughter", '外孙女'),
  father: value('之父', 'father', '父', '父亲', '之父亲'),
  mother: value('之母', 'mother', '母', '母亲', '之母亲'),
  'wife-father': value('之岳父', "wife's father", '岳父'),
  'wife-mother': value('之岳母', "wife's mother", '岳母'),
  'husband-father': value('之公公', "husband's father", '公公'),
  'husband-mother': value('之婆婆', "husband's mother", '婆婆'),
  grandfather: value('之祖父', 'grandfather', '祖父', '爷爷'),
  grandmother: value('之祖母', 'grandmother', '祖母', '奶奶'),
  'maternal-grandfather': value('之外祖父', 'maternal grandfather', '外祖父'),
  'maternal-grandmother': value('之外祖母', 'maternal grandmother', '外祖母'),
  sibling: value(
    '之兄弟姐妹',
    'sibling',
    '兄弟姐妹',
    '兄',
    '弟',
    '姐',
    '妹',
    '哥哥',
    '弟弟',
    '姐姐',
    '妹妹',
    '之兄',
    '之弟',
    '之姐',
    '之妹',
  ),
  'great-grandson': value('之曾孙子', 'great-grandson', '曾孙子', '曾孙'),
  'great-granddaughter': value('之曾孙女', 'great-granddaughter', '曾孙女'),
  nephew: value('之侄儿', 'nephew', '侄儿', '侄子', '侄'),
  niece: value('之侄女', 'niece', '侄女'),
  'sibling-wife': value('之兄弟媳妇', "sibling's wife", '兄弟媳妇', '嫂', '弟媳'),
  uncle: value('之叔伯', 'uncle', '叔伯', '叔父', '伯父', '叔', '伯'),
  other: value('其他', 'other', '其它', '非亲属', '其他亲属'),
};

/** Schooling on the roster. The grades 1–9 are compulsory education. */
export const SCHOOLING: CodeList = {
  none: value('非在校生', 'not at school', '非在校', '否', '不在校'),
  preschool: value('学龄前儿童', 'pre-school age', '学龄前'),
  kindergarten: value('学前教育', 'kindergarten', '幼儿园'),
  primary: value(
    '小学',
    'primary school',
    '小学一年级',
    '小学二年级',
    '小学三年级',
    '小学四年级',
    '小学五年级',
    '小学六年级',
    '一年级',
    '二年级',
    '三年级',
    '四年级',
    '五年级',
    '六年级',
  ),
  junior: value('初中', 'junior secondary school', '七年级', '八年级', '九年级', '初一', '初二', '初三'),
  compulsory: value('义务教育在校生', 'at compulsory school', '义务教育', '是', '在校生'),
  senior: value(
    '高中',
    'senior secondary school',
    '高中一年级',
    '高中二年级',
    '高中三年级',
    '普通高中一年级',
    '普通高中二年级',
    '普通高中三年级',
    '高一',
    '高二',
    '高三',
  ),
  vocational: value(
    '中职',
    'vocational school',
    '中职一年级',
    '中职二年级',
    '中职三年级',
    '高职一年级',
    '高职二年级',
    '高职三年级',
    '高职高专一年级',
    '高职高专二年级',
    '高职高专三年级',
    '技师学院一年级',
    '技师学院二年级',
    '技师学院三年级',
    '技师学院四年级',
  ),
  college: value(
    '大专及以上',
    'college and above',
    '大专',
    '本科',
    '本科一年级',
    '本科二年级',
    '本科三年级',
    '本科四年级',
    '本科五年级',
    '硕士研究生及以上',
  ),
  dropout: value('辍学', 'dropped out', '失学', '失学辍学', '失学或辍学', '义务教育阶段辍学', '义务教育辍学'),
};

export const HEALTH: CodeList = {
  healthy: value('健康', 'healthy', '良好', '健康或良好', '一般'),
  chronic: value('长期慢性病', 'long-term chronic illness', '慢性病', '患有长期慢性病', '患慢性病'),
  serious: value('患有大病', 'serious illness', '大病', '患大病', '重病'),
  disabled: value('残疾', 'disabled', '残疾人', '身体残疾'),
};

export const LABOUR: CodeList = {
  able: value('普通劳动力', 'able', '技能劳动力', '有劳动能力', '正常', '劳动力', '全劳动力'),
  partial: value(
    '弱劳动力或半劳动力',
    'partial',
    '部分丧失劳动能力',
    '弱劳动力',
    '半劳动力',
    '部分丧失',
    '部分丧失劳动力',
  ),
  lost: value('丧失劳动力', 'lost', '完全丧失劳动能力', '丧失劳动能力', '完全丧失', '完全丧失劳动力'),
  none: value('无劳动力', 'none', '无劳动能力', '无'),
};

export const CATEGORY: CodeList = {
  general: value('一般户', 'general', '一般贫困户', '一般脱贫户', '一般农户', '01', '05', '1', '5'),
  dibao: value('低保户', 'dibao', '低保贫困户', '低保脱贫户', '02', '04', '2', '4'),
  tekun: value(
    '特困户',
    'tekun',
    '特困供养贫困户',
    '五保贫困户',
    '五保户',
    '五保脱贫户',
    '特困供养脱贫户',
    '特困供养户',
    '03',
    '06',
    '3',
    '6',
    '低保特困供养贫困户',
    '低保特困供养户',
    '低保特困供养脱贫户',
    '07',
    '08',
    '7',
    '8',
  ),
};

export const EXIT_STATUS: CodeList = {
  poor: value('未脱贫', 'poor', '贫困', '未退出', '0'),
  exited: value('已脱贫', 'exited', '脱贫', '已脱贫(享受政策)', '已脱贫(不再享受政策)', '已退出', '1', '4'),
  'pre-exit': value('预脱贫', 'pre-exit', '2'),
  returned: value('返贫', 'returned', '3', '已返贫'),
};

export const MEMBER_STATUS: CodeList = {
  normal: value('正常', 'normal', '自然增加', '1', '4', '新增'),
  gone: value('自然减少', 'gone', '户清退时清退人员', '死亡', '清退', '减少', '2', '3', '已死亡'),
};

export const CAUSE: CodeList = {
  illness: value('因病', 'illness'),
  disability: value('因残', 'disability'),
  schooling: value('因学', 'schooling'),
  disaster: value('因灾', 'disaster'),
  land: value('缺土地', 'lack of land'),
  water: value('缺水', 'lack of water'),
  skills: value('缺技术', 'lack of skills'),
  labour: value('缺劳力', 'lack of labour', '缺劳动力'),
  capital: value('缺资金', 'lack of capital'),
  transport: value('交通条件落后', 'poor transport'),
  motivation: value('自身发展动力不足', 'lack of motivation', '自身发展力不足'),
  marriage: value('因婚', 'marriage'),
  other: value('其他', 'other', '其它'),
};

export const GRADE: CodeList = {
  A: value('A级', 'A', 'A', 'Ａ级', '甲级'),
  B: value('B级', 'B', 'B', '乙级'),
  C: value('C级', 'C', 'C', '丙级'),
  D: value('D级', 'D', 'D', '丁级'),
};

export const CLASS: CodeList = {
  '1': value('一类', 'class 1', '1', '一', '1类', 'A', 'A类', '一类低保', '农村一类', 'Ⅰ类', '一档'),
  '2': value('二类', 'class 2', '2', '二', '2类', 'B', 'B类', '二类低保', '农村二类', 'Ⅱ类', '二档'),
  '3': value('三类', 'class 3', '3', '三', '3类', 'C', 'C类', '三类低保', '农村三类', 'Ⅲ类', '三档'),
  '4': value('四类', 'class 4', '4', '四', '4类', 'D', 'D类', '四类低保', '农村四类', 'Ⅳ类', '四档'),
};

export const AREA: CodeList = {
  rural: value('农村', 'rural', '农业', '农村低保', '乡村', '农'),
  urban: value('城市', 'urban', '城镇', '非农业', '城市低保', '城'),
};

export const BENEFIT_STATUS: CodeList = {
  active: value('在保', 'in benefit', '正常', '享受', '有效', '在册', '在享', '发放', '供养中', '在供'),
  stopped: value(
    '停保',
    'stopped',
    '退保',
    '终止',
    '停发',
    '取消',
    '注销',
    '已停保',
    '已退保',
    '停止',
    '死亡',
    '暂停',
  ),
};

export const MODE: CodeList = {
  institution: value('集中', 'in an institution', '集中供养'),
  home: value('分散', 'at home', '分散供养'),
};

export const DISABILITY_CATEGORY: CodeList = {
  '1': value('视力', 'sight', '1', '视力残疾'),
  '2': value('听力', 'hearing', '2', '听力残疾'),
  '3': value('言语', 'speech', '3', '言语残疾'),
  '4': value('肢体', 'physical', '4', '肢体残疾'),
  '5': value('智力', 'intellectual', '5', '智力残疾'),
  '6': value('精神', 'mental', '6', '精神残疾'),
  '7': value('多重', 'multiple', '7', '多重残疾'),
};

export const DISABILITY_LEVEL: CodeList = {
  '1': value('一级', 'level 1', '1', '1级', '一', 'Ⅰ级'),
  '2': value('二级', 'level 2', '2', '2级', '二', 'Ⅱ级'),
  '3': value('三级', 'level 3', '3', '3级', '三', 'Ⅲ级'),
  '4': value('四级', 'level 4', '4', '4级', '四', 'Ⅳ级'),
};

/** 机动车状态 (GA/T 16): one letter a state, several at once in one cell. */
export const VEHICLE_STATUS: CodeList = {
  A: value('正常', 'normal', 'A'),
  B: value('转出', 'transferred out', 'B', '已转出'),
  C: value('被盗抢', 'stolen', 'C', '盗抢'),
  D: value('停驶', 'laid up', 'D'),
  E: value('注销', 'struck off', 'E', '已注销', '报废', '强制注销', '已报废'),
  G: value('违法未处理', 'offence pending', 'G'),
  H: value('海关监管', 'customs', 'H'),
  J: value('嫌疑车', 'suspect', 'J'),
  K: value('查封', 'sealed', 'K'),
  L: value('扣留', 'detained', 'L', '暂扣'),
  M: value('达到报废标准', 'due for scrapping', 'M', '强制报废'),
  N: value('事故逃逸', 'hit and run', 'N'),
  O: value('锁定', 'locked', 'O'),
  P: value('达到报废标准公告牌证作废', 'plates void', 'P', '公告牌证作废', '报废公告牌证作废', '牌证作废'),
  Q: value('逾期未检验', 'inspection overdue', 'Q', '逾期未检', '逾期未年检'),
};

/** 号牌种类 (GA 24.7). */
export const PLATE_KIND: CodeList = {
  '01': value('大型汽车', 'large vehicle', '01', '1', '大型汽车号牌'),
  '02': value('小型汽车', 'small vehicle', '02', '2', '小型汽车号牌'),
  '07': value('普通摩托车', 'motorcycle', '07', '7', '两、三轮摩托车', '普通摩托车号牌', '两三轮摩托车'),
  '08': value('轻便摩托车', 'moped', '08', '8', '轻便摩托车号牌'),
  '13': value('低速车', 'low-speed vehicle', '13', '农用运输车', '低速车号牌', '低速汽车'),
  '14': value('拖拉机', 'tractor', '14', '拖拉机号牌'),
  '15': value('挂车', 'trailer', '15', '挂车号牌'),
  '16': value('教练汽车', 'driving-school vehicle', '16', '教练汽车号牌'),
  '17': value('教练摩托车', 'driving-school motorcycle', '17', '教练摩托'),
  '22': value('临时', 'temporary', '22', '临时行驶车'),
  '51': value('大型新能源汽车', 'large new-energy vehicle', '51', '大型新能源'),
  '52': value('小型新能源汽车', 'small new-energy vehicle', '52', '小型新能源'),
};

export const PROPERTY_USAGE: CodeList = {
  residential: value(
    '住宅',
    'residential',
    '成套住宅',
    '非成套住宅',
    '居住',
    '城镇住宅',
    '普通住宅',
    '住房',
    '公寓',
    '城镇住宅用地/住宅',
    '别墅',
  ),
  commercial: value(
    '商业',
    'commercial',
    '商业服务',
    '商铺',
    '门面',
    '商业用房',
    '商服',
    '营业房',
    '店铺',
    '商业用地/商业服务',
  ),
  office: value('办公', 'office', '办公用房', '写字楼'),
  garage: value('车库', 'garage', '车位', '地下车库', '车库/车位'),
  homestead: value('宅基地', 'rural homestead', '农村宅基地', '农村宅基地/住宅'),
  storage: value('储藏', 'storage', '储藏室', '仓储', '杂物间', '地下室'),
  industrial: value('工业', 'industrial', '厂房', '工业用房'),
  other: value('其他', 'other', '其它'),
};

export const PROPERTY_NATURE: CodeList = {
  market: value(
    '商品房',
    'market housing',
    '市场化商品房',
    '存量房',
    '二手房',
    '房改房',
    '集资房',
    '普通商品房',
  ),
  economic: value('经济适用房', 'economically affordable housing', '经适房', '经济适用住房'),
  resettlement: value('安置房', 'resettlement housing', '动迁房', '拆迁安置房', '动迁安置房', '拆迁安置'),
  relocation: value(
    '搬迁安置房',
    'relocation housing',
    '易地搬迁安置房',
    '易地扶贫搬迁安置房',
    '搬迁房',
    '易地搬迁',
  ),
  returned: value('回迁房', 'moved-back housing', '还迁房'),
  'public-rental': value('公租房', 'public rental housing', '公共租赁住房'),
  'low-rent': value('廉租房', 'low-rent housing', '廉租住房'),
  'self-built': value('自建房', 'self-built house', '自建', '私房', '农村自建房'),
  homestead: value(
    '宅基地',
    'homestead',
    '宅基地使用权',
    '农村宅基地',
    '宅基地使用权/房屋所有权',
    '集体土地',
    '宅基地使用权/房屋(构筑物)所有权',
  ),
  renovation: value('农村危房改造', 'renovated rural house', '危房改造', '危改房', '农村危改房'),
  other: value('其他', 'other', '其它'),
};

export const PROPERTY_STATUS: CodeList = {
  'in-force': value('现势', 'in force', '现实', '有效', '正常', '登记', '已登记'),
  cancelled: value('注销', 'cancelled', '已注销', '历史', '灭失'),
  transferred: value('转移', 'transferred', '已转移', '过户', '已过户'),
};

export const INSURANCE_KIND: CodeList = {
  employee: value(
    '城镇职工基本养老保险',
    'employee pension',
    '企业职工基本养老保险',
    '职工养老',
    '企业养老',
    '企业职工养老保险',
    '城镇职工养老',
    '城镇企业职工基本养老保险',
    '城镇职工养老保险',
    '企业职工养老',
    '企业职工基本养老',
  ),
  public: value(
    '机关事业单位养老保险',
    'public-sector pension',
    '机关事业单位基本养老保险',
    '机关事业养老',
    '机关养老',
    '机关事业养老保险',
    '机关事业单位养老',
  ),
  resident: value(
    '城乡居民基本养老保险',
    'resident pension',
    '居民养老',
    '城乡居保',
    '新农保',
    '城乡居民养老',
    '城乡居民养老保险',
    '居民养老保险',
    '城乡居民社会养老保险',
  ),
};

export const INSURANCE_STATUS: CodeList = {
  paying: value('正常参保', 'paying', '在缴', '参保缴费', '正常缴费', '缴费', '正常', '在职', '参保', '1'),
  suspended: value(
    '暂停',
    'suspended',
    '中断',
    '暂停参保',
    '暂停缴费',
    '中断缴费',
    '停保',
    '2',
    '断保',
    '暂停待遇',
    '待遇暂停',
  ),
  ended: value('终止', 'ended', '终止参保', '终止缴费', '注销', '退保', '3', '死亡', '未参保', '0', '4'),
  retired: value('退休', 'retired', '领取待遇', '待遇领取', '正常待遇', '离退休', '领取', '离休', '退休人员'),
};

export const STAFF_STATUS: CodeList = {
  serving: value('在职', 'serving', '在编', '在岗', '正常', '在编在岗'),
  retired: value('退休', 'retired', '离休', '离退休', '已退休'),
};

export const CADRE_POST: CodeList = {
  secretary: value(
    '村支书',
    'Party branch secretary',
    '党支部书记',
    '支书',
    '书记',
    '村党支部书记',
    '党总支书记',
    '村党总支书记',
    '支部书记',
    '村书记',
    '村支部书记',
    '总支书记',
  ),
  director: value('主任', 'village director', '村主任', '村委会主任', '村民委员会主任', '村委主任'),
  clerk: value('文书', 'village clerk', '村文书', '村委会文书'),
  'deputy-secretary': value(
    '副支书',
    'deputy secretary',
    '副书记',
    '村副支书',
    '党支部副书记',
    '支部副书记',
    '村党支部副书记',
  ),
  'deputy-director': value(
    '副主任',
    'deputy director',
    '村副主任',
    '村委会副主任',
    '村民委员会副主任',
    '村委副主任',
  ),
  'committee-member': value(
    '委员',
    'committee member',
    '村委委员',
    '支部委员',
    '村委会委员',
    '党支部委员',
    '支委',
    '村委',
  ),
  supervisor: value(
    '监委会主任',
    'supervisory committee',
    '村监委会主任',
    '监委会委员',
    '监委会',
    '村务监督委员会主任',
    '村监会主任',
  ),
  women: value('妇联主任', "women's federation", '妇女主任', '妇联主席', '村妇联主席', '计生专干'),
  group: value('社长', 'group leader', '组长', '村民小组长', '村民小组组长'),
  other: value('其他', 'other', '其它'),
};

export const BUSINESS_KIND: CodeList = {
  limited: value(
    '有限责任公司',
    'limited company',
    '有限公司',
    '股份有限公司',
    '一人有限责任公司',
    '有限责任公司(自然人独资)',
    '有限责任公司(自然人投资或控股)',
    '公司',
    '企业',
  ),
  sole: value('个人独资', 'sole proprietorship', '个人独资企业'),
  partnership: value(
    '合伙',
    'partnership',
    '合伙企业',
    '有限合伙',
    '普通合伙',
    '普通合伙企业',
    '有限合伙企业',
  ),
  individual: value('个体工商户', 'self-employed', '个体', '个体户', '个体经营'),
  cooperative: value(
    '农民专业合作社',
    'farmers’ cooperative',
    '合作社',
    '专业合作社',
    '农民专业合作经济组织',
  ),
};

export const BUSINESS_ROLE: CodeList = {
  representative: value(
    '法定代表人',
    'legal representative',
    '法人',
    '负责人',
    '法人代表',
    '法定代表人(负责人)',
    '理事长',
  ),
  shareholder: value('股东', 'shareholder', '投资人', '出资人', '合伙人', '成员', '社员'),
  owner: value('经营者', 'owner', '业主', '经营人'),
};

export const BUSINESS_STATUS: CodeList = {
  running: value(
    '在营',
    'running',
    '存续',
    '开业',
    '正常',
    '在业',
    '在册',
    '存续(在营、开业、在册)',
    '存续(在营、开业、在业)',
    '营业',
  ),
  cancelled: value('注销', 'cancelled', '已注销', '迁出', '撤销'),
  revoked: value('吊销', 'revoked', '已吊销', '吊销未注销', '吊销,未注销', '吊销，未注销'),
};

export const STUDENT_STATUS: CodeList = {
  enrolled: value('在读', 'enrolled', '在校', '在籍', '正常', '就读', '在学', '随班就读'),
  home: value('送教上门', 'taught at home'),
  dropout: value('辍学', 'dropped out', '失学', '疑似辍学', '已辍学'),
  'never-enrolled': value('未入学', 'never enrolled', '未就学', '未上学'),
  suspended: value('休学', 'suspended'),
  graduated: value('毕业', 'graduated', '已毕业', '结业'),
  transferred: value('转出', 'transferred out', '转学', '已转出', '外省就读'),
  dead: value('死亡', 'dead'),
};

export const DROPOUT_REASON: CodeList = {
  poverty: value('因贫', 'poverty', '家庭贫困', '贫困', '因贫辍学', '家庭经济困难'),
  illness: value('因病', 'illness', '疾病', '因病辍学', '重病'),
  disability: value('因残', 'disability', '残疾', '因残辍学', '重度残疾'),
  intellectual: value(
    '智障',
    'intellectual disability',
    '因智',
    '智力残疾',
    '智力障碍',
    '因智力',
    '因智辍学',
  ),
  unwilling: value('厌学', 'unwilling', '学习困难', '厌学辍学', '学习困难或厌学'),
  work: value('外出务工', 'went to work', '务工', '打工', '外出打工'),
  other: value('其他', 'other', '其它', '早婚', '宗教'),
};

export const RENOVATION: CodeList = {
  none: value('未改造', 'not renovated', '未开工', '否', '未动工', '未实施'),
  underway: value('改造中', 'under way', '在建', '已开工', '正在改造', '施工中', '未竣工'),
  done: value('已竣工', 'completed', '竣工', '已改造', '已完工', '完工', '是', '竣工验收', '已验收'),
};

export const AUDIT_ACTION: CodeList = {
  removed: value('剔除', 'removed', '清退', '已剔除', '已清退', '剔除/清退', '退出', '维持剔除'),
  kept: value('保留', 'kept', '继续保留', '维持'),
  rectified: value('整改', 'rectified', '已整改', '整改保留'),
};

export const VILLAGE_EXIT: CodeList = {
  remaining: value('未退出', 'not exited', '否', '未出列', '未脱贫', '贫困', '0', '未摘帽'),
  applied: value('申请退出', 'applied to exit', '拟退出', '预退出', '计划退出', '预脱贫', '拟出列', '2'),
  exited: value('已退出', 'exited', '退出', '是', '已出列', '出列', '已脱贫', '脱贫', '1', '已摘帽'),
};

export const HUKOU_STATUS: CodeList = {
  present: value('正常', 'present', '在户', '在册', '有效', '常住'),
  gone: value('注销', 'gone', '已注销', '迁出', '已迁出', '死亡', '死亡注销', '参军', '出国', '失踪'),
};

export const LOAN_STATUS: CodeList = {
  open: value('正常', 'open', '未结清', '在贷', '未还清', '未到期', '未偿还', '部分偿还', '展期'),
  overdue: value('逾期', 'overdue', '已逾期', '不良', '呆滞', '呆账'),
  closed: value('已结清', 'repaid', '结清', '已还清', '还清', '已偿还', '已收回', '提前结清'),
};
