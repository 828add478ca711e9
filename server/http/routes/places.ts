import { placesFor } from '../../../simulator/lobby/places-for.ts';
import { placesAnswer } from '../answers/lobby.ts';
import { errorAnswer } from '../error-answer.ts';
import { type Route, route } from '../route.ts';

const places = route({
  id: 'tickets.places',
  method: 'get',
  path: '/tickets/:id/places',
  answer: placesAnswer,
  does: 'Where a waiting ticket can be sent: the advised place and why, the wait at each, and what it costs others',
  command: false,
  answers: { 200: 'Every line that can serve it', 409: 'It is not waiting' },
  async handle({ queue, params }) {
    const id = params.id ?? '';
    const { state } = queue.committed.lobby;
    const ticket = state.tickets.get(id);
    if (ticket === undefined) return errorAnswer(404, 'unknown-ticket', { ticket: id });
    if (ticket.status !== 'waiting')
      return errorAnswer(409, 'ticket-not-waiting', { number: ticket.number, status: ticket.status });
    return { status: 200, body: { places: placesFor(state, ticket) } };
  },
});

export const placeRoutes: readonly Route[] = [places];
