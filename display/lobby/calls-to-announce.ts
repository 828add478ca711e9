import type { Board } from '../../simulator/lobby/board/board.ts';
import type { LobbyNews } from '../ui/live/message.ts';

const callTypes: ReadonlySet<string> = new Set(['called', 'recalled', 'resumed']);

/** A number called to a station. */
export interface Call {
  readonly number: string;
  readonly counter: string;
}

/** The calls in the news, in order. */
export function callsIn(news: readonly LobbyNews[]): readonly (Call & { readonly at: number })[] {
  return news.flatMap(({ at, type, data }) => {
    const { number, station } = data;
    return callTypes.has(type) && typeof number === 'string' && typeof station === 'string'
      ? [{ number, counter: station, at }]
      : [];
  });
}

/**
 * Which calls are spoken. Live: every one, in order. After a cut: those that still stand and were not yet on the board
 * `before` it, each once, in the order they were made; a customer who came meanwhile is not called again. This needs no
 * news, so it holds when too much happened to be told. A page that takes over from another has no board yet, and asks the news.
 */
export function callsToAnnounce(news: readonly LobbyNews[], missed: boolean, board: Board, before: Board | null): readonly Call[] {
  const calls = callsIn(news);
  if (!missed) return calls.map(({ number, counter }) => ({ number, counter }));
  const known = new Set(before?.nowServing.map(nameOf));
  const isNew =
    before === null
      ? ({ number, counter }: Call) => calls.some((call) => call.number === number && call.counter === counter)
      : (call: Board['nowServing'][number]) => !known.has(nameOf(call));
  return board.nowServing
    .filter((call) => call.phase === 'called' && isNew(call))
    .sort((a, b) => a.calledAt - b.calledAt)
    .map(({ number, counter }) => ({ number, counter }));
}

const nameOf = ({ number, counter, calls }: Board['nowServing'][number]): string => `${number} ${counter} ${calls}`;
