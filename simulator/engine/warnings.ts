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
 * What this version of the engine simplifies about the visits of a model, in plain words. Throws `CannotRun` for visits that it
 * cannot run at all.
 */
export function visitWarnings(model: Model, profile: ArrivalProfile): string[] {
  const problems: Problem[] = [];
  const warnings = new Set<string>();
  profile.mix.forEach(({ service, segment }, at) => {
    const path = `arrivals.mix.${at}`;
    const kinds = optionsFor(model.branch, service, segment).map(({ kind }) => kind);
    const declared = model.branch.services.find(({ id }) => id === service)!;
    const together = declared.modes.some(
      ({ team }) => team.reduce((sum, { count, joins }) => sum + (joins === 'start' ? count : 0), 0) > 1,
    );
    if (kinds.length === 0) problems.push({ path, message: `no line takes service "${service}" for segment "${segment}"` });
    else if (kinds.every((kind) => kind === 'device'))
      problems.push({ path, message: `service "${service}" is done at devices only, which are not simulated yet` });
    else if (kinds.includes('device')) warnings.add(`devices are not simulated yet: every "${service}" goes to staff`);
    if (together)
      problems.push({ path, message: `service "${service}" takes two or more people from the start, which is not simulated yet` });
  });
  if (problems.length > 0) throw new CannotRun(`model "${model.id}"`, problems);
  return [...warnings];
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
