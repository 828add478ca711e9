import type { Floor } from '../../engine/floor/floor.ts';
import { Kernel } from '../../engine/kernel.ts';
import { makeOutcome } from '../../engine/results/outcome.ts';
import { makeSections, type SectionTallies, turnaroundOf } from '../../engine/results/study.ts';
import { tallyDay } from '../../engine/results/tally-day.ts';
import { figuresOn } from '../../engine/results/tally-figures.ts';
import { CannotRun, floorOf } from '../../engine/run.ts';
import { serviceWarnings } from '../../engine/warnings.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import type { RuleSpec } from '../../lobby/branch/rules.ts';
import type { JournalEntry } from '../../lobby/journal/event.ts';
import { mergeDayTally } from '../../lobby/kpi/day/day-tally.ts';
import { mergeTally } from '../../lobby/kpi/tally.ts';
import { type Behaviour, behaviourOf, plainBehaviour } from '../../workload/behaviour.ts';
import { empirical } from '../../workload/distributions/empirical.ts';
import type { Model } from '../../workload/model.ts';
import type { Turnaround } from '../../workload/turnaround.ts';
import { type RecordedDay, recordedDay } from './recorded-day.ts';
import { daysOfJournal } from './split-days.ts';

/** What is changed on the recorded days; what is not named stays as it was. */
export interface ReplayQuestion {
  readonly plan?: Plan | undefined;
  readonly strategy?: RuleSpec | undefined;
  readonly greeting?: RuleSpec | undefined;
  /** Says what is not on record; the record's own figures do when absent. */
  readonly model?: Model | null | undefined;
  readonly seed: number;
}

export interface Replay {
  readonly dates: readonly string[];
  /** Plan and rule of the first day as replayed. */
  readonly plan: string;
  readonly strategy: string;
  readonly staffFrom: 'plan' | 'record';
  readonly recorded: SectionTallies;
  readonly replayed: SectionTallies;
  readonly visits: number;
  /** Figures that no record holds, by what they are. */
  readonly drawn: { readonly patience: number; readonly work: number };
  readonly dropped: number;
  readonly notes: readonly string[];
}

/** Half of obeyed and not: those on record who obeyed are below, the others above. */
const obeyShare = 0.5;
const usualTriageLimitMs = 120_000;

/** Recorded days, one business day of a journal after the other, under what is asked. */
export function replay(journal: readonly JournalEntry[], question: ReplayQuestion): Replay {
  const { greeting, model = null, seed, strategy } = question;
  const days = daysOfJournal(journal);
  if (days.length === 0)
    throw new CannotRun('journal', [
      { path: 'events', message: 'no business day is opened in it after the branch was configured' },
    ]);
  const recorded = makeSections(days.length);
  const replayed = makeSections(days.length);
  const made = days.map((day, at) => {
    const one = recordedDay(day, model, seed, at);
    const plan = {
      ...one.plan,
      ...(question.plan ?? {}),
      ...(strategy ? { calling: strategy } : {}),
      ...(greeting ? { greeting } : {}),
    };
    const floor = floorOf(one.branch, plan, day.calendar.weekday);
    const outcome = makeOutcome();
    new Kernel(floor, turnaroundFrom(one, model, floor), behaviourFrom(one, model)).run(one.tape, outcome);
    const section = at % replayed.days.length;
    tallyDay(floor, outcome, replayed.tallies[section]!);
    figuresOn(floor, model?.wages)(one.tape, outcome, replayed.figures[section]!);
    mergeTally(recorded.tallies[section]!, one.recorded.perNeed);
    mergeDayTally(recorded.figures[section]!, one.recorded.days);
    recorded.days[section]!++;
    replayed.days[section]!++;
    const served = new Set(one.tape.service.subarray(0, one.tape.needs));
    const left = [...served].flatMap((service) => serviceWarnings(one.branch.services[service]!));
    return { ...one, notes: [...one.notes, ...left], rule: floor.rule.id, planId: plan.id };
  });
  const sum = (of: (one: RecordedDay) => number): number => made.reduce((total, one) => total + of(one), 0);
  return {
    dates: days.map(({ calendar }) => calendar.date),
    plan: made[0]!.planId,
    strategy: made[0]!.rule,
    staffFrom: question.plan ? 'plan' : made[0]!.staffFrom,
    recorded,
    replayed,
    visits: sum(({ tape }) => tape.visits),
    drawn: { patience: sum(({ drawn }) => drawn.patience), work: sum(({ drawn }) => drawn.work) },
    dropped: sum(({ dropped }) => dropped),
    notes: [...new Set(made.flatMap(({ notes }) => notes))],
  };
}

function behaviourFrom({ recallAfterMs, tape }: RecordedDay, model: Model | null): Behaviour {
  const base = model ? behaviourOf(model) : plainBehaviour;
  return {
    ...base,
    balking: null,
    recallAfterMs: recallAfterMs ?? base.recallAfterMs,
    triage: tape.triageMs === null ? null : { waitLimitMs: base.triage?.waitLimitMs ?? usualTriageLimitMs, obeyShare },
  };
}

/** Turnarounds beyond those on record: the model's, else as those of the same role on record. */
function turnaroundFrom({ staff }: RecordedDay, model: Model | null, floor: Floor): readonly (Turnaround | null)[] {
  if (model) return turnaroundOf(model, floor);
  return floor.groups.map(({ role }) => {
    const seen = [...staff.turnaroundMs].flatMap(([person, gaps]) => (staff.joined.get(person)?.role === role ? gaps : []));
    return seen.length > 0 ? empirical(seen) : null;
  });
}
