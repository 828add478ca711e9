import { describe, expect, it } from 'vitest';
import { estimateWait, quoteOf } from '../../../simulator/lobby/estimate.ts';
import { openLobby } from '../../fixtures/lobby.ts';

const minute = 60_000;
const [a, b, c, elsewhere] = ['a', 'b', 'c', 'elsewhere'];
const ownMs = 4 * minute;
/** So many tickets of four minutes. */
const tickets = (count: number, ...stations: string[]) => ({ count, workMs: 4 * minute, stations });
const inMinutes = (before: Parameters<typeof quoteOf<string>>[0]['before'], stations = [a, b, c]) => {
  const quote = quoteOf({ stations, idle: 0, before, ownMs })!;
  return [quote.lowMs / minute, quote.highMs / minute] as const;
};

describe('[Q1] who is before a customer', () => {
  it('only who waits for a station that could serve the customer', () => {
    expect(inMinutes([tickets(5, a, b, c), tickets(9, elsewhere)])).toEqual(inMinutes([tickets(5, a, b, c)]));
    expect(quoteOf({ stations: [a], idle: 1, before: [tickets(9, elsewhere)], ownMs })).toMatchObject({ lowMs: 0, highMs: 0 });
  });

  it('those whom other stations may take as well count by the part that these take', () => {
    expect(inMinutes([tickets(8, a, elsewhere)], [a])).toEqual(inMinutes([tickets(4, a)], [a]));
  });

  it('what one station alone can take holds that one; the others go on', () => {
    const [low, high] = inMinutes([tickets(6, a, b, c), { count: 5, workMs: 40 * minute, stations: [c] }]);
    const [lowOfTwo, highOfTwo] = inMinutes([tickets(6, a, b)], [a, b]);
    expect([low, high]).toEqual([lowOfTwo, highOfTwo]);
    // A little of it is shared out: all three end level.
    const [, levelled] = inMinutes([tickets(6, a, b, c), tickets(1, c)]);
    expect(levelled).toBeCloseTo(inMinutes([tickets(7, a, b, c)])[1] * (1 + (Math.sqrt(8 / 7) - 1) / 2), 0);
    expect(levelled).toBeLessThan(high);
  });

  it('a counter whose teller lacks the skill promises nothing', () => {
    const lobby = openLobby();
    const corporate = () => estimateWait(lobby.state, { line: 'normal' }, 'corporate', lobby.now);
    lobby.do({ type: 'open', station: 'C2', staff: ['t2'] });
    expect(corporate()).toBeNull();
    expect(estimateWait(lobby.state, { line: 'normal' }, 'cash', lobby.now)).toMatchObject({ lowMs: 0, highMs: 0 });
  });
});
