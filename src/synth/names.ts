import type { Ethnicity, Sex } from './model.js';
import { type Random, weighted } from './random.js';

/** The peoples of a county in the middle of Gansu, by share. */
export const pickEthnicity = weighted<Ethnicity>([
  ['汉族', 86],
  ['回族', 9],
  ['东乡族', 3],
  ['藏族', 1.4],
  ['维吾尔族', 0.6],
]);

// Surnames of the north-west, roughly by how often they are met there.
const hanSurname = weighted<string>(
  (
    '王72李70张68刘52陈31杨39马26赵30何24魏22高20郭19周17徐16孙15朱14胡13梁13宋13韩13董13罗12冯12郑11曹11田11史10许10' +
    '白10任10石10姚9贾9康9牛9雷9贺8汪8蒲8苟7柴7颉5漆5景6陆6令5包5岳5段6邵5常6范6邢5党4安5潘5彭5苏6吕6蒋5薛5付4毛4尚4巩4裴4靳4席3祁3蔺3慕3'
  )
    .match(/\p{Script=Han}\d+/gu)
    ?.map((entry): [string, number] => [entry.slice(0, 1), Number(entry.slice(1))]) ?? [],
);
const muslimSurname = weighted<string>([
  ['马', 58],
  ['丁', 6],
  ['哈', 3],
  ['穆', 4],
  ['妥', 4],
  ['喇', 3],
  ['祁', 4],
  ['韩', 5],
  ['张', 4],
  ['白', 4],
  ['牟', 3],
  ['汪', 2],
]);

const split = (text: string): readonly string[] => text.split(' ');

interface Style {
  readonly first: readonly string[];
  readonly second: readonly string[];
  /** Share of given names that are of one character. */
  readonly single: number;
}

// What people were called when: before 1970, 1970–1989, 1990 and later.
const maleStyles: readonly Style[] = [
  {
    first: split('建 国 文 永 世 有 生 玉 登 占 满 福 连 明 德 万 天 俊 金 成'),
    second: split('国 军 义 贵 祥 福 林 生 德 仁 财 忠 堂 清 禄 荣 山 才 海 发'),
    single: 0.12,
  },
  {
    first: split('建 小 志 海 文 永 新 晓 红 东 俊 彦 国 双 亚 宏 向 军'),
    second: split('军 平 强 红 明 龙 东 峰 刚 林 兵 斌 宏 伟 勇 虎 忠 辉'),
    single: 0.3,
  },
  {
    first: split('子 浩 宇 佳 俊 嘉 文 鹏 志 博 家 天 一 旭 泽 明 昊'),
    second: split('轩 豪 博 龙 涛 杰 鑫 阳 宇 辉 飞 瑞 航 煊 垚 昱 琪 䶮'),
    single: 0.26,
  },
];
const femaleStyles: readonly Style[] = [
  {
    first: split('秀 桂 玉 兰 月 淑 凤 翠 彩 改 引 菊 巧 春 金 喜 爱'),
    second: split('英 兰 花 芳 莲 香 梅 珍 凤 琴 秀 娥 霞 叶 贞 存 过'),
    single: 0.05,
  },
  {
    first: split('小 晓 红 海 亚 艳 雪 丽 春 玉 爱 文 彩 转 粉 喜 金'),
    second: split('霞 红 梅 艳 丽 琴 娟 燕 玲 萍 芳 英 花 燕 蓉 弟 君'),
    single: 0.18,
  },
  {
    first: split('佳 雨 梦 欣 思 雅 子 诗 婷 文 嘉 芷 静 若 一 心'),
    second: split('怡 欣 婷 涵 萱 瑶 悦 茹 琪 彤 蕊 雯 菲 静 妍 娜'),
    single: 0.2,
  },
];
const muslimGiven: Readonly<Record<Sex, readonly string[]>> = {
  male: split(
    '哈三 尤素夫 依布拉 阿布都 而沙 麦木 舍木 奴海 一卜拉 木沙 主麻 胡赛尼 成龙 晓军 国良 建林 艾力 松哥',
  ),
  female: split('法土麦 索非亚 阿依舍 海比彻 阿西叶 麦燕 哈力麦 秀花 小兰 阿米乃 祖力哈 茹给叶 玉梅'),
};
const tibetanName: Readonly<Record<Sex, readonly string[]>> = {
  male: split('扎西 才让 道吉 旦巴 加措 桑吉 仁青 贡布 多杰 尕藏'),
  female: split('卓玛 拉毛 央金 才措 吉毛 万玛草 德吉 旦正草 仁增草'),
};
const uyghurGiven: Readonly<Record<Sex, readonly string[]>> = {
  male: split('艾尼瓦尔 买买提 吐尔逊 阿不都 玉素甫 热合曼 艾山 依明'),
  female: split('阿依古丽 古丽娜 热依汗 帕提古丽 吐尼莎 茹仙 阿曼古丽'),
};

/** A family name: of the father's line, shared by his children. Peoples without one have their father's given name. */
export function pickSurname(from: Random, ethnicity: Ethnicity): string {
  if (ethnicity === '回族' || ethnicity === '东乡族') return muslimSurname(from);
  if (ethnicity === '维吾尔族') return from.pick(uyghurGiven.male);
  return ethnicity === '藏族' ? '' : hanSurname(from);
}

const hanGiven = (from: Random, sex: Sex, bornIn: number): string => {
  const era = bornIn < 1970 ? 0 : bornIn < 1990 ? 1 : 2;
  const style = (sex === 'male' ? maleStyles : femaleStyles)[era];
  if (!style) throw new Error('no names for that time');
  const second = from.pick(style.second);
  return from.chance(style.single) ? second : from.pick(style.first) + second;
};

/** A full name in the order that the people use: surname first, or given name · father's name. */
export function fullName(
  from: Random,
  who: { ethnicity: Ethnicity; surname: string; sex: Sex; bornIn: number },
): string {
  switch (who.ethnicity) {
    case '回族':
    case '东乡族':
      return who.surname + from.pick(muslimGiven[who.sex]);
    case '藏族':
      return from.pick(tibetanName[who.sex]) + from.pick(tibetanName[who.sex]);
    case '维吾尔族':
      return `${from.pick(uyghurGiven[who.sex])}·${who.surname}`;
    default:
      return who.surname + hanGiven(from, who.sex, who.bornIn);
  }
}

/** A name for somebody of whom nothing else is told. */
export function anyName(from: Random, sex: Sex, bornIn: number): string {
  const ethnicity: Ethnicity = from.chance(0.88) ? '汉族' : '回族';
  return fullName(from, { ethnicity, surname: pickSurname(from, ethnicity), sex, bornIn });
}
