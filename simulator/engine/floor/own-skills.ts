import type { Branch } from '../../lobby/branch/branch.ts';
import type { ElasticRule } from '../../lobby/branch/rules.ts';
import { skillOf } from '../../lobby/branch/service.ts';
import type { Group } from '../../workload/group.ts';

/** A station without staff serves whatever it offers (SPEC C3): as if somebody with every skill worked it. */
export const ownSkills = (branch: Branch, station = -1): Group => ({
  role: 'teller',
  skills: new Set(
    branch.services.flatMap((service) => [skillOf(service), ...service.modes.flatMap(({ team }) => team[0]?.skill ?? [])]),
  ),
  person: -1,
  station,
});

/** The station that an elastic rule opens. */
export const flexGroup = (branch: Branch, rule: ElasticRule): Group =>
  ownSkills(
    branch,
    branch.stations.findIndex(({ id }) => id === rule.station),
  );

/** Every skill that some service asks of somebody, of the lead or of another in the team. */
export const skillsAskedFor = (branch: Branch): string[] =>
  branch.services.flatMap((service) => [
    skillOf(service),
    ...service.modes.flatMap(({ team }) => team.flatMap(({ skill }) => skill ?? [])),
  ]);
