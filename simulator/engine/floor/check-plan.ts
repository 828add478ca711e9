import type { Branch } from '../../lobby/branch/branch.ts';
import type { Plan, Shift } from '../../lobby/branch/plan.ts';
import type { ElasticRule } from '../../lobby/branch/rules.ts';
import { type Problem, unknownName } from '../../lobby/problem.ts';
import { msOfClock } from '../../workload/clock.ts';
import { skillsAskedFor } from './own-skills.ts';

/** Everything about a plan's roster and elastic rules that makes no sense at this branch. */
export function problemsOfPlan(branch: Branch, plan: Plan): readonly Problem[] {
  return [
    ...plan.roster.flatMap((shift, at) => problemsOfShift(branch, shift, `roster.${at}`)),
    ...overlaps(plan),
    ...(plan.elastic ?? []).flatMap((rule, at) => problemsOfRule(branch, plan, rule, at)),
  ];
}

/** A rule for a station that nobody knows or that is always open, or one that would open and close its station every ms. */
function problemsOfRule(branch: Branch, plan: Plan, rule: ElasticRule, at: number): Problem[] {
  const problems: Problem[] = [];
  const path = `elastic.${at}`;
  const station = branch.stations.find(({ id }) => id === rule.station);
  const stations = branch.stations.map(({ id }) => id);
  const lines = branch.lines.map(({ id }) => id);
  const first = plan.elastic!.findIndex(({ id }) => id === rule.id);
  if (first < at)
    problems.push({ path: `${path}.id`, message: `elastic.${first} is called "${rule.id}" too; give each rule its own id` });
  if (station === undefined) problems.push(unknownName(`${path}.station`, 'station', rule.station, stations));
  else if (station.kind === 'device')
    problems.push({
      path: `${path}.station`,
      message: `"${rule.station}" is a device, which is open all day; name a counter or desk`,
    });
  rule.lines?.forEach((line, n) => {
    if (!lines.includes(line)) problems.push(unknownName(`${path}.lines.${n}`, 'line', line, lines));
  });
  if (rule.closeAtWaiting >= rule.openAtWaiting)
    problems.push({
      path: `${path}.closeAtWaiting`,
      message: `must be below openAtWaiting (${rule.openAtWaiting}), or the station would flap; it is ${rule.closeAtWaiting}`,
    });
  return problems;
}

function problemsOfShift(branch: Branch, shift: Shift, path: string): Problem[] {
  const problems: Problem[] = [];
  const staff = branch.staff.map(({ id }) => id);
  const stations = branch.stations.map(({ id }) => id);
  const skills = new Set(skillsAskedFor(branch));
  if (shift.person !== undefined && !staff.includes(shift.person))
    problems.push(unknownName(`${path}.person`, 'person', shift.person, staff));
  if (shift.station !== undefined && !stations.includes(shift.station))
    problems.push(unknownName(`${path}.station`, 'station', shift.station, stations));
  if (shift.person !== undefined && shift.count > 1)
    problems.push({ path: `${path}.count`, message: `"${shift.person}" is one person; count must be 1` });
  shift.skills?.forEach((skill, n) => {
    if (!skills.has(skill)) problems.push(unknownName(`${path}.skills.${n}`, 'skill', skill, skills));
  });
  if (msOfClock(shift.to) <= msOfClock(shift.from))
    problems.push({ path: `${path}.to`, message: `a shift must end after it begins; it is ${shift.from} to ${shift.to}` });
  shift.breaks.forEach(({ from, to }, n) => {
    const inside =
      msOfClock(from) >= msOfClock(shift.from) && msOfClock(to) <= msOfClock(shift.to) && msOfClock(from) < msOfClock(to);
    if (!inside)
      problems.push({
        path: `${path}.breaks.${n}`,
        message: `the break ${from} to ${to} is not within the shift ${shift.from} to ${shift.to}`,
      });
  });
  return problems;
}

/** A declared person cannot work two shifts at a time. */
function overlaps(plan: Plan): Problem[] {
  return plan.roster.flatMap((shift, at) =>
    plan.roster
      .slice(0, at)
      .filter(
        (other) => shift.person !== undefined && other.person === shift.person && shift.from < other.to && other.from < shift.to,
      )
      .map((other) => ({ path: `roster.${at}`, message: `"${shift.person}" already works ${other.from} to ${other.to}` })),
  );
}
