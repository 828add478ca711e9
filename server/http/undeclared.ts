import { z } from 'zod';
import { catalogueOf } from '../../simulator/lobby/branch/catalogue.ts';
import type { LobbyState } from '../../simulator/lobby/state.ts';
import type { InputProblem } from './error-answer.ts';

const name = z.string().optional().catch(undefined);
const need = z.object({ service: name, person: name }).catch({});

/** The names in a request, as far as they can be read: what else is wrong with it must not hide that one is unknown. */
const namesSchema = z
  .object({
    service: name,
    person: name,
    needs: z.array(need).optional().catch(undefined),
    segment: name,
    traits: z.array(name).optional().catch(undefined),
    appointment: name,
  })
  .catch({});

/** Names in a request that the branch does not declare: every one of them, with the declared ones. The core would tell the first only. */
export function undeclared(state: LobbyState, sent: unknown): InputProblem[] {
  if (state.config === null) return [];
  const { services, segments, staff, traits } = catalogueOf(state.config.branch);
  const asked = namesSchema.parse(sent);
  const problems: InputProblem[] = [];
  const check = (path: string, what: string, given: string | undefined, declared: Iterable<string>): void => {
    const known = [...declared];
    if (given !== undefined && !known.includes(given))
      problems.push({ path, message: `unknown ${what} "${given}"; declared: ${known.join(', ')}` });
  };
  check('service', 'service', asked.service, services.keys());
  check('person', 'person', asked.person, staff.keys());
  asked.needs?.forEach(({ service, person }, at) => {
    check(`needs.${at}.service`, 'service', service, services.keys());
    check(`needs.${at}.person`, 'person', person, staff.keys());
  });
  check('segment', 'segment', asked.segment, segments.keys());
  asked.traits?.forEach((trait, at) => {
    check(`traits.${at}`, 'trait', trait, traits);
  });
  if (asked.appointment !== undefined && !state.appointments.has(asked.appointment)) {
    problems.push({ path: 'appointment', message: `unknown appointment "${asked.appointment}"` });
  }
  return problems;
}
