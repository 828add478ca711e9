import type { Command } from '../../simulator/lobby/command/command.ts';
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
    present: (outcome) => ('refusal' in outcome ? refusalAnswer(outcome.refusal) : asked.done(outcome)),
  });
  return worded(answer);
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
