import { expect, test } from 'vitest';
import { TapeShelf } from '../../../simulator/hosts/tape-shelf.ts';
import { bankDay } from '../../../simulator/study/bench/bank-day.ts';

const another = () => structuredClone(bankDay().model);

test('a tape is drawn once, until other kinds of day want its room', () => {
  const shelf = new TapeShelf({ keepTapes: true, most: 800 });
  const first = shelf.tapesOf({ model: another(), profile: undefined });
  const kept = [first(1, 0), first(1, 1), first(1, 2)];
  expect(kept.map(({ visits }) => visits).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(800);
  expect([first(1, 0), first(1, 1), first(1, 2)].every((tape, day) => tape === kept[day])).toBe(true);
  // Full of its own days: what comes then is drawn into one tape, again and again.
  expect(first(1, 3)).toBe(first(1, 4));
  const second = shelf.tapesOf({ model: another(), profile: undefined });
  expect(second(1, 0)).toBe(second(1, 0));
  expect(second(1, 1)).toBe(second(1, 1));
  const anew = first(1, 0);
  expect(anew).not.toBe(kept[0]);
  expect([...anew.arrivalMs.subarray(0, anew.visits)]).toEqual([...kept[0]!.arrivalMs.subarray(0, anew.visits)]);
});
