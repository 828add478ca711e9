import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalShare } from '../../simulator/theory/numeric/normal.ts';
import { accumulatingWaits } from '../../simulator/theory/priorities/accumulating-priority.ts';
import { cmuRule } from '../../simulator/theory/priorities/cmu-rule.ts';
import { preemptiveWaits } from '../../simulator/theory/priorities/preemptive-priority.ts';
import { priorityWaits } from '../../simulator/theory/priorities/priority.ts';
import { waitByQueueLength } from '../../simulator/theory/queues/delay-prediction.ts';
import { erlangA } from '../../simulator/theory/queues/erlang-a.ts';
import { delayProbability, meansOf, meanWait } from '../../simulator/theory/queues/erlang-c.ts';
import { delayAtSlackWithPatience } from '../../simulator/theory/queues/garnett.ts';
import { delayAtSlack, slackForDelay } from '../../simulator/theory/queues/halfin-whitt.ts';
import { latticeWaits } from '../../simulator/theory/queues/lattice-lindley.ts';
import { mdcWait } from '../../simulator/theory/queues/mdc.ts';
import { mg1Wait } from '../../simulator/theory/queues/mg1.ts';
import { sojournTime } from '../../simulator/theory/queues/open-network.ts';
import { kimNelson } from '../../simulator/theory/selection/kim-nelson.ts';
import { budgetShares } from '../../simulator/theory/selection/ocba.ts';
import { cyclicMeanCounts } from '../../simulator/theory/staffing/cyclic-counts.ts';
import { delayByPeriod, serversByPeriod } from '../../simulator/theory/staffing/period-staffing.ts';
import { poissonTail } from '../../simulator/theory/staffing/poisson-staffing.ts';
import { cheapestServers, costRateOf } from '../../simulator/theory/staffing/staffing-cost.ts';
import { bankDayMeans } from '../../simulator/theory/through-the-day/bank-day-ode.ts';
import { commonStep } from '../../simulator/theory/through-the-day/common-step.ts';
import { deathRates, follow, shortStep } from '../../simulator/theory/through-the-day/kolmogorov.ts';
import { offeredLoad } from '../../simulator/theory/through-the-day/offered-load.ts';
import { arrivalsBetween, exponentialLoad, rateAt } from '../../simulator/theory/through-the-day/sinusoid-load.ts';
import { transientQueue } from '../../simulator/theory/through-the-day/transient-queue.ts';

/** Some classes of a queue that is stable. */
const classes = fc
  .record({
    servers: fc.integer({ min: 1, max: 8 }),
    shares: fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 }),
    rho: fc.double({ min: 0.1, max: 0.95, noNaN: true }),
  })
  .map(({ servers, shares, rho }) => {
    const sum = shares.reduce((total, share) => total + share, 0);
    return { servers, lams: shares.map((share) => (share / sum) * rho * servers) };
  });
const weighted = (lams: readonly number[], waits: readonly number[]): number =>
  lams.reduce((sum, lam, at) => sum + lam * waits[at]!, 0);
const total = (lams: readonly number[]): number => lams.reduce((sum, lam) => sum + lam, 0);

describe('priorities', () => {
  it('whoever goes first, the mean over all customers is that of first come, first served', () => {
    fc.assert(
      fc.property(
        classes,
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
        ({ servers, lams }, b) => {
          const all = total(lams) * meanWait({ servers, lam: total(lams), mu: 1 });
          expect(weighted(lams, priorityWaits(servers, lams, 1)) / all).toBeCloseTo(1, 6);
          expect(weighted(lams, preemptiveWaits(servers, lams, 1)) / all).toBeCloseTo(1, 6);
          expect(weighted(lams, accumulatingWaits({ servers, lams, b: b.slice(0, lams.length), mu: 1 }).Wq) / all).toBeCloseTo(
            1,
            9,
          );
        },
      ),
    );
  });

  it('accumulating priority lies between first come, first served and strict priority', () => {
    const of = (b: number[]) => accumulatingWaits({ servers: 2, lams: [0.7, 0.9], b, mu: 1 });
    const { Wq, fcfsWq } = of([1, 1]);
    expect(Wq[0]).toBeCloseTo(fcfsWq, 12);
    expect(Wq[1]).toBeCloseTo(fcfsWq, 12);
    const strict = priorityWaits(2, [0.7, 0.9], 1);
    const nearly = of([1, 1e-9]).Wq;
    expect(nearly[0]).toBeCloseTo(strict[0]!, 6);
    expect(nearly[1]).toBeCloseTo(strict[1]!, 6);
  });

  it('the c-mu order costs no more than any other', () => {
    const one = (lam: number, meanService: number, scv: number, cost: number) => ({ lam, meanService, scv, cost });
    const all = [one(0.2, 1, 1, 2), one(0.1, 2, 0.5, 5), one(0.15, 1.5, 2, 1)];
    const best = cmuRule(all);
    // any other order: the same classes with costs that only decide the order
    for (const order of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]) {
      const forced = cmuRule(all.map((of, at) => ({ ...of, cost: of.meanService * (10 - order.indexOf(at)) })));
      expect(forced.order).toEqual(order);
      const cost = all.reduce((sum, of, at) => sum + of.cost * of.lam * forced.WqPerClass[at]!, 0);
      expect(cost).toBeGreaterThanOrEqual(best.costRate - 1e-12);
    }
  });
});

describe('long runs', () => {
  it('M/D/1 is Pollaczek-Khinchine with no variance; more servers of the same load wait less', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.98, noNaN: true }), (rho) => {
        expect(mdcWait({ servers: 1, lam: rho, D: 1 }) / mg1Wait({ lam: rho, meanService: 1, scv: 0 })).toBeCloseTo(1, 6);
        const waits = [1, 2, 4, 8].map((servers) => mdcWait({ servers, lam: rho * servers, D: 1 }));
        for (let at = 1; at < waits.length; at++) expect(waits[at]).toBeLessThan(waits[at - 1]!);
      }),
    );
    expect(mdcWait({ servers: 2, lam: 2, D: 1 })).toBe(Number.POSITIVE_INFINITY);
  });

  it('a lattice queue that never varies has no wait, one that is too slow no long run', () => {
    expect(latticeWaits({ interarrival: [[2, 1]], service: [[1, 1]] }, 10)).toEqual({
      WqStationary: 0,
      pNoWait: 1,
      meanWaitFirst: 0,
    });
    expect(latticeWaits({ interarrival: [[1, 1]], service: [[2, 1]] }, 3)).toEqual({
      WqStationary: Number.POSITIVE_INFINITY,
      pNoWait: 0,
      meanWaitFirst: 1,
    });
  });

  it('Bernoulli arrivals and a fixed service: E[wait] = λ E[S(S − 1)] / (2(1 − ρ)) slots (Meisling 1958)', () => {
    const [p, slots, step] = [0.16, 5, 0.5];
    const gaps = Array.from({ length: 150 }, (_, k) => [(k + 1) * step, p * (1 - p) ** k] as const);
    const { WqStationary, pNoWait } = latticeWaits({ interarrival: gaps, service: [[slots * step, 1]] }, 1);
    expect(WqStationary / step).toBeCloseTo((p * slots * (slots - 1)) / (2 * (1 - p * slots)), 5);
    expect(pNoWait).toBeGreaterThan(0.2);
  });

  it('a network of one station is an M/M/c, and a loop only makes more visits', () => {
    const alone = sojournTime({ stations: [{ servers: 2, mu: 1 }], arrivals: [1.2], routing: [[0]] });
    expect(alone).toBeCloseTo(meansOf({ servers: 2, lam: 1.2, mu: 1 }).W, 12);
    const loop = sojournTime({ stations: [{ servers: 2, mu: 1 }], arrivals: [0.6], routing: [[0.5]] });
    expect(loop).toBeCloseTo(meansOf({ servers: 2, lam: 1.2, mu: 1 }).L / 0.6, 12);
    expect(sojournTime({ stations: [{ servers: 1, mu: 1 }], arrivals: [0.6], routing: [[0.5]] })).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('days that change', () => {
  it('the Kolmogorov equations lose nobody, and come to rest at Erlang A', () => {
    const queue = { servers: 3, lam: 4, mu: 1, theta: 0.5 };
    const death = deathRates(60, 3, 1, 0.5);
    const p = new Float64Array(61);
    p[0] = 1;
    const passed = follow({ birth: () => 4, death, gauge: () => 1 }, p, 0, 40, shortStep(4, death));
    expect(passed).toBeCloseTo(40, 9);
    expect(p.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(p.reduce((sum, share, n) => sum + Math.max(0, n - 3) * share, 0)).toBeCloseTo(erlangA(queue).Lq, 8);
  });

  it('a bank day whose counters do not change is the transient queue', () => {
    const day = bankDayMeans({ bins: [60, 30], binMinutes: 60, counters: [[0, 3]], meanServiceMin: 3, meanPatienceMin: 10 });
    const hours = transientQueue({
      servers: 3,
      lam: [
        [0, 60],
        [1, 30],
        [2, 0],
      ],
      mu: 20,
      theta: 6,
      until: 6,
    });
    expect(day.abandonsPerDay).toBeCloseTo(hours.abandonments, 7);
    expect(day.pAbandon).toBeCloseTo(hours.abandonments / 90, 9);
  });

  it('the bank day of 3, 5, then 4 counters, as recomputed elsewhere', () => {
    const bins = [10, 16, 22, 26, 26, 22, 18, 18, 20, 22, 20, 18, 16, 14, 12, 10, 10];
    const counters = [
      [0, 3],
      [60, 5],
      [360, 4],
    ] as const;
    const day = bankDayMeans({ bins, binMinutes: 30, counters, meanServiceMin: 6.6, meanPatienceMin: 25 });
    expect(day.pAbandon).toBeCloseTo(0.094474, 6);
    expect(day.meanWaitAllMin).toBeCloseTo(2.361843, 5);
  });

  it('busy counters finish: fewer counters from noon lose fewer than never having had them', () => {
    const of = (counters: [number, number][]) =>
      bankDayMeans({ bins: [20, 20, 20, 20], binMinutes: 30, counters, meanServiceMin: 6, meanPatienceMin: 20 }).abandonsPerDay;
    expect(of([[0, 4]])).toBeLessThan(
      of([
        [0, 4],
        [60, 2],
      ]),
    );
    expect(
      of([
        [0, 4],
        [60, 2],
      ]),
    ).toBeLessThan(of([[0, 2]]));
  });

  it('sinusoid loads solve m′ = λ − μm, and agree with the integral over past arrivals', () => {
    const sinusoid = { lamBar: 30, relAmp: 0.7, gamma: 0.4 };
    for (const t of [0, 1.3, 7]) {
      const h = 1e-5;
      const slope = (exponentialLoad(sinusoid, 2, t + h) - exponentialLoad(sinusoid, 2, t - h)) / (2 * h);
      expect(slope).toBeCloseTo(rateAt(sinusoid, t) - 2 * exponentialLoad(sinusoid, 2, t), 5);
      expect(
        offeredLoad(
          (at) => rateAt(sinusoid, at),
          (u) => Math.exp(-2 * u),
          15,
          t,
          4000,
        ),
      ).toBeCloseTo(exponentialLoad(sinusoid, 2, t), 8);
      expect(
        offeredLoad(
          (at) => rateAt(sinusoid, at),
          () => 1,
          1.5,
          t,
        ),
      ).toBeCloseTo(arrivalsBetween(sinusoid, t - 1.5, t), 9);
    }
  });

  it('where nothing swings, every period has the delay of Erlang C', () => {
    const flat = { arrivals: { lamBar: 6, relAmp: 0, gamma: 1 }, mu: 2, period: 1, cycle: 4, alpha: 0.1, lag: 0.5 };
    const servers = serversByPeriod(flat, 'SIPPavg');
    const exact = delayProbability({ servers: servers[0]!, lam: 6, mu: 2 });
    expect(exact).toBeLessThanOrEqual(0.1);
    for (const delay of delayByPeriod(flat, servers)) expect(delay).toBeCloseTo(exact, 7);
  });

  it('cyclic counts stop where the process stops', () => {
    expect(cyclicMeanCounts([2, 4], [1, 3], 3, 7.5)).toEqual([2 * 3, 4 * (2 + 2 + 0.5)]);
  });
});

describe('formulas of staffing', () => {
  it('the Halfin-Whitt function and its inverse undo each other; Garnett at θ = μ is a normal tail', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), (alpha, beta) => {
        expect(delayAtSlack(slackForDelay(alpha))).toBeCloseTo(alpha, 12);
        expect(delayAtSlackWithPatience(beta, 1)).toBeCloseTo(1 - normalShare(beta), 12);
      }),
    );
  });

  it('Poisson tails are sums of Poisson terms', () => {
    let term = Math.exp(-7);
    let below = 0;
    for (let n = 0; n < 12; n++, term *= 7 / n) {
      expect(poissonTail(7, n)).toBeCloseTo(1 - below, 12);
      below += term;
    }
  });

  it('the wait behind a queue is a sum of steps', () => {
    expect(waitByQueueLength({ queueAhead: 5, servers: 4, mu: 0.5, theta: 0.2 }).mean).toBeCloseTo(2.446304, 6);
    expect(waitByQueueLength({ queueAhead: 0, servers: 1, mu: 1 })).toEqual({ mean: 1, sd: 1 });
  });

  it('constants of selection: KN as published; OCBA adds up to one and favours the close rival', () => {
    const { eta, h2 } = kimNelson(5, 20, 0.05);
    expect(eta).toBeCloseTo(0.2372383155, 9);
    expect(h2).toBeCloseTo(9.01505599, 7);
    const shares = budgetShares([3, 2.5, 1], [1, 1, 1], 'max');
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares[1]).toBeGreaterThan(shares[2]!);
  });

  it('Winston’s tellers: 15 cents a teller and minute, 5 a waiting customer', () => {
    const cost = { lam: 2, mu: 0.5, serverCost: 0.15, waitingCost: 0.05 };
    expect([5, 6, 7].map((servers) => costRateOf(cost, servers).toFixed(8))).toEqual(['0.86082251', '0.92847608', '1.05900734']);
    expect(cheapestServers(cost, [4, 5, 6, 7])).toBe(5);
  });

  it('the common step of times', () => {
    expect(commonStep([3.2, 7.9, 10])).toBeCloseTo(0.1, 8);
    expect(commonStep([0, 30, 360])).toBe(30);
    expect(commonStep([0, 0])).toBe(0);
  });
});
