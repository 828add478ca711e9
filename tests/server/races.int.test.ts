import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Lobby, openLobby, type Reply } from './running-service.ts';

let lobby: Lobby;
beforeEach(async () => {
  lobby = await openLobby();
});
afterEach(() => lobby.close());

/** Does something so often, one after another, as one machine does. */
async function oneAfterAnother(times: number, act: () => Promise<Reply>): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (let n = 0; n < times; n += 1) replies.push(await act());
  return replies;
}

describe('many at once', () => {
  it('20 kiosks × 200 tickets: every number once, none left out', { timeout: 500_000 }, async () => {
    const services = ['cash', 'transfer', 'card', 'statement'];
    const kiosks = await Promise.all(Array.from({ length: 20 }, () => lobby.token('kiosk')));
    const issued = (
      await Promise.all(
        kiosks.map((token, k) => oneAfterAnother(200, () => lobby.post('/tickets', { service: services[k % 4] }, token))),
      )
    ).flat();
    expect(issued.filter(({ status }) => status !== 201)).toEqual([]);
    const numbers: string[] = issued.map(({ body }) => body.ticket.number);
    expect(new Set(numbers).size).toBe(4000);
    for (const series of ['A', 'B', 'C', 'D']) {
      const ordinals = numbers.filter((number) => number.startsWith(series)).map((number) => Number(number.slice(1)));
      expect(ordinals.sort((one, other) => one - other)).toEqual(ordinals.map((_, at) => at + 1));
    }
    expect(new Set(issued.map(({ body }) => body.ticket.id)).size).toBe(4000);
  });

  it('8 callers × 400 call-next: no ticket to two counters', { timeout: 500_000 }, async () => {
    const counters = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'];
    const kiosk = await lobby.token('kiosk');
    const waiting = await Promise.all(Array.from({ length: 400 }, () => lobby.post('/tickets', { service: 'cash' }, kiosk)));
    const calls = await Promise.all(
      counters.map(async (counter) => {
        const teller = await lobby.token('teller', { counter });
        const act = (verb: string) => lobby.post(`/counters/${counter}/${verb}`, {}, teller);
        expect((await act('open')).status).toBe(200);
        return oneAfterAnother(400, async () => {
          const called = await act('call-next');
          expect(called.status).toBe(200);
          if (called.body.ticket === null) return called;
          expect(called.body.ticket.counter).toBe(counter);
          expect((await act('no-show')).status).toBe(200);
          return called;
        });
      }),
    );
    const got = calls.flat().flatMap(({ body }) => (body.ticket ? [body.ticket.id as string] : []));
    expect(got.sort()).toEqual(waiting.map(({ body }) => body.ticket.id).sort());
    // Everybody had a share of them, or there was no race.
    for (const replies of calls) expect(replies.some(({ body }) => body.ticket !== null)).toBe(true);
  });
});
