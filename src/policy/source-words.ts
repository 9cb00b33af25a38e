import type { Lang } from '../bilingual.js';

/** Where the figures of the shipped pack come from, in Chinese; a pack of a county's own says it in its own words. */
const chinese: Readonly<Record<string, string>> = {
  'compulsory education, nine years from the age of six; the notice says 义务教育阶段':
    '九年义务教育，六周岁入学；通知只写“义务教育阶段”',
  'national exit standard for villages (贫困发生率 3%); the notice refers to 退出验收20项指标':
    '国家贫困村退出标准（贫困发生率 3%）；通知写“退出验收20项指标”',
  practice: '工作实践',
  'practice (10 万元); not in the notice': '工作实践（10 万元），通知未写',
  "practice of counties' re-checks; not in the notice": '各县复核的做法，通知未写',
  'practice; a small village may empty by chance': '工作实践；小村全部脱贫可能是偶然',
  'practice; above it is a slip of the unit': '工作实践；超过此数应是单位填错',
  'practice; benefits that only registered households may have': '工作实践；只有建档立卡户才能享受的补贴',
  'practice; fewer villages say nothing about a spread': '工作实践；村太少看不出分布',
  "practice; housing that the state gave or that stands on the family's own homestead":
    '工作实践；国家安置的住房，或建在自家宅基地上的',
  'practice; in a smaller village one household is too large a share':
    '工作实践；村子更小时一户占的比例就过大',
  'practice; in fewer households a large share is chance': '工作实践；户数更少时比例高可能是偶然',
  'practice; not in the notice': '工作实践，通知未写',
  'practice; paid out of the treasury but not its staff (village cadres are judged by 二.一)':
    '工作实践；由财政发放但不是财政供养人员（村干部按二.一判断）',
  'practice; paid to the family after a death': '工作实践；人去世后发给家属的',
  'practice; people who pay employee insurance out of their own pocket, with no employer':
    '工作实践；没有单位、自己缴纳职工保险的人',
  'practice; posts given to registered people as help': '工作实践；作为帮扶安排给建档立卡人口的岗位',
  'practice; smaller differences are noise in a small village': '工作实践；小村里更小的差别没有意义',
  'practice; the legal age to marry is higher': '工作实践；法定婚龄比这更高',
  'practice; the notice asks for 基本一致': '工作实践；通知要求“基本一致”',
  'practice; the notice gives no figure, check against the county’s own standard':
    '工作实践；通知未写数字，请按本县标准核对',
  'practice; the notice names 一帮多 without a number': '工作实践；通知写“一帮多”，未写数字',
  'practice; the notice speaks of “断崖式”脱贫 without a figure': '工作实践；通知写“断崖式”脱贫，未写数字',
  'practice; the notice speaks of 垒大户 without a figure': '工作实践；通知写“垒大户”，未写数字',
  'practice; the notice speaks of 放弃、转移财产 without a period':
    '工作实践；通知写“放弃、转移财产”，未写期限',
  'practice; the notice names no figure': '工作实践，通知未写数字',
  'practice; the notice speaks of 有房': '工作实践；通知写“有房”',
  'practice; the notice speaks of 有车 without naming kinds': '工作实践；通知写“有车”，未写种类',
  'practice; time to strike a dead person off': '工作实践；注销死亡人员所需的时间',
  "published national line of each year; not in the notice, check against the county's own papers":
    '国家公布的各年标准；通知未写，请按本县文件核对',
  rounding: '四舍五入',
  'simulation, see docs/quota-statistic.md; the notice forbids quotas without a measure':
    '模拟测算，见 docs/quota-statistic.md；通知禁止摊派指标，未写如何衡量',
  'the cap of (二)5 on what a registered person pays himself, taken as the measure of 开销大':
    '以（二）5 的个人自付上限作为“开销大”的标准',
  'the notice (2014—2017年标注的脱贫人口)': '通知（2014—2017年标注的脱贫人口）',
  'the notice (现任村支书、主任、文书、副支书、副主任)': '通知（现任村支书、主任、文书、副支书、副主任）',
  'the notice (甚至几十户), as a number from practice': '通知（甚至几十户），具体数字按工作实践',
  'the notice names the figure (3000元以内)': '通知写明（3000元以内）',
  'the notice names the figure (3500元); "above" is strictly above': '通知写明（3500元），“高于”不含本数',
  'the notice names the figure (3年以内)': '通知写明（3年以内）',
  'the notice names the figure (5万元以下); the limit itself is allowed': '通知写明（5万元以下），本数可以',
  'usual practice for labour capacity; not in the notice': '劳动能力的通常口径，通知未写',
};

/** Where a figure comes from, in words; a source that is not the shipped pack's as it stands. */
export function sourceText(source: string, lang: Lang): string {
  if (lang === 'en') return source;
  const place = /^set in (.*)$/.exec(source)?.[1];
  if (place !== undefined) return `由 ${place} 设定`;
  const pack = /^set by the pack (.*); it gives no source$/.exec(source)?.[1];
  if (pack !== undefined) return `由政策包 ${pack} 设定，未写来源`;
  return chinese[source] ?? source;
}
