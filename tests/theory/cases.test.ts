import { describe, expect, it } from 'vitest';
import { priorityWaits, priorityWaitsMg1 } from '../../simulator/theory/priorities/priority.ts';
import { erlangA, meanWaitServed, servedWithin, waitTailA } from '../../simulator/theory/queues/erlang-a.ts';
import { erlangB } from '../../simulator/theory/queues/erlang-b.ts';
import { delayProbability, meansOf, meanWait, waitQuantile, waitTail } from '../../simulator/theory/queues/erlang-c.ts';
import { mg1Wait } from '../../simulator/theory/queues/mg1.ts';
import { mm1State, mmck } from '../../simulator/theory/queues/mmck.ts';
import { fewestServers, scheduledFor } from '../../simulator/theory/staffing/fewest-servers.ts';
import { offeredLoad } from '../../simulator/theory/through-the-day/offered-load.ts';
import { drawArrivals } from '../../simulator/workload/arrivals.ts';
import { Stream } from '../../simulator/workload/streams.ts';
import cases from './cases.json' with { type: 'json' };

// biome-ignore lint/suspicious/noExplicitAny: parameters differ by kind; the file is our own
type Params = any;

/** Keys that describe a case rather than a result. */
const described = new Set(['tableBlocking']);

const answers: Record<string, (params: Params) => Record<string, unknown>> = {
  'erlang-b': (p) => ({ block: erlangB(p.servers, p.offered) }),
  'erlang-c': (p) => {
    const queue = { servers: p.servers, lam: p.arrivalsPerHour / 3600, mu: 1 / p.ahtSec };
    return {
      pWait: delayProbability(queue),
      serviceLevel: 1 - waitTail(queue, p.targetSec),
      asaSec: meanWait(queue),
      occupancy: queue.lam / queue.mu / queue.servers,
    };
  },
  'erlang-c-sizing': (p) => {
    const queue = { lam: p.arrivalsPerHour / 3600, mu: 1 / p.ahtSec };
    const servers = fewestServers(
      (c) => 1 - waitTail({ ...queue, servers: c }, p.targetSec) >= p.serviceLevel && queue.lam / queue.mu / c <= p.maxOccupancy,
    );
    return { servers, scheduled: scheduledFor(servers, p.shrinkage) };
  },
  'erlang-c-sizing-table': (p) => ({
    rows: [10, 20, 30, 40, 60, 80, 100, 120].map((lamPerHour) => {
      const queue = { lam: lamPerHour / 60, mu: 1 / p.ahtMin };
      const servers = fewestServers((c) => 1 - waitTail({ ...queue, servers: c }, p.targetMin) >= p.serviceLevel);
      const sized = { ...queue, servers };
      return {
        lamPerHour,
        servers,
        serviceLevel: 1 - waitTail(sized, p.targetMin),
        meanWaitMin: meanWait(sized),
        occupancy: queue.lam / queue.mu / servers,
      };
    }),
  }),
  mmc: (p) => ({ ...meansOf(p), pWait: delayProbability(p), p90Wait: waitQuantile(p, 0.9) }),
  'mm1-state-probabilities': (p) => ({ p: [0, 1, 2, 3].map((n) => mm1State(p.lam, p.mu, n)) }),
  mmck: (p) => {
    const { p: states, ...rest } = mmck(p);
    return { ...rest, p0: states[0] };
  },
  'erlang-a': (p) => ({
    ...erlangA(p),
    ...(p.target === undefined ? {} : { pServedWithinTarget: servedWithin(p, p.target), pWaitGtTarget: waitTailA(p, p.target) }),
    meanWaitServed: meanWaitServed(p),
  }),
  'mg1-pk': (p) => ({ Wq: mg1Wait(p), Lq: p.lam * mg1Wait(p) }),
  'priority-mmc-nonpreemptive': (p) => ({ Wq: priorityWaits(p.servers, p.lams, p.mu) }),
  'priority-mg1-nonpreemptive': (p) => ({ Wq: priorityWaitsMg1(p.classes) }),
  'offered-load-Mt-M-inf': (p) => ({
    m: p.t.map((t: number) =>
      offeredLoad(
        (at) => p.lamBar * (1 + p.relAmp * Math.sin(p.gamma * at)),
        (u) => Math.exp(-p.mu * u),
        30 / p.mu,
        t,
        4000,
      ),
    ),
  }),
  'offered-load-Mt-D-inf': (p) => ({
    m: p.t.map((t: number) =>
      offeredLoad(
        (at) => p.lamBar * (1 + p.relAmp * Math.sin(p.gamma * at)),
        () => 1,
        p.D,
        t,
      ),
    ),
  }),
};

/** Kinds answered by simulation, in tests/simulator. */
const elsewhere = new Set(['nhpp-counts', 'bank-day-ode', 'bank-day-simulation']);

function compare(got: unknown, expected: unknown, tolerance: number, where: string): void {
  if (Array.isArray(expected)) {
    expected.forEach((value, at) => {
      compare((got as unknown[])[at], value, tolerance, `${where}[${at}]`);
    });
  } else if (typeof expected === 'object' && expected !== null) {
    for (const [key, value] of Object.entries(expected))
      compare((got as Record<string, unknown>)[key], value, tolerance, `${where}.${key}`);
  } else {
    const off = Math.abs((got as number) - (expected as number));
    expect(off, `${where}: got ${got}, expected ${expected}`).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(expected as number)),
    );
  }
}

describe('closed forms against published and recomputed values', () => {
  let compared = 0;
  for (const one of cases) {
    const answer = answers[one.kind];
    if (answer === undefined) continue;
    it(`${one.id} (${one.kind})`, () => {
      const got = answer(one.params);
      if (Array.isArray(one.expected)) {
        compare(got.rows, one.expected, one.tolerance, one.id);
      } else {
        for (const [key, value] of Object.entries(one.expected)) {
          if (described.has(key) || key.endsWith('StdErr') || (one.kind.startsWith('offered') && key !== 'm')) continue;
          expect(got, `${one.id} has no answer for ${key}`).toHaveProperty(key);
          compare(got[key], value, one.tolerance, `${one.id}.${key}`);
          compared++;
        }
      }
    });
  }

  it('answers every kind of the file, and compares something', () => {
    expect(
      [...new Set(cases.map((one) => one.kind))].filter((kind) => answers[kind] === undefined && !elsewhere.has(kind)),
    ).toEqual([]);
    expect(compared).toBeGreaterThan(80);
  });
});

describe('the arrivals that the workload draws', () => {
  it('nhpp-three-rates: mean counts per rate, within 4 standard errors', () => {
    const { params, expected } = cases.find((one) => one.kind === 'nhpp-counts') as Params;
    // 0.1 h steps hold the three rates exactly; the cycle is run twice
    const steps = Math.round(params.until * 10);
    const rateAt = (step: number) => params.ends.findIndex((end: number) => ((step / 10) % params.cycle) + 1e-9 < end);
    const kind = Array.from({ length: steps }, (_, step) => rateAt(step));
    const rate = {
      fromMs: 0,
      stepMs: 360_000,
      expected: Float64Array.from(kind, (k) => params.rates[k] / 10),
      total: 0,
    };
    const days = 4000;
    const counts = params.rates.map(() => 0);
    const out = new Float64Array(400);
    for (let day = 0; day < days; day++) {
      const drawn = drawArrivals(rate, 1, new Stream().start(7, day, 'arrivals'), out);
      for (let at = 0; at < drawn; at++) counts[kind[Math.floor(out[at]! / 360_000)]!]++;
    }
    counts.forEach((count: number, k: number) => {
      const mean = expected.meanCounts[k];
      expect(Math.abs(count / days - mean) / Math.sqrt(mean / days), `rate ${k}`).toBeLessThan(4);
    });
  });
});
