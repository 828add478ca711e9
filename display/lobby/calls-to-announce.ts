import type { Board } from '../../simulator/lobby/board/board.ts';
import type { LobbyNews } from '../ui/live/message.ts';

const callTypes: ReadonlySet<string> = new Set(['called', 'recalled', 'resumed']);

/**
 * Which calls in the news are spoken: every one, in order. After a cut only those that still stand: a customer who came
 * meanwhile is not called again, one who is still awaited is not left out, and nobody is called twice for one recall each.
 */
export function callsToAnnounce(
  news: readonly LobbyNews[],
  missed: boolean,
  board: Board,
): readonly { readonly number: string; readonly counter: string }[] {
  const calls = news.flatMap(({ type, data }) => {
    const { number, station } = data;
    return callTypes.has(type) && typeof number === 'string' && typeof station === 'string' ? [{ number, counter: station }] : [];
  });
  if (!missed) return calls;
  const standing = calls.filter((call) =>
    board.nowServing.some((now) => now.phase === 'called' && now.number === call.number && now.counter === call.counter),
  );
  return standing.filter((call, index) => standing.findIndex(({ number }) => number === call.number) === index);
}
