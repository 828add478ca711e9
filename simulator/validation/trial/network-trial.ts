import { makeOutcome, visitOfRecord } from '../../engine/results/outcome.ts';
import { type OpenNetwork, ratesThrough } from '../../theory/queues/open-network.ts';
import { dayMs } from '../../workload/clock.ts';
import { makeTape } from '../../workload/tape.ts';
import { kernelOf } from './kernel-of.ts';
import { lobbyLimits } from './lobby-of.ts';
import type { Trial } from './measure.ts';
import { networkLobby } from './network-lobby.ts';
import { networkTape } from './network-tape.ts';
import { relaxationTime } from './relaxation.ts';
import { counted, warmUp } from './stationary.ts';

const visitsOfDay = { least: 3_000, most: 300_000 } as const;

/**
 * Days of a network in the long run, as independent ones from an empty lobby; whoever comes in the middle of a day counts. Sum 0 is
 * their time from entering to leaving in ms, sum 1 their number. Slowest of all things is that every station comes to rest, one behind
 * the other. Null, with the reason, where a branch or a day is too small.
 */
export function networkTrial(network: OpenNetwork, seed: number): { trial: Trial; unitMs: number } | { reason: string } {
  const { stations, arrivals, routing } = network;
  const servers = stations.map((station) => station.servers);
  if (servers.reduce((sum, count) => sum + count, 0) > lobbyLimits.counters)
    return { reason: `a branch has at most ${lobbyLimits.counters} counters` };
  const through = ratesThrough(network);
  const relaxation = stations.reduce(
    (sum, station, at) => sum + (through[at]! > 0 ? relaxationTime({ ...station, lam: through[at]! }) : 0),
    0,
  );
  const rate = arrivals.reduce((sum, one) => sum + one, 0);
  const side = warmUp * relaxation;
  const window = Math.max(
    4 * relaxation,
    Math.min(Math.max(counted * relaxation, visitsOfDay.least / rate), visitsOfDay.most / rate),
  );
  const unitMs = dayMs / (2 * side + window);
  if (stations.some(({ mu }) => unitMs / mu < 100))
    return { reason: 'so near saturation that no day of 24 h, in whole ms, is long enough' };
  const { model, plan } = networkLobby(servers);
  const { kernel } = kernelOf(model, plan);
  const demand = { arrivals: arrivals.map((one) => one / unitMs), meanServiceMs: stations.map(({ mu }) => unitMs / mu), routing };
  const tape = makeTape(0);
  const outcome = makeOutcome();
  const [fromMs, toMs] = [side * unitMs, (side + window) * unitMs];
  const trial: Trial = {
    classes: 0,
    sums: 2,
    customersPerDay: (through.reduce((sum, one) => sum + one, 0) * dayMs) / unitMs,
    run(day, { sums }) {
      networkTape(demand, seed, day, tape);
      kernel.run(tape, outcome);
      const counts = (visit: number): boolean => tape.arrivalMs[visit]! >= fromMs && tape.arrivalMs[visit]! < toMs;
      for (let visit = 0; visit < tape.visits; visit++) if (counts(visit)) sums[1]!++;
      for (let record = 0; record < outcome.records; record++)
        if (counts(visitOfRecord(outcome, record))) sums[0]! += outcome.waitMs[record]! + outcome.workMs[record]!;
    },
  };
  return { trial, unitMs };
}
