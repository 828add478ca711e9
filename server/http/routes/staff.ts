import { catalogueOf } from '../../../simulator/lobby/branch/catalogue.ts';
import { codeSchema } from '../../../simulator/lobby/branch/names.ts';
import type { CommandType } from '../../../simulator/lobby/command/command.ts';
import * as commands from '../../../simulator/lobby/command/station-commands.ts';
import { personAnswer } from '../answers/lobby.ts';
import { command } from '../command-route.ts';
import { errorAnswer } from '../error-answer.ts';
import { type Route, route } from '../route.ts';

const body = commands.staffJoin.omit({ type: true, person: true });

type StaffCommand = Extract<CommandType, 'staff-join' | 'staff-leave' | 'break-start' | 'break-end'>;

const staffRoute = (verb: 'join' | 'leave' | 'break-start' | 'break-end', type: StaffCommand, does: string): Route =>
  route({
    id: `staff.${verb}`,
    method: 'post',
    path: `/staff/:person/${verb}`,
    does,
    answer: personAnswer,
    body,
    command: true,
    answers: { 200: 'Who it was and how it stands', 409: 'Refused' },
    async handle(request) {
      const person = codeSchema.safeParse(request.params.person);
      if (!person.success) return errorAnswer(404, 'unknown-person', { person: request.params.person ?? '' });
      const { role, person: own } = request.who;
      if (role !== 'manager' && role !== 'admin' && own !== person.data)
        return errorAnswer(403, 'other-person', { person: person.data, yours: own ?? '' });
      return command(request, {
        command: { type, person: person.data },
        admit: ({ state }) => {
          const known = state.config === null || catalogueOf(state.config.branch).staff.has(person.data);
          return known ? null : errorAnswer(404, 'unknown-person', { person: person.data });
        },
        done: ({ after }) => {
          const now = after.state.staff.get(person.data);
          return { status: 200, body: { person: { id: person.data, present: now !== undefined, onBreak: now?.onBreak ?? false } } };
        },
      });
    },
  });

export const staffRoutes: readonly Route[] = [
  staffRoute('join', 'staff-join', 'Somebody is at work from now on'),
  staffRoute('leave', 'staff-leave', 'Somebody goes home; their counter closes'),
  staffRoute('break-start', 'break-start', 'A break begins; the counter pauses'),
  staffRoute('break-end', 'break-end', 'A break ends'),
];
