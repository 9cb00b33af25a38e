import { say } from '../../messages.js';
import type { ReportModel, VillageExits } from '../../model.js';
import { type Html, trusted } from '../html.js';
import { axisText, colours } from './chart.js';
import { figure } from './figure.js';

const MOST = 30;
const ROW = 26;

interface Township {
  readonly name: string;
  readonly villages: readonly VillageExits[];
  readonly atStart: number;
  readonly exited: number;
  readonly flagged: boolean;
}

const percent = (share: number): number => Math.round(share * 1000) / 10;

/** A share and what chance allows around it: where so many standard deviations end, for villages of that many households. */
const band = (share: number, households: number, deviations: number): [number, number] => {
  const spread = deviations * Math.sqrt((share * (1 - share)) / households);
  return [percent(Math.max(0, share - spread)), percent(Math.min(1, share + spread))];
};

/** The exit share of every village in the as-of year, by township, over the range that chance alone would give. */
export async function exitShares(model: ReportModel): Promise<Html> {
  const { lang, page } = model;
  const least = Number(model.policy.values.quota_min_households?.value ?? 1);
  const all = (await townshipsOf(model, least)).filter(({ exited }) => exited > 0);
  if (page === undefined || all.length === 0) return trusted('');
  const shown = [...all]
    .map((township, place) => ({ township, place }))
    .sort(
      (a, b) =>
        Number(b.township.flagged) - Number(a.township.flagged) ||
        b.township.atStart - a.township.atStart ||
        a.place - b.place,
    )
    .slice(0, MOST)
    .map(({ township }) => township);
  const share = ({ exited, atStart }: { exited: number; atStart: number }): number => exited / atStart;
  // Villages of a township differ in size; the band is that of its middle one.
  const middle = ({ villages }: Township): number =>
    [...villages].sort((a, b) => a.atStart - b.atStart)[Math.floor(villages.length / 2)]?.atStart ?? 1;
  const bands = shown.map((township) => ({
    wide: band(share(township), middle(township), 1.96),
    narrow: band(share(township), middle(township), 1),
  }));
  /** A floating bar: an unseen piece up to where it begins, then its length. */
  const floating = (of: 'wide' | 'narrow', colour: string, width: number): object[] => [
    {
      type: 'bar',
      stack: of,
      silent: true,
      barWidth: width,
      barGap: '-100%',
      data: bands.map((each) => each[of][0]),
      itemStyle: { color: 'transparent' },
    },
    {
      type: 'bar',
      stack: of,
      name: say(lang, of === 'wide' ? 'figure.band-95' : 'figure.band-68'),
      barWidth: width,
      barGap: '-100%',
      data: bands.map((each) => Math.round((each[of][1] - each[of][0]) * 10) / 10),
      itemStyle: { color: colour },
    },
  ];
  const most = Math.max(
    ...shown.flatMap(({ villages }) => villages.map((village) => percent(share(village)))),
  );
  return figure(model, {
    chart: {
      id: 'exits',
      title: say(lang, 'figure.exits', { year: page.year }),
      width: 1000,
      height: 80 + shown.length * ROW,
      option: {
        legend: {
          top: 0,
          left: 'center',
          textStyle: axisText,
          itemWidth: 14,
          itemHeight: 10,
          data: [say(lang, 'figure.village'), say(lang, 'figure.band-68'), say(lang, 'figure.band-95')],
        },
        grid: { left: 140, right: 30, top: 30, bottom: 45 },
        xAxis: {
          type: 'value',
          min: 0,
          max: Math.min(100, Math.ceil((most + 5) / 10) * 10),
          name: say(lang, 'figure.share'),
          nameLocation: 'middle',
          nameGap: 26,
          nameTextStyle: axisText,
          axisLabel: axisText,
          splitLine: { lineStyle: { color: colours.line } },
        },
        yAxis: {
          type: 'category',
          inverse: true,
          data: shown.map(({ name, flagged }) => `${name}${flagged ? ' ▲' : ''}`),
          axisTick: { show: false },
          axisLabel: { ...axisText, interval: 0, width: 128, overflow: 'truncate' },
        },
        series: [
          ...floating('wide', colours.wideBand, 20),
          ...floating('narrow', colours.band, 20),
          {
            type: 'scatter',
            name: say(lang, 'figure.village'),
            symbolSize: 7,
            data: shown.flatMap(({ villages }, y) =>
              villages.map((village) => [percent(share(village)), y] as [number, number]),
            ),
            itemStyle: { color: colours.first, opacity: 0.75 },
          },
        ],
      },
    },
    about: [
      say(lang, 'figure.exits-about'),
      say(lang, 'figure.exits-villages', { least }),
      ...(all.length > MOST ? [say(lang, 'figure.exits-some', { count: MOST })] : []),
    ],
    table: {
      columns: [
        say(lang, 'column.township'),
        say(lang, 'figure.village'),
        say(lang, 'figure.at-start'),
        say(lang, 'figure.exited'),
        say(lang, 'figure.share'),
        say(lang, 'figure.expected'),
        say(lang, 'figure.band-68'),
        say(lang, 'figure.band-95'),
      ],
      rows: all.flatMap((township) =>
        township.villages.map((village) => [
          township.name,
          village.village,
          village.atStart,
          village.exited,
          percent(share(village)),
          percent(share(township)),
          band(share(township), village.atStart, 1).join('–'),
          band(share(township), village.atStart, 1.96).join('–'),
        ]),
      ),
    },
  });
}

async function townshipsOf({ engine, page }: ReportModel, least: number): Promise<Township[]> {
  const rows = await engine.all(
    "SELECT DISTINCT county, township FROM hecha.finding WHERE rule_id = 'EX02' AND status NOT LIKE 'closed%'",
  );
  const flagged = new Set(rows.map(({ county, township }) => `${county ?? ''}/${township ?? ''}`));
  const groups = new Map<string, VillageExits[]>();
  for (const village of page?.exits ?? []) {
    if (village.atStart < least || village.township === '') continue;
    const key = `${village.county}/${village.township}`;
    groups.set(key, [...(groups.get(key) ?? []), village]);
  }
  const counties = new Set([...groups.values()].map(([first]) => first?.county)).size;
  return [...groups].map(([key, villages]) => ({
    name: `${counties > 1 ? (villages[0]?.county ?? '') : ''}${villages[0]?.township ?? ''}`,
    villages,
    atStart: villages.reduce((sum, { atStart }) => sum + atStart, 0),
    exited: villages.reduce((sum, { exited }) => sum + exited, 0),
    flagged: flagged.has(key),
  }));
}
