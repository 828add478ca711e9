import type { Command } from '../../simulator/lobby/command/command.ts';
import type { Refusal } from '../../simulator/lobby/refusal.ts';
import type { Answer } from '../branches/answer.ts';
import type { Lobby } from '../branches/lobby.ts';
import type { Outcome, QueueAnswer } from '../branches/submission.ts';
import { errorAnswer, refusalAnswer } from './error-answer.ts';
import type { RouteRequest } from './route.ts';

/** Sends a command through its branch's queue and words what became of it. */
export async function command(
  request: RouteRequest,
  asked: {
    readonly command: Command;
    readonly admit?: ((lobby: Lobby) => Answer | null) | undefined;
    /** The answer when the core accepted it. */
    readonly done: (outcome: Extract<Outcome, { events: unknown }>) => Answer;
  },
): Promise<Answer> {
  const answer = await request.queue.submit({
    command: asked.command,
    by: request.who.by,
    key: request.key,
    ...(asked.admit === undefined ? {} : { admit: asked.admit }),
    present: (outcome) =>
      'refusal' in outcome ? (ticketOver(request, outcome.refusal) ?? refusalAnswer(outcome.refusal)) : asked.done(outcome),
  });
  return worded(answer);
}

/** The core forgets a ticket that has left the lobby; we still know how it ended (decision 0001). */
function ticketOver({ queue }: RouteRequest, { refused, facts }: Refusal): Answer | null {
  const ended = refused === 'unknown-ticket' ? queue.committed.visits.ended(String(facts.ticket)) : null;
  return ended === null ? null : errorAnswer(409, 'ticket-over', { number: ended.ticket.number, status: ended.status });
}

function worded(answer: QueueAnswer): Answer {
  switch (answer) {
    case 'key-in-flight':
      return errorAnswer(409, 'key-in-flight');
    case 'key-reused':
      return errorAnswer(422, 'key-reused');
    case 'unavailable':
      return errorAnswer(503, 'unavailable');
    case 'bug':
      return errorAnswer(500, 'internal');
    default:
      return answer;
  }
}
