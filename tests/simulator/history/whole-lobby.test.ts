import { describe, expect, it } from 'vitest';
import { backtest } from '../../../simulator/history/backtest/backtest.ts';
import { fitHistory } from '../../../simulator/history/fit/fit.ts';
import { generateLog } from '../../../simulator/history/generated-log.ts';
import { memorySource } from '../../../simulator/history/read/byte-source.ts';
import { journalOfDays } from '../../../simulator/study/journal-of-days.ts';
import { makeDistribution } from '../../../simulator/workload/distributions/table.ts';
import { wholeLobby } from './whole-lobby.ts';

const historyOf = (name: string, text: string) => ({
  files: [memorySource(name, new TextEncoder().encode(text))],
  about: null,
  folder: 'whole',
});
const text = [...generateLog(wholeLobby, { seed: 12, days: 10, dirty: false })].join('');
const { log, model, report } = fitHistory(historyOf('log.csv', text));
const { found } = report;
type Limits = { readonly low: number; readonly high: number } | undefined;
const holds = (limits: Limits, value: number): boolean => limits !== undefined && limits.low <= value && value <= limits.high;

describe('a log that tells more than waits and work', () => {
  it('[HL10] recalls and no-shows are found back, each with limits and the records behind it', () => {
    expect(model.answers).toMatchObject({ recallAfterMs: 15_000 });
    const { intervals, records } = model.answers!.evidence!;
    expect(records).toBe(found.answers.called);
    expect(holds(intervals!.away, 0.12)).toBe(true);
    expect(holds(intervals!.gone, 0.03)).toBe(true);
    expect(intervals!.away!.high - intervals!.away!.low).toBeLessThan(0.05);
    expect(model.branch.rules.callsBeforeNoShow).toBe(2);
  });

  it('[HL10] time spent calling is no turnaround', () => {
    const { meanQuietMs, meanWaitingMs } = found.turnaround!;
    expect(meanWaitingMs / 25_000).toBeGreaterThan(0.8);
    expect(meanWaitingMs / 25_000).toBeLessThan(1.25);
    expect(meanQuietMs / 25_000).toBeLessThan(1.3);
  });

  it('[HL11] transfers are found back; what comes second under a ticket is no arrival', () => {
    const [transfer, ...more] = model.transfers;
    expect(more).toEqual([]);
    expect(transfer).toMatchObject({ service: 'loan', to: 'wealth' });
    expect(holds(transfer!.evidence!.intervals!.share, 0.08)).toBe(true);
    expect(holds(model.arrivals[0]!.evidence!.intervals!.perDay, 288)).toBe(true);
    const both = model.arrivals[0]!.mix.filter(({ further }) => further?.join() === 'cash' && true);
    expect(both.map(({ service }) => service)).toEqual(['loan']);
    expect(found.onward.further).toBeGreaterThan(150);
  });

  it('[HL12] devices and how often they fail; work by place', () => {
    expect(holds(model.deviceFailures[0]!.evidence!.intervals!.share, 0.06)).toBe(true);
    const { branch } = model;
    expect(branch.services.find(({ id }) => id === 'cash')!.modes.map(({ at }) => at)).toEqual(['device', 'counter']);
    expect(branch.services.find(({ id }) => id === 'wealth')!.modes).toMatchObject([{ at: 'desk', team: [{ role: 'advisor' }] }]);
    expect(branch.stations.filter(({ kind }) => kind === 'device').length).toBe(3);
    expect(branch.staff.map(({ id, role }) => `${id} ${role}`).sort()).toEqual([
      'advisor-1 advisor',
      'advisor-2 advisor',
      'teller-1 teller',
      'teller-2 teller',
      'teller-3 teller',
      'teller-4 teller',
    ]);
    const meanAt = (mode: string): number =>
      makeDistribution(model.work.find((entry) => entry.service === 'cash' && entry.mode === mode)!.distribution).meanMs;
    expect(meanAt('device') / 150_000).toBeCloseTo(1, 0.7);
    expect(meanAt('counter') / 240_000).toBeCloseTo(1, 0.7);
    expect(model.customers!.traits[0]!.share).toBeGreaterThan(0.25);
    expect(model.customers!.traits[0]!.share).toBeLessThan(0.35);
    // Desks are seldom used, and their staff are at work all the same.
    const atNoon = model.plan!.roster.filter(({ from, to }) => from <= '12:00' && to > '12:00');
    const people = (role: string): number => atNoon.reduce((sum, shift) => sum + (shift.role === role ? shift.count : 0), 0);
    expect([people('teller'), people('advisor')]).toEqual([4, 2]);
  });

  it('[HL13] what people come for by part of the day, where it differs', () => {
    expect(found.arrivals[0]!.mix!.p).toBeLessThan(0.001);
    const loan = model.arrivals[0]!.mix.find(({ further, service }) => service === 'loan' && further === undefined)!
      .share as number[];
    expect(loan[0]! / 0.1).toBeCloseTo(1, 0.3);
    expect(loan[15]! / 0.3).toBeCloseTo(1, 0.3);
  });

  it('[HB1] days are run again with everybody at a station of their own kind, devices beside them', () => {
    const tested = backtest({
      log,
      days: log.days.slice(0, 6),
      modelFor: () => ({ model, spellLimitMs: found.spellLimitMs }),
      seed: 3,
      runs: 3,
      withinMs: 300_000,
    });
    const mean = (kpis: typeof tested.observed): number => (kpis.waitMeanMs as { value: number }).value;
    expect(mean(tested.simulated) / mean(tested.observed)).toBeGreaterThan(0.8);
    expect(mean(tested.simulated) / mean(tested.observed)).toBeLessThan(1.25);
    const served = (kpis: typeof tested.observed): number => (kpis.served as { value: number }).value;
    expect(served(tested.simulated) / served(tested.observed)).toBeCloseTo(1, 1.5);
    expect(tested.byService.map(({ of, simulatedMs }) => [of, simulatedMs !== null && simulatedMs > 0])).toEqual([
      ['cash', true],
      ['loan', true],
      ['wealth', true],
    ]);
  });
});

it('[HR8] a journal brings its own branch and plan, and every turnaround', () => {
  const journal = [...journalOfDays(wholeLobby, wholeLobby.arrivals[0]!, wholeLobby.plan!, 4, 1)]
    .map((event) => JSON.stringify({ ...event, prev: '0'.repeat(64) }))
    .join('\n');
  const fitted = fitHistory(historyOf('journal.ndjson', journal));
  const { branch } = fitted.model;
  expect({ lines: branch.lines, rules: branch.rules, services: branch.services }).toEqual({
    lines: wholeLobby.branch.lines,
    rules: wholeLobby.branch.rules,
    services: wholeLobby.branch.services,
  });
  expect(branch.stations.map(({ id, kind }) => `${id} ${kind}`)).toEqual(
    wholeLobby.branch.stations.map(({ id, kind }) => `${id} ${kind}`),
  );
  expect(fitted.model.plan).toEqual(wholeLobby.plan);
  const { exact, gaps, meanWaitingMs } = fitted.report.found.turnaround!;
  expect(exact).toBe(gaps);
  expect(meanWaitingMs / 25_000).toBeCloseTo(1, 0.5);
});

describe('a log that does not tell', () => {
  it('says so, a line each', () => {
    const plain = text
      .split('\n')
      .filter((line) => !/device-failed|transferred/.test(line))
      .map((line) => line.split(',').slice(0, 8).join(','))
      .join('\n');
    const { assumed } = fitHistory(historyOf('log.csv', plain.replaceAll(/,(?:teller-|advisor-|X)(\d),/g, ',W$1,'))).report;
    const told = assumed.join('\n');
    expect(told).toContain('do not count calls, so recalls are not known');
    expect(told).toContain('link no two services of one visit');
    expect(told).toContain('do not say where a service took place');
  });
});
