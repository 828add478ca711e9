import type { AnyDay } from '../../../simulator/agreement/any-day.ts';
import { aMonday } from '../../../simulator/agreement/both-journals.ts';
import { Entity } from '../../../simulator/drill/simjs-loader.ts';
import { type Stage, setStage } from '../../../simulator/drill/stage.ts';
import type { BesideState } from '../../../simulator/engine/lobby-now.ts';

/** What people have in their heads at a moment of a day, and is in no state of the lobby. */
export type InHeads = Pick<BesideState, 'newcomers' | 'triages' | 'greetedUntil' | 'owedBreaks' | 'owedAbsences'>;

/** Looks at the stage between one ms and the next. */
class Onlooker extends Entity {
  start(momentsMs: readonly number[], look: (atMs: number) => void): void {
    for (const atMs of momentsMs) this.setTimer(atMs + 0.5).done(() => look(atMs));
  }
}

/** The day as the drill plays it, asked at each of these moments, ms after midnight; its people know what they are about to do. */
export function inHeadsAt({ model, plan, tape }: AnyDay, momentsMs: readonly number[]): ReadonlyMap<number, InHeads> {
  const stage = setStage(tape, plan, model, aMonday);
  const seen = new Map<number, InHeads>();
  stage.sim.addEntity(Onlooker, 'onlooker', momentsMs, (atMs: number) => seen.set(atMs, heads(stage)));
  stage.sim.simulate(Math.max(...momentsMs) + 0.75, Number.MAX_SAFE_INTEGER);
  return seen;
}

function heads({ crews, hall, people, reception }: Stage): InHeads {
  const { changes } = hall.setting.cast;
  return {
    newcomers: reception?.waiting ?? [],
    triages: new Map(
      people.flatMap(({ personId, triage }) =>
        triage === null ? [] : [[personId, { ticket: triage.ticket, endsAtMs: triage.untilMs }]],
      ),
    ),
    greetedUntil: new Map(people.map(({ greetedUntilMs, personId }) => [personId, greetedUntilMs])),
    owedBreaks: crews.flatMap(({ dues }, group) =>
      dues.breaks.map(({ from, shiftEndMs, to }) => ({
        change: changes.findIndex(
          (one) =>
            one.kind === 'break' && one.group === group && one.atMs === from && one.toMs === to && one.shiftEndMs === shiftEndMs,
        ),
        left: 1,
      })),
    ),
    owedAbsences: new Map(
      people.flatMap(({ owedAbsenceMs, personId }) => (owedAbsenceMs === null ? [] : [[personId, owedAbsenceMs]])),
    ),
  };
}
