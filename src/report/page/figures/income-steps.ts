import { say } from '../../messages.js';
import type { ReportModel } from '../../model.js';
import { type Html, trusted } from '../html.js';
import { axisText, colours } from './chart.js';
import { figure } from './figure.js';

const [WIDTH, HEIGHT] = [1000, 320];
const [LEFT, RIGHT, TOP, BOTTOM] = [70, 30, 50, 50];

/** Households by income per capita on both sides of the line that an exit must pass. */
export async function incomeSteps(model: ReportModel): Promise<Html> {
  const { lang, page } = model;
  if (page === undefined || page.incomes.length === 0) return trusted('');
  const { incomes, incomeStep: width } = page;
  const line = Number(model.policy.values.stable_income_line?.value);
  const at = incomes.findIndex(({ from }) => from === line);
  // The line stands between the last step under it and the first one above it.
  const x = LEFT + ((WIDTH - LEFT - RIGHT) * at) / incomes.length;
  const names = {
    exited: say(lang, 'figure.exited-households'),
    active: say(lang, 'figure.active-households'),
  };
  const range = (from: number): string => `${from}–${from + width - 1}`;
  return figure(model, {
    chart: {
      id: 'income',
      title: say(lang, 'figure.income'),
      width: WIDTH,
      height: HEIGHT,
      option: {
        legend: { top: 0, left: 'center', textStyle: axisText, itemWidth: 14, itemHeight: 10 },
        grid: { left: LEFT, right: RIGHT, top: TOP, bottom: BOTTOM },
        xAxis: {
          type: 'category',
          data: incomes.map(({ from }) => String(from)),
          name: say(lang, 'figure.income-range'),
          nameLocation: 'middle',
          nameGap: 28,
          nameTextStyle: axisText,
          axisLabel: { ...axisText, interval: 0 },
          axisTick: { alignWithLabel: false },
        },
        yAxis: {
          type: 'value',
          minInterval: 1,
          name: say(lang, 'figure.households'),
          nameTextStyle: axisText,
          axisLabel: axisText,
          splitLine: { lineStyle: { color: colours.line } },
        },
        series: [
          {
            type: 'bar',
            stack: 'households',
            name: names.exited,
            barCategoryGap: '6%',
            data: incomes.map(({ exited }) => exited),
            itemStyle: { color: colours.first },
            markLine: {
              silent: true,
              symbol: 'none',
              label: {
                formatter: say(lang, 'figure.income-line', { line }),
                color: colours.high,
                fontSize: 12,
              },
              lineStyle: { color: colours.high, type: 'solid', width: 2 },
              data: [
                [
                  { x, y: HEIGHT - BOTTOM },
                  { x, y: TOP },
                ],
              ],
            },
          },
          {
            type: 'bar',
            stack: 'households',
            name: names.active,
            data: incomes.map(({ active }) => active),
            itemStyle: { color: colours.band },
          },
        ],
      },
    },
    about: [say(lang, 'figure.income-about', { width, line })],
    table: {
      columns: [say(lang, 'figure.income-range'), names.exited, names.active],
      rows: incomes.map(({ from, exited, active }) => [range(from), exited, active]),
    },
  });
}
