import { describe, expect, it } from 'vitest';
import { serverCodes } from '../../../simulator/history/clean/server-codes.ts';
import type { Visit } from '../../../simulator/history/clean/visit.ts';
import { CallOrder } from '../../../simulator/history/fit/calling/call-order.ts';
import { Namer } from '../../../simulator/history/fit/namer.ts';
import { fitTurnaround } from '../../../simulator/history/fit/staff/fit-turnaround.ts';
import { Gaps } from '../../../simulator/history/fit/staff/gaps.ts';
import { workByServer } from '../../../simulator/history/fit/staff/servers.ts';
import { ServiceCounts } from '../../../simulator/history/fit/staff/skill-pools.ts';
import { IntervalCounts, meanOf, turnaroundEdges, turnbull, valuesOf } from '../../../simulator/history/fit/staff/turnbull.ts';
import { exponential } from '../../../simulator/workload/distributions/exponential.ts';
import { Stream } from '../../../simulator/workload/streams.ts';
import { minute, visit } from './visit.ts';

it('servers keep their badge, and lose what may be a name', () => {
  const { codes, renamed } = serverCodes(['W3', '李梅', 'S01', 'Maria']);
  expect(Object.fromEntries(codes)).toEqual({ W3: 'W3', S01: 'S01', 李梅: 'S02', Maria: 'S03' });
  expect(renamed).toBe(2);
});

it('[HL4] a service that few give: who never did is not taken to do it, though it was seldom due', () => {
  const counts = new ServiceCounts();
  const work = { startMs: 0, endMs: 0, waitMs: 0, takenMs: 0, readyMs: null, noShow: false };
  for (let server = 0; server < 12; server++) {
    const rare = [7, 13, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0][server]!;
    const usual = server === 11 ? 4 : 300;
    counts.add(`W${server}`, [
      ...Array.from({ length: usual }, () => ({ ...work, service: 'usual' })),
      ...Array.from({ length: rare }, () => ({ ...work, service: 'rare' })),
    ]);
  }
  const skills = counts.skills();
  const able = [...skills].filter(([, services]) => services.has('rare')).map(([server]) => server);
  // of the last nothing is known
  expect(able).toEqual(['W0', 'W1', 'W2', 'W11']);
  expect([...skills.values()].every((services) => services.has('usual'))).toBe(true);
});

it('[HL4] skill pools: not done, though often enough due, is not theirs', () => {
  const counts = new ServiceCounts();
  const did = (server: string, service: string, times: number): void =>
    counts.add(
      server,
      Array.from({ length: times }, () => ({ startMs: 0, endMs: 0, service, waitMs: 0, takenMs: 0, readyMs: null, noShow: false })),
    );
  for (const server of ['W1', 'W2']) {
    did(server, 'A', 60);
    did(server, 'B', 40);
  }
  did('W3', 'A', 50);
  did('W4', 'A', 3);
  const skills = counts.skills();
  expect(skills.get('W1')).toEqual(new Set(['A', 'B']));
  expect(skills.get('W3')).toEqual(new Set(['A']));
  // three services are too few to tell
  expect(skills.get('W4')).toEqual(new Set(['A', 'B']));
  expect(counts.pools().map(({ servers, lacks }) => [servers.length, lacks])).toEqual([
    [3, []],
    [1, ['B']],
  ]);
});

describe('turnaround', () => {
  const edges = turnaroundEdges(30 * minute);

  it('[HL6] is found back from lengths of which half are only known to lie below something', () => {
    const truth = exponential(60_000);
    const stream = new Stream().start(5, 0, 'turnaround');
    const counts = new IntervalCounts(edges);
    let naive = 0;
    for (let n = 0; n < 20_000; n++) {
      const length = truth.quantile(stream.uniform());
      const arrival = 120_000 * stream.uniform();
      // somebody waits from the start in half of the cases; else the next customer comes at a moment of their own
      if (n % 2 === 0 || arrival <= length) counts.add(length, length);
      else counts.add(0, arrival);
      naive += n % 2 === 0 || arrival <= length ? length : arrival;
    }
    const share = turnbull(edges, counts.counts);
    expect(meanOf(edges, share) / 60_000).toBeCloseTo(1, 1);
    expect(naive / 20_000 / 60_000).toBeGreaterThan(1.2);
    const values = valuesOf(edges, share, 400);
    expect(values.reduce((sum, value) => sum + value, 0) / 400 / 60_000).toBeCloseTo(1, 1);
  });

  it('tells from gaps whether somebody waited, and how long the server was surely away', () => {
    // W1 ends at 10; N2 had waited since 8: exact. W1 ends at 15 with nobody waiting; N3 walks in at 20 and is served at once,
    // but somebody whom W1 can serve waited from 16 to 18: more than 3 min, at most 5.
    const visits = [
      visit('W1', 5, 10),
      visit('W1', 11, 15, 3),
      visit('W1', 20, 22),
      visit(null, 18, 19, 2),
      visit(null, 19, 19.5, 3, { service: 'B' }),
    ];
    const gaps = new Gaps(30 * minute);
    gaps.add(visits, workByServer(visits), new Map([['W1', new Set(['A'])]]));
    const own = gaps.by.get('W1')!;
    expect([own.waiting.total, own.waiting.exact, own.quiet.total, own.quiet.exact]).toEqual([1, 1, 1, 0]);
    const known = new IntervalCounts(own.quiet.edges);
    known.add(3 * minute, 5 * minute);
    expect(own.quiet.counts).toEqual(known.counts);
  });

  it('is told by server where there are gaps enough, pooled for all, with what clusters', () => {
    const gaps = new Gaps(30 * minute);
    for (const [server, mean] of [
      ['W1', 20_000],
      ['W2', 80_000],
    ] as const) {
      const stream = new Stream().start(9, 0, 'turnaround', mean);
      const { quantile } = exponential(mean);
      const visits: Visit[] = [];
      let at = 0;
      for (let n = 0; n < 800; n++) {
        const gap = quantile(stream.uniform()) / minute;
        // every other customer had waited
        visits.push(visit(server, at + gap, at + gap + 2, n % 2 === 0 ? gap + 1 : 0));
        at += gap + 2;
      }
      gaps.add(visits, workByServer(visits), new Map());
    }
    const { entries, summary } = fitTurnaround(gaps, 30 * minute, true);
    expect(entries.map(({ staff }) => staff?.[0])).toEqual(['W1', 'W2', undefined]);
    const mean = (at: number): number => {
      const { distribution } = entries[at]!;
      if (distribution.family !== 'empirical') throw new Error('empirical expected');
      return distribution.valuesMs.reduce((sum, value) => sum + value, 0) / distribution.valuesMs.length;
    };
    expect(mean(0) / 20_000).toBeCloseTo(1, 0);
    expect(mean(1) / 80_000).toBeCloseTo(1, 0);
    const { intervals } = entries[0]!.evidence!;
    expect(intervals!.meanMs!.low).toBeLessThan(mean(0));
    expect(intervals!.meanMs!.high).toBeGreaterThan(mean(0));
    expect(summary!.persistence.low).toBeLessThan(0.2);
  });
});

describe('the rule of calling', () => {
  const day = (boostMin: number): { visits: Visit[]; namer: Namer } => {
    const stream = new Stream().start(3, 0, 'arrivals');
    const waiting: { at: number; segment: string }[] = [];
    const visits: Visit[] = [];
    let arrival = 0;
    for (let now = 0; now < 4000; now += 1) {
      while (arrival < now) {
        waiting.push({ at: arrival, segment: stream.uniform() < 0.3 ? 'vip' : 'normal' });
        arrival += 2 * stream.uniform();
      }
      const score = ({ at, segment }: { at: number; segment: string }): number => at - (segment === 'vip' ? boostMin : 0);
      waiting.sort((a, b) => score(a) - score(b));
      const next = waiting.length > 12 || stream.uniform() < 0.7 ? waiting.shift() : undefined;
      if (next !== undefined) visits.push(visit('W1', now, now + 1, now - next.at, { segment: next.segment }));
    }
    const namer = new Namer();
    for (const one of visits) namer.see(one);
    return { visits, namer };
  };
  const found = (boostMin: number) => {
    const { visits, namer } = day(boostMin);
    const order = new CallOrder();
    order.add(visits, namer.names([]), new Map());
    return order.fit();
  };

  it('is first come, first served where order of arrival tells every call', () => {
    expect(found(0).boosts.size).toBe(0);
  });

  it('[HL7] finds the head start of a segment', () => {
    const { boosts, summary } = found(5);
    expect(boosts.get('normal')).toBe(0);
    expect(boosts.get('vip')! / minute).toBeGreaterThan(4.7);
    expect(boosts.get('vip')! / minute).toBeLessThan(5.3);
    expect(summary!.segments[0]!.agreement).toBeGreaterThan(0.99);
    expect(summary!.segments[0]!.agreementFcfs).toBeLessThan(0.95);
  });
});
