import type { Bilingual } from '../../bilingual.js';

/** Texts of the summary that the terminal shows. */
export const terminalTexts = {
  'terminal.done': { zh: '核查完成：{county}（{date}）', en: 'Audited: {county} ({date})' },
  'terminal.incomplete': { zh: '核查未完整：{county}（{date}）', en: 'Audited in part: {county} ({date})' },
  'terminal.no-county': { zh: '名册未写县名', en: 'the roster names no county' },
  'terminal.as-of': { zh: '核查日 {date}（{source}）', en: 'As of {date} ({source})' },
  'terminal.policy': { zh: '政策 {policy}', en: 'Policy: {policy}' },
  'terminal.since-counts': {
    zh: '与上一次（{date}）相比：新增 {new} 条，有变化 {changed} 条，持续 {persisting} 条，已销号 {closed} 条，消失 {gone} 条。',
    en: 'Since {date}: {new} new, {changed} changed, {persisting} persisting, {closed} closed, {gone} gone.',
  },
  'terminal.unjudged': {
    zh: '另有 {count} 条以前的疑点因规则没有运行或缺少数据，本次没有核查，仍按未整改计。',
    en: '{count} earlier findings were not judged, for want of their rule or data: they stay open.',
  },
  'terminal.closed': {
    zh: '经核实不属实、不再提示的 {count} 条未计入。',
    en: '{count} findings that were verified as refuted are not counted.',
  },
  'terminal.read': { zh: '读取的数据', en: 'What was read' },
  'terminal.dataset': { zh: '数据类别', en: 'Dataset' },
  'terminal.files': { zh: '文件', en: 'Files' },
  'terminal.rejected-hint': {
    zh: '有 {rows} 行未采用、{cells} 个单元格无法读取，逐条列在 rejects.csv。',
    en: '{rows} rows were not used and {cells} cells not readable: rejects.csv lists each.',
  },
  'terminal.unmatched-hint': {
    zh: '有 {rows} 行证件号码有误，已保留，但不能按证件号比对。',
    en: '{rows} rows were kept whose ID number is wrong and cannot be matched.',
  },
  'terminal.missing': { zh: '未提供的数据：{datasets}', en: 'Not given: {datasets}' },
  'terminal.warning': { zh: '注意 {place}：{warning}', en: 'Note {place}: {warning}' },
  'terminal.unread': {
    zh: '未能读取、没有核查的文件（{count} 个）',
    en: 'Not read, so not audited ({count})',
  },
  'terminal.not-run': { zh: '未能核查的规则（{count} 条）', en: 'Rules not run ({count})' },
  'terminal.failed': { zh: '运行失败的规则（{count} 条）', en: 'Rules that failed ({count})' },
  'terminal.unknown': { zh: '无法判断的情况', en: 'What could not be known' },
  'terminal.unknown-fact': { zh: '{fact}：{households} 户', en: '{fact}: {households} households' },
  'terminal.not-checked': { zh: '没有核查的（详见上面）：{what}。', en: 'Not checked (see above): {what}.' },
  'terminal.short.unread': { zh: '未能读取的文件 {count} 个', en: 'inputs not read: {count}' },
  'terminal.short.failed': { zh: '运行失败的规则 {count} 条', en: 'rules that failed: {count}' },
  'terminal.short.not-run': { zh: '未能核查的规则 {count} 条', en: 'rules not run: {count}' },
  'terminal.short.missing': { zh: '未提供的数据 {count} 类', en: 'datasets not given: {count}' },
  'terminal.short.unknown': {
    zh: '部分户情况不明的 {count} 种',
    en: 'facts unknown of some households: {count}',
  },
  'terminal.short.left-out': {
    zh: '未使用的文件或工作表 {count} 个',
    en: 'files or sheets not used: {count}',
  },
  'terminal.by-rule': { zh: '各规则的疑点（共 {count} 条）', en: 'Findings by rule ({count})' },
  'terminal.findings': {
    zh: '疑点共 {count} 条，均为疑似，须核实后才能作结论。',
    en: '{count} findings, all of them suspected until verified.',
  },
  'terminal.none': { zh: '没有发现疑点。', en: 'Nothing was found.' },
  'terminal.exempt': { zh: '豁免', en: 'exempt' },
  'terminal.clean': { zh: '未发现疑点的规则：{rules}', en: 'Rules that found nothing: {rules}' },
  'terminal.news': {
    zh: '新增和有变化的（与 {date} 的 {run} 相比）',
    en: 'New and changed (since {date}, {run})',
  },
  'terminal.family': { zh: '类别', en: 'Family' },
  'terminal.report': { zh: '报告文件', en: 'Report' },
  'terminal.townships': { zh: '疑点最多的乡镇：{townships}', en: 'Busiest townships: {townships}' },
  'terminal.township': { zh: '{township} {count}（高 {high}）', en: '{township} {count} (high {high})' },
  'terminal.reports': { zh: '结果文件夹', en: 'Results' },
  'terminal.latest-failed': {
    zh: '链接 latest 没能改到这一次（{code}），请直接打开上面的文件夹。',
    en: 'The link latest could not be changed ({code}): open the folder above.',
  },
  'terminal.first': { zh: '先看 {step}', en: 'First {step}' },
  'terminal.then': { zh: '再看 {step}', en: 'Then  {step}' },
  'terminal.page': {
    zh: '{file}（用浏览器打开：总览、图、逐条疑点）',
    en: '{file} (in a browser: overview, pictures, each finding)',
  },
  'terminal.workbook': {
    zh: '{file}（高的最多；其余每类一个文件）',
    en: '{file} (most that are grave; each family has a file)',
  },
  'terminal.all': { zh: '{file}（全部疑点一张表）', en: '{file} (all findings in one table)' },
} as const satisfies Record<string, Bilingual>;
