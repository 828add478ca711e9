import { beginOutcome, fates, type Outcome } from '../../simulator/engine/results/outcome.ts';
import { hourMs, minuteMs } from '../../simulator/workload/clock.ts';
import { makeDistribution } from '../../simulator/workload/distributions/table.ts';
import { Stream } from '../../simulator/workload/streams.ts';
import type { Tape } from '../../simulator/workload/tape.ts';

/** What a lobby of the experiment has and a fitted model knows nothing of. */
export interface Richer {
  /** Each person's clusters of short absences an hour, and absences of one cluster in the mean. */
  readonly clustersPerHour: number;
  readonly clusterMean: number;
  readonly absenceMeanMs: number;
  /** Times an hour that half of those at work are away at once (a delivery, a talk). */
  readonly togetherPerHour: number;
  /** Mean of what somebody does between two customers. */
  readonly turnaroundMeanMs: number;
  /** While more than so many wait for each who is at work, work is shorter and absences are put off. */
  readonly crowd: number;
  readonly hurry: number;
  /** Factor of the work of who is called when nobody else waits. */
  readonly calm: number;
}

/** Nothing of it: the lobby of the model. */
export const plainLobby: Richer = {
  clustersPerHour: 0,
  clusterMean: 1,
  absenceMeanMs: 1,
  togetherPerHour: 0,
  turnaroundMeanMs: 0,
  crowd: Number.POSITIVE_INFINITY,
  hurry: 1,
  calm: 1,
};

/** One person at work from one time to another. */
export interface Spell {
  readonly who: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** What the log of a lobby says of a served need. */
export type Served = (visit: number, who: string, startMs: number, endMs: number) => void;

interface Person extends Spell {
  /** When the next thing happens to them; never for who is gone. */
  nextMs: number;
  idleSince: number;
  readonly absences: { atMs: number; readonly lengthMs: number; putOff: number }[];
}

const putOffMs = 5 * minuteMs;
const mostPutOff = 3;
const gapMeanMs = 5 * minuteMs;

/**
 * A day of one line, first come first served, at which everybody does everything: written for the experiment and apart from the engine, so
 * that the truth owes the model nothing but the law of arrivals. Staff end what they have begun; at closing they stay while somebody waits.
 */
export function richerDay(
  tape: Tape,
  spells: readonly Spell[],
  closesMs: number,
  richer: Richer,
  workFactor: number,
  outcome: Outcome,
  served?: Served,
): void {
  beginOutcome(outcome, tape.visits, tape.visits, false);
  outcome.service.set(tape.service.subarray(0, tape.visits));
  const people = spells.map((spell, at) => personOf(spell, at, tape, richer));
  const turnaround = new Stream().start(tape.seed, tape.day, 'turnaround');
  const gap =
    richer.turnaroundMeanMs > 0 ? makeDistribution({ family: 'lognormal', meanMs: richer.turnaroundMeanMs, cv: 1 }) : null;
  let line: number[] = [];
  const gone = (visit: number, nowMs: number): boolean => tape.arrivalMs[visit]! + tape.patienceMs[visit]! <= nowMs;
  const purge = (nowMs: number): void => {
    if (!line.some((visit) => gone(visit, nowMs))) return;
    for (const visit of line) {
      if (!gone(visit, nowMs)) continue;
      outcome.fate[visit] = fates.left;
      outcome.waitMs[visit] = tape.patienceMs[visit]!;
    }
    line = line.filter((visit) => !gone(visit, nowMs));
  };
  const atWork = (nowMs: number): number => people.filter(({ fromMs, nextMs }) => fromMs <= nowMs && nextMs < Infinity).length;
  const crowded = (nowMs: number): boolean => line.length > richer.crowd * Math.max(1, atWork(nowMs));
  const start = (person: Person, visit: number, nowMs: number): void => {
    outcome.fate[visit] = fates.served;
    outcome.waitMs[visit] = nowMs - tape.arrivalMs[visit]!;
    const pace = crowded(nowMs) ? richer.hurry : line.length === 0 ? richer.calm : 1;
    const endMs = nowMs + Math.round(tape.workMs[visit]! * workFactor * pace);
    served?.(visit, person.who, nowMs, endMs);
    person.idleSince = Infinity;
    person.nextMs = endMs + (gap === null ? 0 : Math.round(gap.quantile(turnaround.uniform())));
  };
  const turnTo = (person: Person, nowMs: number): void => {
    purge(nowMs);
    if (nowMs >= person.toMs && (person.toMs < closesMs || line.length === 0)) {
      person.nextMs = Infinity;
      person.idleSince = Infinity;
      return;
    }
    const absence = person.absences[0];
    if (absence !== undefined && absence.atMs <= nowMs) {
      if (crowded(nowMs) && absence.putOff < mostPutOff) {
        absence.atMs = nowMs + putOffMs;
        absence.putOff++;
      } else {
        person.absences.shift();
        person.idleSince = Infinity;
        person.nextMs = nowMs + absence.lengthMs;
        return;
      }
    }
    const visit = line.shift();
    if (visit !== undefined) {
      start(person, visit, nowMs);
      return;
    }
    person.idleSince = Math.min(person.idleSince, nowMs);
    person.nextMs = Math.max(nowMs + 1, Math.min(person.toMs, person.absences[0]?.atMs ?? Infinity));
  };
  let arrived = 0;
  for (;;) {
    const next = people.reduce<Person | null>((first, one) => (one.nextMs < (first?.nextMs ?? Infinity) ? one : first), null);
    const arrivalMs = arrived < tape.visits ? tape.arrivalMs[arrived]! : Infinity;
    if (next === null && arrivalMs === Infinity) break;
    if (next !== null && next.nextMs <= arrivalMs) {
      turnTo(next, next.nextMs);
      continue;
    }
    const visit = arrived++;
    const free = people.reduce<Person | null>((first, one) => (one.idleSince < (first?.idleSince ?? Infinity) ? one : first), null);
    if (free === null) line.push(visit);
    else start(free, visit, arrivalMs);
  }
}

function personOf(spell: Spell, at: number, tape: Tape, richer: Richer): Person {
  const stream = new Stream().start(tape.seed, tape.day, 'absence', at);
  const length = makeDistribution({ family: 'lognormal', meanMs: richer.absenceMeanMs, cv: 1 });
  const exponential = (meanMs: number, from: Stream): number => -meanMs * Math.log(from.uniform());
  const absences: Person['absences'] = [];
  const add = (atMs: number, from: Stream): void => {
    absences.push({ atMs, lengthMs: Math.round(length.quantile(from.uniform())), putOff: 0 });
  };
  if (richer.clustersPerHour > 0) {
    for (let ms = spell.fromMs; ; ) {
      ms += exponential(hourMs / richer.clustersPerHour, stream);
      if (ms >= spell.toMs) break;
      add(Math.round(ms), stream);
      for (let again = ms; stream.uniform() < 1 - 1 / richer.clusterMean; ) {
        again += exponential(gapMeanMs, stream);
        add(Math.round(again), stream);
      }
    }
  }
  if (richer.togetherPerHour > 0) {
    // of everybody: one stream for the times, everybody's own for who goes
    const together = new Stream().start(tape.seed, tape.day, 'attendance');
    for (let ms = 0; ms < spell.toMs; ms += exponential(hourMs / richer.togetherPerHour, together)) {
      const goes = stream.uniform() < 0.5;
      if (goes && ms >= spell.fromMs) add(Math.round(ms), stream);
    }
  }
  absences.sort((a, b) => a.atMs - b.atMs);
  return { ...spell, nextMs: spell.fromMs, idleSince: Infinity, absences };
}
