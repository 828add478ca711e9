import { describe, expect, it } from 'vitest';
import type { Visit } from '../../../simulator/history/clean/visit.ts';
import { presenceOn } from '../../../simulator/history/fit/staff/presence.ts';
import { workByServer } from '../../../simulator/history/fit/staff/servers.ts';
import { ReadyGaps, spellsOfDay } from '../../../simulator/history/fit/staff/spells.ts';
import { minute, visit } from './visit.ts';

const spells = (visits: readonly Visit[], skills: ReadonlyMap<string, ReadonlySet<string>> = new Map()) => {
  const works = workByServer(visits);
  return spellsOfDay(works, 10 * minute, presenceOn(visits, works, skills)).map(({ server, fromMs, toMs }) => [
    server,
    fromMs / minute,
    toMs / minute,
  ]);
};

describe('spells of work', () => {
  it('[HL5] end at a gap longer than the limit in which somebody of theirs waited', () => {
    const left = visit(null, 0, 0, 0, {
      arrivalMs: 20 * minute,
      startMs: null,
      endMs: null,
      waitMs: 2 * minute,
      outcome: 'abandoned',
    });
    const own = [visit('W1', 0, 5), visit('W1', 7, 10), visit('W1', 40, 45)];
    expect(spells([...own, left])).toEqual([
      ['W1', 0, 10],
      ['W1', 40, 45],
    ]);
    expect(spells([...own, { ...left, waitMs: minute / 2 }])).toEqual([['W1', 0, 45]]);
    expect(spells([...own, { ...left, service: 'B' }], new Map([['W1', new Set(['A'])]]))).toEqual([['W1', 0, 45]]);
  });

  it('[HL5] end where customers went to somebody who had been free for less long', () => {
    const others = (second: number): Visit[] => [visit('W2', 0, 4), visit('W2', 15, 16), visit('W2', second, second + 1)];
    const own = [visit('W1', 0, 10), visit('W1', 40, 45)];
    expect(spells([...own, ...others(41)]).filter(([server]) => server === 'W1')).toEqual([['W1', 0, 45]]);
    expect(spells([...own, ...others(20)]).filter(([server]) => server === 'W1')).toEqual([
      ['W1', 0, 10],
      ['W1', 40, 45],
    ]);
  });

  it('[HL5] begin with the first customer of the day, and go on to the last, where nothing tells that they were gone', () => {
    const day = [visit('W2', 0, 60), visit('W2', 60, 70)];
    expect(spells([...day, visit('W1', 8, 52)])).toContainEqual(['W1', 0, 60]);
    expect(spells([...day, visit('W1', 8, 52, 1)])).toContainEqual(['W1', 8, 60]);
    expect(spells([...day, visit('W1', 11, 49)])).toContainEqual(['W1', 11, 49]);
    expect(spells([visit('W2', 0, 2), visit('W2', 4, 5), ...day.slice(1), visit('W1', 8, 52)])).toContainEqual(['W1', 8, 60]);
  });

  it('give a service of nobody who is named to somebody who was free, else to further servers', () => {
    expect(spells([visit('W1', 0, 5), visit('W1', 12, 15), visit(null, 6, 9), visit(null, 2, 4)])).toEqual([
      ['W1', 0, 15],
      ['?1', 2, 4],
    ]);
  });

  it('deals services without any name to as few servers as can have done them', () => {
    const works = workByServer([visit(null, 0, 5), visit(null, 1, 6), visit(null, 5, 9), visit(null, 7, 8)]);
    expect([...works].map(([server, list]) => [server, list.length])).toEqual([
      ['?1', 2],
      ['?2', 2],
    ]);
  });

  it('[HL5] allow five usual idle gaps, from 8 minutes to an hour', () => {
    const idle = (gap: number): number => {
      const gaps = new ReadyGaps();
      gaps.add(workByServer([visit('W1', 0, 1), visit('W1', 1 + gap, 2 + gap), visit('W1', 2 + 2 * gap, 3 + 2 * gap)]));
      return gaps.limitMs();
    };
    expect([1, 4, 60].map(idle)).toEqual([8 * minute, 20 * minute, 60 * minute]);
  });
});
