import type { Bilingual } from '../../bilingual.js';

/** Texts of the summary that the terminal shows. */
export const terminalTexts = {
  'terminal.done': { zh: '核查完成：{county}', en: 'Audited: {county}' },
  'terminal.incomplete': { zh: '核查未完整：{county}', en: 'Audited in part: {county}' },
  'terminal.no-county': { zh: '（名册未写县名）', en: '(the roster names no county)' },
  'terminal.as-of': { zh: '核查日 {date}（{source}）', en: 'As of {date} ({source})' },
  'terminal.policy': { zh: '政策 {policy}', en: 'Policy: {policy}' },
  'terminal.since': { zh: '与上一次（{date}，{run}）相比', en: 'Since the previous run ({date}, {run})' },
  'terminal.since-counts': {
    zh: '新增 {new} 条，有变化 {changed} 条，持续 {persisting} 条，已销号 {closed} 条；比上一次消失 {gone} 条。',
    en: '{new} new, {changed} changed, {persisting} persisting, {closed} closed; {gone} are gone.',
  },
  'terminal.unjudged': {
    zh: '另有 {count} 条以前的疑点因规则没有运行或缺少数据，本次没有核查，仍按未整改计。',
    en: '{count} earlier findings were not judged, for want of their rule or data: they stay open.',
  },
  'terminal.closed': {
    zh: '经核实不属实、不再提示的 {count} 条未计入下表。',
    en: '{count} findings that were verified as refuted are not counted below.',
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
  'terminal.missing': { zh: '未提供：{datasets}', en: 'Not given: {datasets}' },
  'terminal.warning': { zh: '注意 {place}：{warning}', en: 'Note {place}: {warning}' },
  'terminal.unread': {
    zh: '未能读取、没有核查的文件（{count} 个）',
    en: 'Not read, so not audited ({count})',
  },
  'terminal.not-run': { zh: '未能核查的规则（{count} 条）', en: 'Rules not run ({count})' },
  'terminal.failed': { zh: '运行失败的规则（{count} 条）', en: 'Rules that failed ({count})' },
  'terminal.unknown': { zh: '无法判断的情况', en: 'What could not be known' },
  'terminal.unknown-fact': { zh: '{fact}：{households} 户', en: '{fact}: {households} households' },
  'terminal.findings': {
    zh: '疑点（共 {count} 条，均为疑似，须核实后才能作结论）',
    en: 'Findings ({count}, all of them suspected until verified)',
  },
  'terminal.none': { zh: '没有发现疑点。', en: 'Nothing was found.' },
  'terminal.exempt': { zh: '豁免', en: 'exempt' },
  'terminal.clean': { zh: '未发现疑点的规则：{rules}', en: 'Rules that found nothing: {rules}' },
  'terminal.townships': { zh: '疑点最多的乡镇', en: 'Busiest townships' },
  'terminal.township': { zh: '{count} 条，其中高 {high} 条', en: '{count}, of which high {high}' },
  'terminal.reports': { zh: '报告', en: 'Reports' },
  'terminal.latest-failed': {
    zh: '链接 latest 没能改到这一次（{code}），请直接打开上面的文件夹。',
    en: 'The link latest could not be changed ({code}): open the folder above.',
  },
  'terminal.first': {
    zh: '先看 {file}（{family} {count} 条，其中高 {high} 条）',
    en: 'First {file} ({family}: {count}, of which high {high})',
  },
  'terminal.then': {
    zh: '再看 {file}（{family} {count} 条，其中高 {high} 条）',
    en: 'Then {file} ({family}: {count}, of which high {high})',
  },
  'terminal.page': {
    zh: '用浏览器打开 {file}：总览、疑点清单、村级一张表',
    en: 'Open {file} in a browser: overview, findings, village sheets',
  },
  'terminal.all': { zh: '全部疑点 {file}', en: 'All findings: {file}' },
} as const satisfies Record<string, Bilingual>;
