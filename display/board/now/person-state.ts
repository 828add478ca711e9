import type { Board, BoardPerson } from '../../../simulator/lobby/board/board.ts';
import type { Words } from '../../ui/words/words.ts';

/** Where somebody is and what they do, in words. */
export function placeOf(
  board: Board,
  { present, onBreak, station, ticket, assisting, assistCapacity }: BoardPerson,
  words: Words,
): string {
  const say = words.say.board;
  if (!present) return say.absent;
  if (onBreak) return say.resting;
  const number = board.tickets?.find(({ id }) => id === ticket)?.number;
  const names = board.counters.find(({ id }) => id === station)?.names;
  const parts = [
    ...(names === undefined ? [] : [words.name(names)]),
    ...(number === undefined ? [] : [number]),
    ...(assistCapacity > 0 && assisting > 0 ? [words.say.greeter.assisting(assisting, assistCapacity)] : []),
  ];
  return parts.length === 0 ? say.free : parts.join(' · ');
}
