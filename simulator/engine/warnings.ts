import type { Service } from '../lobby/branch/service.ts';
import { optionsFor } from '../lobby/greeting/options-for.ts';
import type { Problem } from '../lobby/problem.ts';
import { visitsADay } from '../workload/arrivals.ts';
import type { Model } from '../workload/model.ts';
import type { ArrivalProfile } from '../workload/model-shape.ts';
import { CannotRun } from './run.ts';

/** Visits of a day that a thread has memory for. */
const mostVisits = 1_000_000;

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
    }
    for (const warning of serviceWarnings(declared)) warnings.add(warning);
  }
  const visits = visitsADay(profile);
  if (visits > mostVisits)
    problems.push({
      path: 'arrivals.expected',
      message: `${Math.round(visits)} visits a day; a day of at most ${mostVisits} can be run`,
    });
  if (problems.length > 0) throw new CannotRun(`model "${model.id}"`, problems);
  return [...warnings];
}

/** What the engine simplifies about a service, in plain words (SPEC Y13). */
export const serviceWarnings = ({ id, modes }: Service): string[] =>
  modes.some(({ at, team }) => at !== 'device' && at !== 'assisted-device' && team.some(({ joins }) => joins === 'later'))
    ? [`who joins "${id}" later is not simulated: nobody is fetched, and their time on it is in no figure`]
    : [];

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
