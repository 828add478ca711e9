import { explain } from '../../../simulator/lobby/explain.ts';
import type { LobbyEvent } from '../../../simulator/lobby/journal/event.ts';
import { stateBefore } from '../../branches/journal/state-before.ts';
import { explainAnswer } from '../answers/event.ts';
import { errorAnswer } from '../error-answer.ts';
import { type Route, route } from '../route.ts';
import type { Service } from '../service.ts';

async function explained(service: Service, branch: string, seq: number) {
  const found = await stateBefore(service.store, branch, seq);
  if (found === 'unavailable') return errorAnswer(503, 'unavailable');
  if (found === null) return errorAnswer(404, 'unknown-event', { seq });
  const { before, event } = found;
  return { status: 200, body: { seq, at: event.at, type: event.type, explanation: explain(before, event) } };
}

const ofEvent = route({
  id: 'events.explain',
  method: 'get',
  path: '/events/:seq/explain',
  answer: explainAnswer,
  does: 'Why this call or route was made: rule, heads compared, who was passed over',
  command: false,
  answers: { 200: 'The explanation; null for an event no rule decides' },
  async handle({ branch, params }, service) {
    const seq = Number(params.seq);
    return Number.isSafeInteger(seq) && seq > 0
      ? explained(service, branch, seq)
      : errorAnswer(404, 'unknown-event', { seq: params.seq ?? '' });
  },
});

/** The last decision about a ticket: its call, else its route. */
const ofTicket = route({
  id: 'tickets.explain',
  method: 'get',
  path: '/tickets/:id/explain',
  answer: explainAnswer,
  does: 'Why this ticket was called, or sent where it waits',
  command: false,
  answers: { 200: 'The explanation' },
  async handle({ branch, queue, params }, service) {
    const id = params.id ?? '';
    const about = (event: LobbyEvent): boolean =>
      (event.type === 'called' || event.type === 'need-routed') && event.data.ticket === id;
    const last = queue.committed.tail().findLast(about);
    return last === undefined ? errorAnswer(404, 'unknown-ticket', { ticket: id }) : explained(service, branch, last.seq);
  },
});

export const explainRoutes: readonly Route[] = [ofEvent, ofTicket];
