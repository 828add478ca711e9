import { describe, expect, test } from 'vitest';
import { CommandClient } from '../../../../display/ui/live/command-client.ts';
import { failureText } from '../../../../display/ui/live/failure-text.ts';

type Reply = Response | Error;

/** A server that answers from a list, and a clock that only waiting moves. */
function served(...replies: (Reply | (() => Reply))[]) {
  const asked: { url: string; headers: Record<string, string>; body: unknown }[] = [];
  let nowMs = 0;
  const client = new CommandClient(
    { branch: 'demo', token: 'secret' },
    {
      origin: 'http://lobby',
      nowMs: () => nowMs,
      wait: async (ms) => {
        nowMs += ms;
      },
      send: async (url, request) => {
        asked.push({
          url: String(url),
          headers: request?.headers as Record<string, string>,
          body: request?.body === undefined ? undefined : JSON.parse(String(request.body)),
        });
        const next = replies.length > 1 ? replies.shift()! : replies[0]!;
        const reply = typeof next === 'function' ? next() : next;
        if (reply instanceof Error) throw reply;
        return reply;
      },
    },
  );
  return { client, asked, nowMs: () => nowMs };
}

const json = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status });
const cut = new TypeError('network');

describe('a press', () => {
  test('goes to its branch with the token and a key', async () => {
    const { client, asked } = served(json(200, { ticket: null }));
    expect(await client.atCounter('C1', 'call-next')).toEqual({ ok: true, ticket: null });
    expect(asked[0]?.url).toBe('http://lobby/api/branches/demo/counters/C1/call-next');
    expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer secret' });
    expect(asked[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f]{32}$/);
  });

  test('is sent again with the same key and body while the answer is lost, the server stumbles, or the key is in flight', async () => {
    const { client, asked } = served(
      cut,
      json(503, {}),
      json(429, {}),
      json(409, { error: { code: 'key-in-flight' } }),
      json(201, { ticket: { number: 'A001' } }),
    );
    expect(await client.issue({ service: 'cash' })).toMatchObject({ ok: true, ticket: { number: 'A001' } });
    expect(asked).toHaveLength(5);
    expect(new Set(asked.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(asked.every(({ body }) => JSON.stringify(body) === '{"service":"cash"}')).toBe(true);
  });

  test('two presses have two keys', async () => {
    const { client, asked } = served(json(200, { ticket: null }));
    await client.atCounter('C1', 'call-next');
    await client.atCounter('C1', 'call-next');
    expect(new Set(asked.map(({ headers }) => headers['idempotency-key'])).size).toBe(2);
  });

  test('gives up in the end, and says so in both languages', async () => {
    const { client, nowMs } = served(cut);
    const answer = await client.issue({ service: 'cash' });
    expect(answer).toMatchObject({ ok: false, code: 'away' });
    expect(nowMs()).toBeLessThanOrEqual(8_000);
    expect(nowMs()).toBeGreaterThan(4_000);
    if (!answer.ok)
      expect([failureText(answer, 'zh-CN'), failureText(answer, 'en')]).toEqual([
        '暂时联系不上系统，没有完成。请稍后再试',
        'The system cannot be reached, so this was not done. Please try again soon',
      ]);
  });

  test("a refusal is told in the server's words, at once", async () => {
    const { client, asked } = served(
      json(409, { error: { code: 'counter-busy', message: { zh: '窗口正忙', en: 'The counter is busy' } } }),
    );
    const answer = await client.atCounter('C1', 'call-next');
    expect(asked).toHaveLength(1);
    expect(answer).toMatchObject({ ok: false, code: 'counter-busy' });
    if (!answer.ok) expect([failureText(answer, 'zh-CN'), failureText(answer, 'en')]).toEqual(['窗口正忙', 'The counter is busy']);
  });

  test('ids with slashes and spaces cannot reach another address', async () => {
    const { client, asked } = served(json(200, { ticket: null }));
    await client.atTicket('../counters/C1', 'abandon');
    expect(asked[0]?.url).toBe('http://lobby/api/branches/demo/tickets/..%2Fcounters%2FC1/abandon');
  });
});
