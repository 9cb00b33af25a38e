import { codeLabel, codeList } from '../../../datasets/labels.js';
import { areaRow, areaTitles } from '../../area-table.js';
import { say } from '../../messages.js';
import type { AreaComparison, AreaMeasure, ReportModel } from '../../model.js';
import { type Html, trusted } from '../html.js';
import { axisText, colours } from './chart.js';
import { figure } from './figure.js';

const MOST = 40;
const ROW = 30;
const MEASURES = ['persons', 'households'] as const;

/** Statistics against roster, a pair of bars for each township; for each village where no township is counted. */
export async function areaBars(model: ReportModel): Promise<Html> {
  const { lang, areas = [] } = model;
  const townships = areas.filter(({ level }) => level === 'township');
  const all = townships.length > 0 ? townships : areas;
  if (all.length === 0) return trusted('');
  const gap = (area: AreaComparison): number =>
    Math.max(area.persons?.percent ?? 0, area.households?.percent ?? 0);
  const shown = [...all]
    .map((area, place) => ({ area, place }))
    .sort((a, b) => gap(b.area) - gap(a.area) || a.place - b.place)
    .slice(0, MOST)
    .map(({ area }) => area);
  const name = (area: AreaComparison): string => {
    const own =
      area.village || area.township || area.county || codeLabel(codeList('area.level'), area.level, lang);
    return `${own}${area.persons?.exceeds || area.households?.exceeds ? ' ▲' : ''}`;
  };
  const values = (
    measure: (typeof MEASURES)[number],
    side: 'statistics' | 'roster',
  ): (number | { value: number; itemStyle: { color: string } } | null)[] =>
    shown.map((area) => {
      const counted: AreaMeasure | undefined = area[measure];
      return counted === undefined ? null : counted[side];
    });
  const limit = areaRow(model, shown[0] as AreaComparison).at(-2);
  const titles = { persons: say(lang, 'area.persons'), households: say(lang, 'area.households') };
  return figure(model, {
    chart: {
      id: 'areas',
      title: say(lang, 'figure.areas'),
      width: 1000,
      height: 70 + shown.length * ROW,
      option: {
        legend: { top: 0, left: 'center', textStyle: axisText, itemWidth: 14, itemHeight: 10 },
        title: MEASURES.map((measure, at) => ({
          text: titles[measure],
          left: at === 0 ? 140 : 600,
          top: 24,
          textStyle: { fontSize: 13, color: colours.ink },
        })),
        grid: [
          { left: 140, width: 400, top: 48, bottom: 22 },
          { left: 600, width: 370, top: 48, bottom: 22 },
        ],
        xAxis: MEASURES.map((_, at) => ({
          type: 'value' as const,
          gridIndex: at,
          axisLabel: axisText,
          splitNumber: 4,
          splitLine: { lineStyle: { color: colours.line } },
        })),
        yAxis: MEASURES.map((_, at) => ({
          type: 'category' as const,
          gridIndex: at,
          inverse: true,
          data: shown.map(name),
          axisTick: { show: false },
          axisLabel: { ...axisText, show: at === 0, interval: 0, width: 128, overflow: 'truncate' as const },
        })),
        series: MEASURES.flatMap((measure, at) =>
          (['statistics', 'roster'] as const).map((side) => ({
            type: 'bar' as const,
            name: say(lang, `area.${side}`),
            xAxisIndex: at,
            yAxisIndex: at,
            barWidth: 10,
            barGap: '0%',
            data: values(measure, side),
            itemStyle: { color: side === 'statistics' ? colours.first : colours.second },
          })),
        ),
      },
    },
    about: [say(lang, 'figure.areas-about', { limit: String(limit) }), say(lang, 'figure.areas-table')],
    table: {
      columns: areaTitles(model),
      rows: areas
        .filter((area) => area.level !== 'village' || area.persons?.exceeds || area.households?.exceeds)
        .map((area) => areaRow(model, area).map((cell) => cell ?? '')),
    },
  });
}
