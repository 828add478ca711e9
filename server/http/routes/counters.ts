import type { z } from 'zod';
import { codeSchema } from '../../../simulator/lobby/branch/names.ts';
import { type Command, commandSchema } from '../../../simulator/lobby/command/command.ts';
import * as commands from '../../../simulator/lobby/command/station-commands.ts';
import { notYours } from '../../auth/counter-limits.ts';
import type { RouteId } from '../../auth/role-table.ts';
import { ticketOrNone } from '../answers/ticket.ts';
import { command } from '../command-route.ts';
import { errorAnswer } from '../error-answer.ts';
import { type Route, route } from '../route.ts';
import { counterAnswer } from '../ticket-answer.ts';
import { transferBody } from './transfer-body.ts';

type CounterVerb = Extract<RouteId, `counters.${string}`> extends `counters.${infer V}` ? V : never;

const at = { type: true, station: true } as const;

/** Verbs at a counter and the body each takes: the core's command without what the address says. */
const verbs: Readonly<Record<CounterVerb, { readonly does: string; readonly body: z.ZodType<Record<string, unknown>> }>> = {
  open: { does: 'Open the counter; without staff it works with its own skills', body: commands.open.omit(at) },
  close: { does: 'Close the counter', body: commands.close.omit(at) },
  pause: { does: 'Pause, with a reason', body: commands.pause.omit(at) },
  unpause: { does: 'End a pause', body: commands.unpause.omit(at) },
  'call-next': { does: 'Call whom the rule chooses; nobody is an answer', body: commands.callNext.omit(at) },
  call: { does: 'Call a chosen ticket', body: commands.call.omit(at) },
  recall: { does: 'Call the same ticket again', body: commands.recall.omit(at) },
  start: { does: 'Start the service, or the use of a device', body: commands.start.omit(at) },
  finish: { does: 'Finish the service, or the use of a device', body: commands.finish.omit(at) },
  ready: { does: 'Ready for the next customer', body: commands.ready.omit(at) },
  'no-show': { does: 'The called customer did not come', body: commands.markNoShow.omit(at) },
  park: { does: 'Set the ticket aside', body: commands.park.omit(at) },
  resume: { does: 'Call a parked or no-show ticket back', body: commands.resume.omit(at) },
  transfer: { does: 'Send the ticket at the counter to another service or line', body: transferBody },
  undo: { does: 'Take the last act at the counter back', body: commands.undo.omit(at) },
  'join-team': { does: 'Somebody joins the service under way', body: commands.joinTeam.omit(at) },
  'leave-team': { does: 'Somebody leaves the service under way', body: commands.leaveTeam.omit(at) },
};

const counterRoute = (verb: CounterVerb): Route =>
  route({
    id: `counters.${verb}`,
    method: 'post',
    path: `/counters/:counter/${verb}`,
    does: verbs[verb].does,
    answer: ticketOrNone,
    body: verbs[verb].body,
    command: true,
    answers: { 200: 'The ticket, or null', 409: 'Refused' },
    async handle(request) {
      const station = codeSchema.safeParse(request.params.counter);
      if (!station.success) return errorAnswer(404, 'unknown-station', { station: request.params.counter ?? '' });
      const asked: Command = commandSchema.parse({ type: verb, station: station.data, ...request.body });
      return command(request, {
        command: asked,
        admit: (lobby) => {
          if (lobby.state.config !== null && !lobby.state.stations.has(station.data)) {
            return errorAnswer(404, 'unknown-station', { station: station.data, known: [...lobby.state.stations.keys()] });
          }
          const limit = notYours(lobby, request.who, station.data);
          return limit === null ? null : errorAnswer(403, limit.code, limit.facts);
        },
        done: (done) => counterAnswer(done, station.data),
      });
    },
  });

export const counterRoutes: readonly Route[] = (Object.keys(verbs) as CounterVerb[]).map(counterRoute);
