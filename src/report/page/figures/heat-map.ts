import { say } from '../../messages.js';
import type { ReportModel } from '../../model.js';
import { familyTotals } from '../../totals.js';
import { countByTownship, type TownshipCount } from '../../township-counts.js';
import { type Html, trusted } from '../html.js';
import { link, listAddress, number } from '../marks.js';
import { axisText, colours } from './chart.js';
import { figure } from './figure.js';

/** More townships would be no picture. */
const MOST = 40;
const ROW = 22;
/** Width of the page less the names of the townships. */
const ROOM = 1130;

/** Findings of each township under each rule that flagged something. */
export async function heatMap(model: ReportModel): Promise<Html> {
  const { lang } = model;
  const all = (await countByTownship(model.engine)).filter(({ township }) => township !== '');
  const rules = familyTotals(model.rules)
    .flatMap((family) => family.rules)
    .filter((rule) => all.some(({ byRule }) => byRule.has(rule.header.id)));
  if (all.length === 0 || rules.length === 0) return trusted('');
  const counties = new Set(all.map(({ county }) => county)).size;
  const name = ({ county, township }: TownshipCount): string =>
    counties > 1 ? `${county}${township}` : township;
  const shown = [...all].sort((a, b) => b.total - a.total || (name(a) < name(b) ? -1 : 1)).slice(0, MOST);
  const ids = rules.map(({ header }) => header.id);
  const column = Math.max(14, Math.min(26, Math.floor(ROOM / ids.length)));
  const cells = shown.flatMap(({ byRule }, y) =>
    ids.flatMap((id, x) => (byRule.has(id) ? [[x, y, byRule.get(id) ?? 0]] : [])),
  );
  const title = say(lang, 'figure.heat');
  return figure(model, {
    chart: {
      id: 'heat',
      title,
      width: Math.max(600, 130 + ids.length * column + 20),
      height: 60 + shown.length * ROW + 50,
      option: {
        grid: { left: 130, right: 20, top: 50, bottom: 50 },
        xAxis: {
          type: 'category',
          data: ids,
          position: 'top',
          axisLabel: { ...axisText, rotate: 90, interval: 0, fontSize: 11 },
          axisTick: { show: false },
          axisLine: { show: false },
        },
        yAxis: {
          type: 'category',
          data: shown.map(name),
          inverse: true,
          axisLabel: { ...axisText, interval: 0, width: 118, overflow: 'truncate' },
          axisTick: { show: false },
          axisLine: { show: false },
        },
        visualMap: {
          type: 'piecewise',
          orient: 'horizontal',
          left: 'center',
          bottom: 5,
          pieces: STEPS,
          textStyle: axisText,
        },
        series: [
          {
            type: 'heatmap',
            data: cells,
            itemStyle: { borderColor: '#ffffff', borderWidth: 1 },
            label: { show: false, color: colours.ink },
          },
        ],
      },
    },
    about: [
      say(lang, 'figure.heat-about'),
      ...(all.length > MOST ? [say(lang, 'figure.heat-some', { count: MOST })] : []),
    ],
    table: {
      columns: [say(lang, 'column.township'), ...ids, say(lang, 'column.total')],
      rows: all.map((count) => {
        const township = `${count.county}/${count.township}`;
        return [
          name(count),
          ...ids.map((rule) => link(listAddress({ township, rule }), number(count.byRule.get(rule) ?? 0))),
          link(listAddress({ township }), number(count.total)),
        ];
      }),
    },
  });
}

/** Counts of rules lie far apart, so the steps grow. */
const STEPS = [
  { min: 1, max: 2, color: '#dbe7f3' },
  { min: 3, max: 9, color: '#b4cde5' },
  { min: 10, max: 29, color: '#85aed3' },
  { min: 30, max: 99, color: '#4f86b9' },
  { min: 100, max: 299, color: '#26598f' },
  { min: 300, color: '#102f54', label: '≥ 300' },
].map(({ min, max, color }) => ({
  min,
  color,
  ...(max !== undefined && { max }),
  label: max === undefined ? `≥ ${min}` : `${min}–${max}`,
}));
