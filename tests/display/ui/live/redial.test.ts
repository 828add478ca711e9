import { describe, expect, test, vi } from 'vitest';
import { Redial, redial } from '../../../../display/ui/live/redial.ts';

const answer = (status: number) => Promise.resolve(new Response(null, { status }));
const away = () => Promise.reject(new TypeError('fetch failed'));

/** A line whose server answers as told, a knock at a time; after the last it says nothing more. */
function lineTo(...answers: (() => Promise<Response>)[]) {
  const dial = vi.fn();
  const pauses: number[] = [];
  const asked: string[] = [];
  const line = new Redial('http://lobby', {
    dial,
    wait: async (ms) => void pauses.push(ms),
    send: async (url) => {
      asked.push(String(url));
      return (answers.shift() ?? (() => new Promise<Response>(() => {})))();
    },
  });
  return { line, dial, pauses, asked };
}

describe('a cut line', () => {
  test('is knocked at with plain requests while nobody answers, and dialled once somebody does', async () => {
    const { line, dial, pauses, asked } = lineTo(
      ...Array.from({ length: 40 }, () => away),
      () => answer(502),
      () => answer(200),
    );
    const first = line.again();
    void line.again();
    await first;
    expect(asked).toHaveLength(42);
    expect(new Set(asked)).toEqual(new Set(['http://lobby/healthz']));
    expect(dial).toHaveBeenCalledTimes(1);
    expect(new Set(pauses).size).toBeGreaterThan(1);
  });

  test('is dialled when the server is there and has no such page, and again after a dial that failed', async () => {
    const { line, dial } = lineTo(
      () => answer(404),
      () => answer(200),
    );
    await line.again();
    await line.again();
    expect(dial).toHaveBeenCalledTimes(2);
  });

  test('is left alone when the page has stopped', async () => {
    const { line, dial, asked } = lineTo(() => answer(200));
    const under = line.again();
    line.stop();
    await under;
    expect(asked).toEqual([]);
    expect(dial).not.toHaveBeenCalled();
  });

  test('waits between knocks so that the longest wait and a knock leave it right within 2 s', () => {
    expect(redial.leastPauseMs + redial.spreadMs + redial.answerMs).toBeLessThanOrEqual(2_000);
  });
});
