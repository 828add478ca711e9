import { ZodError } from 'zod';
import { type LobbyEvent, parseEvent } from '../../lobby/journal/event.ts';
import { textIn } from '../read-file.ts';
import { BadInput } from '../verb.ts';
import { problemOfOrder } from './journal-order.ts';

/** Events of a journal file, in order; a line that is broken, or out of its place, is named. */
export function readJournal(path: string): LobbyEvent[] {
  const lines = textIn(path)
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [{ line, where: `${path}:${at + 1}` }]));
  const events = lines.map(({ line, where }) => eventOf(line, where));
  // Nothing to check is not the same as nothing wrong.
  if (events.length === 0) throw new BadInput(`${path}: holds no event; give a journal as "tingtang export" writes it`);
  const problem = problemOfOrder(events);
  if (problem !== null) throw new BadInput(`${lines[problem.at]!.where}: ${problem.message}`);
  return events;
}

function eventOf(line: string, where: string): LobbyEvent {
  try {
    return parseEvent(JSON.parse(line));
  } catch (error) {
    if (error instanceof ZodError)
      throw new BadInput(
        `${where}: not an event of the journal (${error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')})`,
      );
    if (error instanceof SyntaxError) throw new BadInput(`${where}: not JSON (${error.message})`);
    throw error;
  }
}
