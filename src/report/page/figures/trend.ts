import type { FindingState } from '../../../findings/state.js';
import { labelOf, say } from '../../messages.js';
import type { ReportModel } from '../../model.js';
import { familyTotals } from '../../totals.js';
import { type Html, trusted } from '../html.js';
import { axisText, colours } from './chart.js';
import { figure } from './figure.js';

/** The newest of them. */
const MOST = 30;
const FAMILY_COLOURS = ['#1f5a96', '#c9822b', '#4d8a57', '#8a5aa0', '#b4584c', '#5f7f8c', '#9aa5b1'];

/**
 * Findings open on each as-of day. Made from what this run knows of all findings, so that runs that were removed since change nothing; a
 * first run has no trend.
 */
export async function trend(model: ReportModel): Promise<Html> {
  const { lang, states, asOf } = model;
  const days = [...new Set([...states.flatMap((state) => [state.first_seen, state.last_seen]), asOf])]
    .filter((day) => day <= asOf)
    .sort()
    .slice(-MOST);
  if (!model.previous || days.length < 2) return trusted('');
  const families = familyTotals(model.rules).map(({ family }) => family);
  const counts = families.map((family) => {
    const own = states.filter((state) => state.family === family);
    return days.map((day) => own.filter((state) => wasOpen(state, day)).length);
  });
  return figure(model, {
    chart: {
      id: 'trend',
      title: say(lang, 'figure.trend'),
      width: 1000,
      height: 300,
      option: {
        legend: { top: 0, left: 'center', textStyle: axisText, itemWidth: 14, itemHeight: 10 },
        grid: { left: 70, right: 30, top: 40, bottom: 30 },
        xAxis: { type: 'category', data: days, axisLabel: axisText },
        yAxis: {
          type: 'value',
          minInterval: 1,
          axisLabel: axisText,
          splitLine: { lineStyle: { color: colours.line } },
        },
        series: families.map((family, at) => ({
          type: 'bar',
          stack: 'families',
          barMaxWidth: 46,
          name: labelOf(lang, 'family', family),
          data: counts[at] ?? [],
          itemStyle: { color: FAMILY_COLOURS[at % FAMILY_COLOURS.length] ?? colours.first },
        })),
      },
    },
    about: [say(lang, 'figure.trend-about')],
    table: {
      columns: [
        say(lang, 'figure.day'),
        ...families.map((family) => labelOf(lang, 'family', family)),
        say(lang, 'column.total'),
      ],
      rows: days.map((day, at) => {
        const row = counts.map((each) => each[at] ?? 0);
        return [day, ...row, row.reduce((sum, count) => sum + count, 0)];
      }),
    },
  });
}

/** Found on that day or before, still there, and not yet closed by a verdict. */
const wasOpen = ({ first_seen, last_seen, status, verdict }: FindingState, day: string): boolean =>
  first_seen <= day && day <= last_seen && (status !== 'closed' || (verdict?.on ?? '') > day);
