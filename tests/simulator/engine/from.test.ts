import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyDay, anyDay } from '../../../simulator/agreement/any-day.ts';
import { aMonday } from '../../../simulator/agreement/both-journals.ts';
import { roles } from '../../../simulator/lobby/branch/service.ts';
import { attendanceOn } from '../../../simulator/workload/behaviour.ts';
import { whatCounts } from '../agreement/what-counts.ts';
import { runWhole, type TakenUp, takeUpAt, type WholeDay } from './cut-day.ts';
import { type InHeads, inHeadsAt } from './drilled-until.ts';
import { recordedStaff } from './recorded-staff.ts';

type Turnaround = AnyDay['model']['turnaround'][number];

/** As long as it is on average: what is drawn for a person begins anew where a day is taken up (SPEC Y23). */
const certain = ({ distribution, persistence: _, quiet, ...who }: Turnaround): Turnaround => {
  const always = (law: Turnaround['distribution']): Turnaround['distribution'] =>
    law.family === 'exponential' ? { family: 'constant', ms: law.meanMs } : law;
  return { ...who, distribution: always(distribution), ...(quiet ? { quiet: always(quiet) } : {}), persistence: 0 };
};

const certainly = ({ model, ...day }: AnyDay): AnyDay => ({
  ...day,
  model: { ...model, turnaround: model.turnaround.map(certain) },
});

/** After some of the events of a day: each a share of them, in 10,000ths. */
const cuts = fc.noBias(fc.array(fc.integer({ min: 0, max: 9_999 }), { minLength: 1, maxLength: 4 }));

/** What was going on at the moments at which days were cut. */
class Met {
  readonly count = {
    waiting: 0,
    called: 0,
    serving: 0,
    turnaround: 0,
    standby: 0,
    teams: 0,
    assisted: 0,
    later: 0,
    flex: 0,
    closing: 0,
    parked: 0,
    away: 0,
    owedAbsence: 0,
    onBreak: 0,
    owedBreak: 0,
    newcomers: 0,
    triages: 0,
    triageOfNobody: 0,
    putOff: 0,
    stayedAway: 0,
    otherShift: 0,
  };

  add({ plan, model, tape }: AnyDay, { behaviour, floor }: WholeDay, { asItWas, from, state }: TakenUp, heads: InHeads): void {
    const { count } = this;
    for (const { status, staff, assistedBy, current } of state.tickets.values()) {
      if (status === 'waiting' || status === 'called' || status === 'serving' || status === 'parked') count[status]++;
      if (staff.length > 1) count.teams++;
      if (assistedBy !== null) count.assisted++;
      if (current > 0) count.later++;
    }
    for (const { kind, id } of floor.branch.stations) {
      const { pauseReason, staff, status } = state.stations.get(id)!;
      if (status === 'wrap-up') count.turnaround++;
      if (pauseReason === 'back-office') count.away++;
      if (status !== 'closed' && staff.length === 0 && kind !== 'device') count.flex++;
    }
    for (const { onBreak } of state.staff.values()) if (onBreak) count.onBreak++;
    count.standby += from.people.filter(({ person }) => !from.places.some((place) => place.person === person)).length;
    count.owedAbsence += from.owedAbsences.length;
    count.owedBreak += from.owedBreaks.length;
    count.newcomers += from.newcomers.length;
    count.triages += heads.triages?.size ?? 0;
    for (const { ticket } of heads.triages?.values() ?? []) if (!state.tickets.has(ticket)) count.triageOfNobody++;
    if (from.atMs >= floor.closesMs) count.closing++;
    if (model.balking && asItWas[0]?.startsWith(`[${from.atMs + 1},"abandoned"`)) count.putOff++;
    const onRoster = [...new Set(floor.cast.members.flat())];
    const rostered = (role: string): number => onRoster.filter((person) => floor.branch.staff[person]!.role === role).length;
    if (roles.some((role) => attendanceOn(behaviour, role, tape.seed, tape.day) < rostered(role))) count.stayedAway++;
    const named = plan.roster.flatMap(({ person }) => (person === undefined ? [] : [person]));
    if (named.some((person, at) => state.staff.has(person) && named.indexOf(person) !== at)) count.otherShift++;
  }
}

describe('a run from a given state', () => {
  it(
    '[Y23] goes on as the day did: cut anywhere, taken up from the folded journal, what people have in their heads and the rest of the tape',
    () => {
      const met = new Met();
      fc.assert(
        // Every day that both engines are held to: what its staff did from there on is recorded, or not drawn.
        fc.property(anyDay, fc.boolean(), cuts, (drawn, recorded, shares) => {
          const day = recorded ? drawn : certainly(drawn);
          const whole = runWhole(day);
          const { journal } = whole;
          const closedAt = journal.at(-1)!.at;
          const momentsMs = shares
            .map((share) => journal[Math.floor((share / 10_000) * journal.length)]!.at)
            .filter((at) => at < closedAt)
            .map((at) => at - aMonday.midnightAt);
          const heads = inHeadsAt(day, momentsMs);
          for (const atMs of momentsMs) {
            const takenUp = takeUpAt(
              whole,
              atMs,
              heads.get(atMs)!,
              recorded ? recordedStaff(whole, aMonday.midnightAt + atMs) : null,
            );
            const { asItGoes, asItWas, unwritten, written } = takenUp;
            const parts = asItWas.findIndex((line, at) => line !== asItGoes[at]);
            if (parts >= 0 || asItGoes.length > asItWas.length)
              expect(asItGoes.slice(Math.max(0, parts - 3), parts + 3)).toEqual(asItWas.slice(Math.max(0, parts - 3), parts + 3));
            const [silent, loud] = [whatCounts(unwritten), whatCounts(written)];
            if (!isDeepStrictEqual(silent, loud)) expect(silent).toEqual(loud);
            if (!isDeepStrictEqual(takenUp.becomes, takenUp.became)) expect(takenUp.becomes).toEqual(takenUp.became);
            met.add(day, whole, takenUp, heads.get(atMs)!);
          }
        }),
        { numRuns: Number(process.env.FROM_RUNS ?? 250), seed: Number(process.env.FROM_SEED ?? 20261122) },
      );
      // the cuts meet everything that a state can hold, and all that it does not
      for (const [what, count] of Object.entries(met.count)) expect(count, what).toBeGreaterThan(1);
    },
    Number(process.env.FROM_RUNS ?? 250) * 240,
  );
});
