import { grantDibao } from '../benefits.js';
import { addDays } from '../calendar.js';
import { businessOf, cadreSeat, employedInsurance, payrollPlace } from '../jobs.js';
import type { Business, Cadre, Insurance } from '../records.js';
import { activeWorker, exitedWorker, headOf, present, type Scenario } from './scenario.js';

type Dated<T> = Partial<T> | ((asOf: string) => Partial<T>);

const cadre = (
  name: string,
  count: number,
  posts: readonly string[],
  found: boolean,
  details: Dated<Pick<Cadre, 'ended' | 'serving'>> = {},
): Scenario => ({
  name,
  count,
  wish: activeWorker,
  plant: (h, maker) => {
    h.records.cadre = [
      cadreSeat(
        maker,
        headOf(h),
        h.village,
        posts,
        typeof details === 'function' ? details(maker.asOf) : details,
      ),
    ];
    return found ? ['MI03'] : [];
  },
});

const insured = (name: string, count: number, details: Partial<Insurance>, rule?: string): Scenario => ({
  name,
  count,
  wish:
    rule === 'MI06' || details.status === 'retired'
      ? { status: 'poor', shape: 'elders', unsupported: true, present: true }
      : activeWorker,
  plant: (h, maker) => {
    const head = headOf(h);
    h.records.insurance = h.records.insurance.filter((row) => row.id !== head.id);
    h.records.insurance.push(employedInsurance(maker, head, details));
    return rule ? [rule] : [];
  },
});

const trade = (
  name: string,
  count: number,
  kind: string,
  details: Partial<Business>,
  found: boolean,
): Scenario => ({
  name,
  count,
  wish: activeWorker,
  plant: (h, maker) => {
    h.records.business = [businessOf(maker, headOf(h), kind, details)];
    return found ? ['MI07'] : [];
  },
});

/** Posts, wages, pensions and businesses: MI03 to MI07, and MI16 for the payroll. */
export const jobScenarios: readonly Scenario[] = [
  cadre('Party branch secretary', 1, ['secretary'], true),
  cadre('village director', 1, ['director'], true, { serving: true }),
  cadre('village clerk', 1, ['clerk'], true),
  cadre('deputy secretary and director', 1, ['secretary', 'director'], true),
  cadre('deputy director who leaves after the day', 1, ['deputy-director'], true, (asOf) => ({
    ended: addDays(asOf, 60),
  })),
  cadre('deputy secretary', 1, ['deputy-secretary'], true),
  cadre('committee member', 2, ['committee-member'], false),
  cadre('clerk who left', 1, ['clerk'], false, (asOf) => ({ ended: addDays(asOf, -200) })),
  cadre('director who left on the day', 1, ['director'], false, (asOf) => ({ ended: asOf })),
  cadre('secretary no longer serving', 1, ['secretary'], false, { serving: false }),
  {
    name: 'on the payroll',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      h.records.payroll = [payrollPlace(maker, headOf(h))];
      return ['MI04'];
    },
  },
  {
    name: 'retired from the payroll',
    count: 1,
    wish: { status: 'poor', shape: 'elders', unsupported: true, present: true },
    plant: (h, maker) => {
      h.records.payroll = [payrollPlace(maker, headOf(h), 'retired')];
      return ['MI04'];
    },
  },
  {
    name: 'on the payroll and on dibao',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      grantDibao(maker, h, present(h), '4');
      h.records.payroll = [payrollPlace(maker, headOf(h))];
      return ['MI04', 'MI16'];
    },
  },
  {
    name: 'left the payroll',
    count: 1,
    wish: activeWorker,
    plant: (h, maker) => {
      h.records.payroll = [payrollPlace(maker, headOf(h), maker.random.pick(['辞职', '调出']))];
      return [];
    },
  },
  {
    name: 'exited household on the payroll',
    count: 1,
    wish: exitedWorker,
    plant: (h, maker) => {
      h.records.payroll = [payrollPlace(maker, headOf(h))];
      return [];
    },
  },
  insured('employed', 3, {}, 'MI05'),
  insured('employed in the public sector', 1, { kind: 'public' }, 'MI05'),
  insured('well paid', 1, { base: 4000 }, 'MI05'),
  insured('public-welfare post', 2, { post: '公益性岗位', base: 2640 }),
  insured('insured at his own cost', 1, { employer: undefined, post: '灵活就业', base: 2640 }),
  insured('insurance suspended', 1, { status: 'suspended' }),
  insured('pension of 1000 a month', 1, { status: 'retired', pension: 1000 }, 'MI06'),
  insured('pension of an unknown amount', 1, { status: 'retired' }, 'MI06'),
  insured('public pension', 1, { kind: 'public', status: 'retired', pension: 3268.5 }, 'MI06'),
  insured('pension just under 1000 a month', 1, { status: 'retired', pension: 999.99 }),
  trade('company of exactly 100,000 yuan', 1, 'limited', { capital: 100_000 }, true),
  trade('company of unknown capital', 1, 'limited', { capital: undefined }, true),
  trade('share in a large company', 1, 'limited', { capital: 5_000_000, role: 'shareholder' }, true),
  trade('partnership', 1, 'partnership', { capital: 200_000 }, true),
  trade('large cooperative', 1, 'cooperative', { capital: 300_000 }, true),
  trade('large shop', 1, 'individual', { capital: 100_001 }, true),
  trade('small company', 1, 'limited', { capital: 99_900 }, false),
  trade('shop of exactly 100,000 yuan', 1, 'individual', { capital: 100_000 }, false),
  trade('cooperative of unknown capital', 1, 'cooperative', { capital: undefined }, false),
  trade('company revoked', 1, 'limited', { capital: 500_000, status: 'revoked' }, false),
  trade('supervisor of a company', 1, 'limited', { capital: 1_000_000, role: '监事' }, false),
];
