import { z } from 'zod';
import { codeSchema } from '../../../simulator/lobby/branch/names.ts';
import * as commands from '../../../simulator/lobby/command/branch-commands.ts';
import type { HelpCall } from '../../../simulator/lobby/state.ts';
import { helpAnswer } from '../answers/help.ts';
import { command } from '../command-route.ts';
import { errorAnswer } from '../error-answer.ts';
import { type Route, route } from '../route.ts';

const request = route({
  id: 'help.request',
  method: 'post',
  path: '/help',
  answer: helpAnswer,
  does: 'Ask for a greeter; asking again while nobody has answered changes nothing',
  body: commands.requestHelp.pick({ zone: true }),
  command: true,
  answers: { 201: 'The call for help' },
  async handle(asked, service) {
    const device = asked.who.by.id;
    const help = service.ids.short('h');
    return command(asked, {
      command: { type: 'request-help', help, device, ...asked.body },
      done: ({ after }) => {
        const standing: HelpCall | undefined = [...after.state.help.values()].find((call) => call.device === device);
        return { status: 201, body: { help: standing ?? null } };
      },
    });
  },
});

const answer = route({
  id: 'help.answer',
  method: 'post',
  path: '/help/:id/answer',
  answer: helpAnswer,
  does: 'Say that somebody is on the way',
  body: z.strictObject({}),
  command: true,
  answers: { 200: 'The call that was answered' },
  async handle(asked) {
    const help = codeSchema.safeParse(asked.params.id);
    if (!help.success) return errorAnswer(404, 'unknown-help');
    return command(asked, {
      command: { type: 'answer-help', help: help.data },
      done: ({ before }) => ({ status: 200, body: { help: before.state.help.get(help.data) ?? null } }),
    });
  },
});

export const helpRoutes: readonly Route[] = [request, answer];
