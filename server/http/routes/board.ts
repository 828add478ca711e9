import { z } from 'zod';
import { boardOf } from '../../../simulator/lobby/board/board-of.ts';
import { seesFullBoard } from '../../auth/roles.ts';
import { eventOf } from '../../branches/journal/read-journal.ts';
import { isFailure } from '../../store/store.ts';
import { boardSchema } from '../answers/board.ts';
import { eventsAnswer } from '../answers/event.ts';
import { errorAnswer } from '../error-answer.ts';
import { type Route, route } from '../route.ts';

const board = route({
  id: 'board.read',
  method: 'get',
  path: '/board',
  answer: boardSchema,
  does: 'What screens show; staff also see tickets and people',
  command: false,
  answers: { 200: 'The board' },
  async handle({ queue, who, branch }, service) {
    const state = queue.committed.lobby.state;
    if (!state?.config) return errorAnswer(404, 'unknown-branch', { branch });
    return {
      status: 200,
      body: boardOf(state, Math.max(service.clock(), state.at), seesFullBoard.has(who.role) ? 'full' : 'public'),
    };
  },
});

const whole = z
  .string()
  .regex(/^\d{1,15}$/, 'a whole number')
  .transform(Number);

const events = route({
  id: 'events.read',
  method: 'get',
  path: '/events',
  answer: eventsAnswer,
  does: 'Stored events after a position, in order',
  query: z.strictObject({
    after: whole.default(0),
    limit: whole.refine((limit) => limit >= 1 && limit <= 1000, 'from 1 to 1000').default(1000),
  }),
  command: false,
  answers: { 200: 'At most `limit` events' },
  async handle({ branch, query }, service) {
    const lines = await service.store.read(branch, query.after, query.limit);
    return isFailure(lines) ? errorAnswer(503, 'unavailable') : { status: 200, body: { events: lines.map(eventOf) } };
  },
});

export const boardRoutes: readonly Route[] = [board, events];
