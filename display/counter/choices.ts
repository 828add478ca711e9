import type { Board, BoardCounter, BoardLine } from '../../simulator/lobby/board/board.ts';
import type { Names } from '../../simulator/lobby/branch/names.ts';
import type { ConsoleVerbName } from '../ui/words/terms.ts';
import type { Words } from '../ui/words/words.ts';
import type { Catalogue } from '../ui/words/zh-CN.ts';
import type { Choice, ChoiceGroup } from './choice-row.ts';
import { type TeamVerb, whoMayJoin, whoMayLeave } from './team-verbs.ts';

/** Verbs that need one more word. */
export type Asking = 'open' | 'pause' | 'finish-otherwise' | 'transfer' | TeamVerb;
const asking: ReadonlySet<string> = new Set<Asking>(['open', 'pause', 'finish-otherwise', 'transfer']);
export const asks = (verb: ConsoleVerbName): verb is Extract<Asking, ConsoleVerbName> => asking.has(verb);

export function questionOf(verb: Asking, { counter }: Catalogue): string {
  return {
    open: counter.chooseStaff,
    pause: counter.chooseReason,
    'finish-otherwise': counter.chooseOutcome,
    transfer: counter.chooseDestination,
    'join-team': counter.chooseJoin,
    'leave-team': counter.chooseLeave,
  }[verb];
}

/** The answers to choose from; none: nothing need be asked. */
export function choicesFor(verb: Asking, board: Board, counter: BoardCounter, words: Words): readonly ChoiceGroup[] {
  const { say } = words;
  const one = (choices: readonly Choice[]): readonly ChoiceGroup[] => (choices.length === 0 ? [] : [{ heading: '', choices }]);
  const people = (ids: readonly string[]): Choice[] =>
    ids.map((id) => ({ value: id, text: board.staff?.find((person) => person.id === id)?.label ?? id }));
  switch (verb) {
    case 'open':
      return whoMayOpen(board, people, say.counter.noStaff);
    case 'pause':
      return one(ofCatalogue(say.pauseReason));
    case 'finish-otherwise':
      return one(ofCatalogue(say.outcome).filter(({ value }) => value !== 'done' && value !== 'device-failed'));
    case 'transfer':
      return destinations(board, counter, words);
    case 'join-team':
      return one(counter.team ? people(whoMayJoin(counter.team)) : []);
    case 'leave-team':
      return one(counter.team ? people(whoMayLeave(counter.team)) : []);
  }
}

/** What an answer becomes: the counter's verb and its body. */
export function commandOf(
  verb: Asking,
  group: number,
  value: string,
): { readonly verb: string; readonly body: Record<string, unknown> } {
  switch (verb) {
    case 'open':
      return { verb, body: value === '' ? {} : { staff: [value] } };
    case 'pause':
      return { verb, body: { reason: value } };
    case 'finish-otherwise':
      return { verb: 'finish', body: { outcome: value } };
    case 'transfer':
      return { verb, body: group === 0 ? { service: value } : { line: value } };
    case 'join-team':
    case 'leave-team':
      return { verb, body: { person: value } };
  }
}

const ofCatalogue = (texts: Record<string, string>): Choice[] => Object.entries(texts).map(([value, text]) => ({ value, text }));

/** Those at work and at no other station. A station may also work with its own skills, and while nobody has signed on nothing is asked. */
function whoMayOpen(board: Board, people: (ids: readonly string[]) => Choice[], nobody: string): readonly ChoiceGroup[] {
  const free = (board.staff ?? []).filter(
    ({ role, present, onBreak, station }) => role !== 'greeter' && present && !onBreak && station === null,
  );
  return free.length === 0 ? [] : [{ heading: '', choices: [...people(free.map(({ id }) => id)), { value: '', text: nobody }] }];
}

/** To another service, or the same service in another line that takes it. */
function destinations(board: Board, counter: BoardCounter, words: Words): readonly ChoiceGroup[] {
  const ticket = board.tickets?.find(({ id }) => id === counter.ticketId);
  const named = (things: readonly { readonly id: string; readonly names: Names }[]): Choice[] =>
    things.map(({ id, names }) => ({ value: id, text: words.name(names) }));
  const takes = ({ kinds, services }: BoardLine): boolean =>
    ticket !== undefined && kinds.some((kind) => ticket.ways.includes(kind)) && (services?.includes(ticket.service) ?? true);
  const { toService, toLine } = words.say.counter;
  return [
    { heading: toService, choices: named(board.services.filter(({ id }) => id !== ticket?.service)) },
    { heading: toLine, choices: named(board.lines.filter((line) => line.id !== ticket?.line && takes(line))) },
  ];
}
