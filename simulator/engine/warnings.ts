import type { Plan } from '../lobby/branch/plan.ts';
import { optionsFor } from '../lobby/greeting/options-for.ts';
import type { Problem } from '../lobby/problem.ts';
import { clockOfMs, msOfClock } from '../workload/clock.ts';
import type { Model } from '../workload/model.ts';
import type { ArrivalProfile } from '../workload/model-shape.ts';
import { closesAt, hoursOn, opensAt } from '../workload/opening.ts';
import type { Floor } from './floor.ts';
import { CannotRun, floorOf } from './run.ts';

/**
 * What the engine simplifies about the visits of a model, in plain words. Throws `CannotRun` for visits that it cannot run at all.
 */
export function visitWarnings(model: Model, profile: ArrivalProfile): string[] {
  const { branch } = model;
  const problems: Problem[] = [];
  const warnings = new Set<string>();
  for (const { path, service, segment } of needsOf(model, profile)) {
    const declared = branch.services.find(({ id }) => id === service)!;
    if (optionsFor(branch, service, segment).length === 0)
      problems.push({ path, message: `no line takes service "${service}" for segment "${segment}"` });
    for (const { at, team } of declared.modes) {
      if (at === 'device' || at === 'assisted-device') continue;
      if (team.slice(1).some(({ role, joins }) => role === 'greeter' && joins === 'start'))
        problems.push({ path, message: `service "${service}" takes a greeter into its team, which is not simulated` });
      if (team.some(({ joins }) => joins === 'later'))
        warnings.add(`who joins "${service}" later is not simulated: nobody is fetched`);
    }
  }
  if (problems.length > 0) throw new CannotRun(`model "${model.id}"`, problems);
  return [...warnings];
}

/** Every need that somebody may have: those of the mix, booked ones, and where transfers lead. */
function needsOf(model: Model, profile: ArrivalProfile): { path: string; service: string; segment: string }[] {
  const needs = [
    ...profile.mix.flatMap(({ service, segment, further = [] }, at) =>
      [service, ...further].map((id) => ({ path: `arrivals.mix.${at}`, service: id, segment })),
    ),
    ...model.appointments.map(({ service, segment }, at) => ({ path: `appointments.${at}`, service, segment })),
  ];
  const passedOn = needs.flatMap(({ service, segment }) =>
    model.transfers.flatMap((one, at) => (one.service === service ? [{ path: `transfers.${at}`, service: one.to, segment }] : [])),
  );
  return [...needs, ...passedOn];
}

/** What is legal but hopeless about a plan. */
export function planWarnings(model: Model, plan: Plan, profile: ArrivalProfile): string[] {
  const floor = floorOf(model.branch, plan, profile.days[0]!);
  const services = [...new Set(profile.mix.map(({ service }) => service))];
  const hours = hoursOn(model.branch, profile.days[0]!);
  const opens = opensAt(hours);
  const closes = closesAt(hours);
  const last = Math.max(opens, ...plan.roster.map(({ to }) => msOfClock(to)));
  const outside = plan.roster.filter(({ from, to }) => msOfClock(from) < opens || msOfClock(to) > closes).length;
  return [
    ...services.filter((service) => !anybodyServes(floor, service)).map((service) => `nobody on the roster can serve "${service}"`),
    ...(last < closes
      ? [`the last shift ends at ${clockOfMs(last)}, before the doors close at ${clockOfMs(closes)}: who waits then is not served`]
      : []),
    ...(outside > 0
      ? [`${outside} of the roster's shifts reach beyond the opening hours ${clockOfMs(opens)} to ${clockOfMs(closes)}`]
      : []),
  ];
}

function anybodyServes(floor: Floor, service: string): boolean {
  const at = floor.branch.services.findIndex(({ id }) => id === service);
  return floor.suits.some((_, row) => floor.able[row * floor.services + at] === 1);
}
