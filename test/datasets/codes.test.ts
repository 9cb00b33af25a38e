import { describe, expect, it } from 'vitest';
import { datasetById, datasets } from '../../src/datasets/catalogue.js';
import * as codes from '../../src/datasets/codes.js';
import type { CodeList } from '../../src/datasets/dataset.js';
import { comparable } from '../../src/normalize/clean-text.js';

const lists = Object.entries<CodeList>(codes);

describe.each(lists)('%s', (_, list) => {
  it('has no spelling that means two values', () => {
    const owner = new Map<string, string>();
    for (const [code, { variants }] of Object.entries(list)) {
      for (const variant of variants) {
        const spelling = comparable(variant);
        expect(spelling, code).not.toBe('');
        expect(owner.get(spelling) ?? code, variant).toBe(code);
        owner.set(spelling, code);
      }
    }
  });

  it('has a label in each language for each value, and no two values with one label', () => {
    for (const lang of ['zh', 'en'] as const) {
      const labels = Object.values(list).map(({ label }) => label[lang]);
      expect(new Set(labels).size).toBe(labels.length);
      for (const label of labels) expect(label.trim()).not.toBe('');
    }
    for (const { label } of Object.values(list)) expect(label.en).not.toMatch(/\p{Script=Han}/u);
  });

  it('reads its own Chinese labels', () => {
    for (const { label, variants } of Object.values(list)) expect(variants).toContain(label.zh);
  });

  it('has no code with a comma, which joins the codes of one cell', () => {
    for (const code of Object.keys(list)) expect(code).toMatch(/^[\w-]+$/);
  });
});

/** The values that the specification and the three generations of exports name, field by field. */
const spellings: readonly (readonly [dataset: string, field: string, code: string, words: string])[] = [
  ['person', 'sex', 'male', '男'],
  ['person', 'sex', 'female', '女'],
  ['person', 'relation', 'head', '户主 01'],
  ['person', 'relation', 'spouse', '配偶 妻 夫'],
  ['person', 'relation', 'son', '之子 长子 次子 三子'],
  ['person', 'relation', 'daughter', '之女 长女 次女'],
  ['person', 'relation', 'daughter-in-law', '之儿媳'],
  ['person', 'relation', 'son-in-law', '之女婿'],
  ['person', 'relation', 'grandson', '之孙子'],
  ['person', 'relation', 'granddaughter', '之孙女'],
  ['person', 'relation', 'daughter-son', '之外孙子'],
  ['person', 'relation', 'daughter-daughter', '之外孙女'],
  ['person', 'relation', 'father', '之父'],
  ['person', 'relation', 'mother', '之母'],
  ['person', 'relation', 'wife-father', '之岳父'],
  ['person', 'relation', 'wife-mother', '之岳母'],
  ['person', 'relation', 'husband-father', '之公公'],
  ['person', 'relation', 'husband-mother', '之婆婆'],
  ['person', 'relation', 'grandfather', '之祖父'],
  ['person', 'relation', 'grandmother', '之祖母'],
  ['person', 'relation', 'maternal-grandfather', '之外祖父'],
  ['person', 'relation', 'maternal-grandmother', '之外祖母'],
  ['person', 'relation', 'sibling', '之兄弟姐妹'],
  ['person', 'relation', 'great-grandson', '之曾孙子'],
  ['person', 'relation', 'great-granddaughter', '之曾孙女'],
  ['person', 'relation', 'nephew', '之侄儿'],
  ['person', 'relation', 'niece', '之侄女'],
  ['person', 'relation', 'sibling-wife', '之兄弟媳妇'],
  ['person', 'relation', 'uncle', '之叔伯'],
  ['person', 'relation', 'other', '其他'],
  ['person', 'schooling', 'none', '非在校生'],
  ['person', 'schooling', 'preschool', '学龄前儿童'],
  ['person', 'schooling', 'kindergarten', '学前教育'],
  ['person', 'schooling', 'primary', '小学'],
  ['person', 'schooling', 'junior', '七年级 八年级 九年级 初中'],
  ['person', 'schooling', 'compulsory', '义务教育在校生'],
  ['person', 'schooling', 'senior', '高中 高中一年级 高中三年级 普通高中一年级 普通高中三年级'],
  ['person', 'schooling', 'vocational', '中职 中职一年级 高职高专三年级 高职二年级 技师学院四年级'],
  ['person', 'schooling', 'college', '大专及以上 本科一年级 本科五年级 硕士研究生及以上'],
  ['person', 'schooling', 'dropout', '辍学 失学 义务教育阶段辍学'],
  ['person', 'health', 'healthy', '健康'],
  ['person', 'health', 'chronic', '长期慢性病'],
  ['person', 'health', 'serious', '患有大病 大病'],
  ['person', 'health', 'disabled', '残疾'],
  ['person', 'labour', 'able', '普通劳动力 技能劳动力'],
  ['person', 'labour', 'partial', '弱劳动力或半劳动力 部分丧失劳动能力'],
  ['person', 'labour', 'lost', '丧失劳动力 完全丧失劳动能力'],
  ['person', 'labour', 'none', '无劳动力'],
  ['person', 'category', 'general', '一般贫困户 一般脱贫户 一般农户 01 05'],
  ['person', 'category', 'dibao', '低保贫困户 低保脱贫户 低保户 02 04'],
  ['person', 'category', 'tekun', '五保贫困户 五保户 特困供养贫困户 特困供养脱贫户 特困供养户 03 06'],
  ['person', 'category', 'tekun', '低保特困供养贫困户 低保特困供养户 07 08'],
  ['person', 'exit_status', 'poor', '未脱贫 贫困 0'],
  ['person', 'exit_status', 'exited', '已脱贫 脱贫 已脱贫(享受政策) 已脱贫（不再享受政策） 1 4'],
  ['person', 'exit_status', 'pre-exit', '预脱贫 2'],
  ['person', 'exit_status', 'returned', '返贫 3'],
  ['person', 'member_status', 'normal', '正常 自然增加 1 4'],
  ['person', 'member_status', 'gone', '自然减少 户清退时清退人员 死亡'],
  ['person', 'cause', 'illness', '因病'],
  ['person', 'cause', 'disability', '因残'],
  ['person', 'cause', 'schooling', '因学'],
  ['person', 'cause', 'disaster', '因灾'],
  ['person', 'cause', 'land', '缺土地'],
  ['person', 'cause', 'water', '缺水'],
  ['person', 'cause', 'skills', '缺技术'],
  ['person', 'cause', 'labour', '缺劳力'],
  ['person', 'cause', 'capital', '缺资金'],
  ['person', 'cause', 'transport', '交通条件落后'],
  ['person', 'cause', 'motivation', '自身发展动力不足'],
  ['person', 'cause', 'marriage', '因婚'],
  ['person', 'dwelling_grade', 'A', 'A A级'],
  ['person', 'dwelling_grade', 'D', 'D D级'],
  ['dibao', 'class', '1', '1 一类 A类'],
  ['dibao', 'class', '4', '4 四类 D类'],
  ['dibao', 'area', 'rural', '农村'],
  ['dibao', 'area', 'urban', '城市'],
  ['dibao', 'status', 'active', '在保'],
  ['dibao', 'status', 'stopped', '停保'],
  ['tekun', 'mode', 'institution', '集中'],
  ['tekun', 'mode', 'home', '分散'],
  ['disability', 'category', '1', '视力 1'],
  ['disability', 'category', '7', '多重 7'],
  ['disability', 'level', '1', '一级 1'],
  ['disability', 'level', '4', '四级 4'],
  ['vehicle', 'status', 'A', 'A 正常'],
  ['vehicle', 'status', 'B', 'B 转出'],
  ['vehicle', 'status', 'C', 'C 被盗抢'],
  ['vehicle', 'status', 'D', 'D 停驶'],
  ['vehicle', 'status', 'E', 'E 注销 报废 强制注销'],
  ['vehicle', 'status', 'G', 'G 违法未处理'],
  ['vehicle', 'status', 'K', 'K 查封'],
  ['vehicle', 'status', 'L', 'L 扣留'],
  ['vehicle', 'status', 'M', 'M 达到报废标准'],
  ['vehicle', 'status', 'N', 'N 事故逃逸'],
  ['vehicle', 'status', 'O', 'O 锁定'],
  ['vehicle', 'status', 'P', 'P 报废公告牌证作废 达到报废标准公告牌证作废'],
  ['vehicle', 'status', 'Q', 'Q 逾期未检验'],
  ['vehicle', 'plate_kind', '02', '02 小型汽车'],
  ['vehicle', 'plate_kind', '07', '07 普通摩托车'],
  ['vehicle', 'plate_kind', '08', '08 轻便摩托车'],
  ['vehicle', 'plate_kind', '13', '13 低速车 农用运输车'],
  ['vehicle', 'plate_kind', '14', '14 拖拉机'],
  ['vehicle', 'plate_kind', '15', '15 挂车'],
  ['property', 'usage', 'residential', '住宅 成套住宅'],
  ['property', 'usage', 'commercial', '商业'],
  ['property', 'usage', 'office', '办公'],
  ['property', 'usage', 'garage', '车库'],
  ['property', 'usage', 'homestead', '宅基地'],
  ['property', 'nature', 'market', '商品房 市场化商品房'],
  ['property', 'nature', 'economic', '经济适用房'],
  ['property', 'nature', 'resettlement', '安置房 动迁房'],
  ['property', 'nature', 'relocation', '搬迁安置房'],
  ['property', 'nature', 'returned', '回迁房'],
  ['property', 'nature', 'public-rental', '公租房'],
  ['property', 'nature', 'low-rent', '廉租房'],
  ['property', 'nature', 'self-built', '自建房'],
  ['property', 'nature', 'homestead', '宅基地 宅基地使用权/房屋所有权'],
  ['property', 'nature', 'renovation', '农村危房改造'],
  ['property', 'status', 'in-force', '现势'],
  ['property', 'status', 'cancelled', '注销 历史'],
  ['property', 'status', 'transferred', '转移'],
  ['social_security', 'kind', 'employee', '城镇职工基本养老保险 企业职工基本养老保险 企业职工基本养老'],
  ['social_security', 'kind', 'public', '机关事业单位养老保险 机关事业单位养老'],
  ['social_security', 'kind', 'resident', '城乡居民基本养老保险 城乡居民养老'],
  ['social_security', 'status', 'paying', '正常参保 在缴 参保缴费 正常缴费'],
  ['social_security', 'status', 'suspended', '暂停 中断 暂停缴费 暂停待遇'],
  ['social_security', 'status', 'ended', '终止 终止缴费 未参保'],
  ['social_security', 'status', 'retired', '退休 领取待遇 正常待遇'],
  ['payroll', 'status', 'serving', '在职'],
  ['payroll', 'status', 'retired', '退休 离退休'],
  ['cadre', 'post', 'secretary', '村支书 党支部书记'],
  ['cadre', 'post', 'director', '主任'],
  ['cadre', 'post', 'clerk', '文书'],
  ['cadre', 'post', 'deputy-secretary', '副支书'],
  ['cadre', 'post', 'deputy-director', '副主任'],
  ['cadre', 'post', 'committee-member', '委员'],
  ['business', 'kind', 'limited', '有限责任公司 有限公司'],
  ['business', 'kind', 'sole', '个人独资'],
  ['business', 'kind', 'partnership', '合伙'],
  ['business', 'kind', 'individual', '个体工商户'],
  ['business', 'kind', 'cooperative', '农民专业合作社'],
  ['business', 'role', 'representative', '法定代表人'],
  ['business', 'role', 'shareholder', '股东'],
  ['business', 'role', 'owner', '经营者'],
  ['business', 'status', 'running', '在营 存续 开业'],
  ['business', 'status', 'cancelled', '注销 迁出'],
  ['business', 'status', 'revoked', '吊销'],
  ['student', 'status', 'enrolled', '在读 在籍'],
  ['student', 'status', 'dropout', '辍学'],
  ['student', 'status', 'suspended', '休学'],
  ['student', 'status', 'graduated', '毕业'],
  ['student', 'status', 'transferred', '转出'],
  ['student', 'status', 'never-enrolled', '未入学'],
  ['student', 'status', 'home', '送教上门'],
  ['student', 'reason', 'poverty', '因贫'],
  ['student', 'reason', 'illness', '因病'],
  ['student', 'reason', 'disability', '因残'],
  ['student', 'reason', 'intellectual', '智障 因智'],
  ['student', 'reason', 'unwilling', '厌学'],
  ['student', 'reason', 'work', '外出务工'],
  ['dwelling', 'grade', 'C', 'C C级'],
  ['dwelling', 'renovation', 'none', '未改造'],
  ['dwelling', 'renovation', 'underway', '改造中'],
  ['dwelling', 'renovation', 'done', '已竣工'],
  ['audit_suspect', 'action', 'removed', '剔除 清退'],
  ['audit_suspect', 'action', 'kept', '保留'],
  ['audit_suspect', 'action', 'rectified', '整改'],
];

describe('the spellings that exports are known to use', () => {
  it.each(spellings)('%s.%s: %s', (dataset, field, code, words) => {
    const list = datasetById(dataset).fields[field]?.codes ?? {};
    for (const word of words.split(' ')) {
      const found = Object.keys(list).filter((each) =>
        list[each]?.variants.some((variant) => comparable(variant) === comparable(word)),
      );
      expect(found, word).toEqual([code]);
    }
  });

  it('uses every list of codes in some dataset', () => {
    const used = new Set(datasets.flatMap(({ fields }) => Object.values(fields).map((field) => field.codes)));
    for (const [name, list] of lists) expect(used.has(list), name).toBe(true);
  });
});
