import { describe, expect, it } from 'vitest';
import { checkEngines, EnginesDiffer } from '../../../simulator/agreement/agree.ts';
import { drilled } from '../../../simulator/agreement/both-journals.ts';
import { differenceText, firstDifference } from '../../../simulator/agreement/first-difference.ts';
import { keepVisits } from '../../../simulator/agreement/keep-visits.ts';
import { smallDay } from './small-day.ts';

const day = smallDay(
  [{ role: 'teller', from: '09:00', to: '11:00' }],
  [
    { at: '09:10', for: 'cash', minutes: 5 },
    { at: '09:12', for: 'card', minutes: 1 },
  ],
);

describe('the first difference of two journals', () => {
  const journal = drilled(day);
  const at = journal.findIndex(({ type }) => type === 'called');

  it('is none where they are equal, whatever the order of keys', () => {
    const turned: unknown = journal.map((event) => ({ ...event, data: Object.fromEntries(Object.entries(event.data).reverse()) }));
    expect(firstDifference(journal, turned as typeof journal)).toBeNull();
  });

  it.each([
    ['time', { at: journal[at]!.at + 1 }],
    ['author', { by: { kind: 'teller', id: 'somebody' } }],
    ['data', { data: { ...journal[at]!.data, station: 'C9' } }],
    ['type', { type: 'recalled' }],
  ])('is found where the %s is another', (_, change) => {
    const other: unknown = journal.map((event, n) => (n === at ? { ...event, ...change } : event));
    expect(firstDifference(journal, other as typeof journal)?.at).toBe(at);
  });

  it('is told with what led there, both sides beside each other, also where one has ended', () => {
    const short = journal.slice(0, at);
    const difference = firstDifference(journal, short)!;
    const text = differenceText(journal, short, difference).split('\n');
    expect(text[0]).toBe(`the journals part at event ${at + 1}`);
    expect(text.at(-1)).toBe('  (nothing more)');
    expect(text[text.indexOf('engine:') + 1]).toMatch(/^ {2}09:10:00\.000 called \{"ticket":"v0".*by teller\/teller-1$/);
  });
});

it('a day on which the engines differ is made small, and told in words', () => {
  const { agreed, difference } = checkEngines(1, 300, ({ plan, tape }) => {
    if (tape.visits > 2 && plan.calling!.id === 'threshold') throw new EnginesDiffer('they differ');
  });
  expect(agreed).toBeLessThan(300);
  expect(difference).toMatch(/^they differ\n\nhours /);
  expect(difference!.split('\n').filter((line) => /^v\d+ at /.test(line)).length).toBe(3);
  expect(difference!.split('\n').filter((line) => line.startsWith('shift ')).length).toBe(1);
});

it('visits are left out of a tape without touching the others', () => {
  const [kept] = [keepVisits(day.tape, (visit) => visit === 1)];
  expect(kept!.visits).toBe(1);
  expect([...kept!.arrivalMs]).toEqual([day.tape.arrivalMs[1]]);
  expect([...kept!.service]).toEqual([day.tape.service[1]]);
  expect(kept!.workIn.map(([first]) => first)).toEqual(day.tape.workIn.map((column) => column[1]));
});
