import { expect, it } from 'vitest';
import { printersFileSchema } from '../../../server/print/printer-config.ts';
import { makePrinters } from '../../../server/print/printers.ts';
import { HandTimers } from './hand-timers.ts';
import { Sink } from './sink.ts';
import { slipNumbered } from './slips.ts';

it('says since when a printer is out of order and who holds no paper, until it is mended', async () => {
  const sink = new Sink();
  await sink.start();
  const config = {
    branch: 'demo',
    host: '127.0.0.1',
    port: sink.port,
    giveUpAfterMs: 100,
    retryFirstMs: 100,
    // By the clock of this test, which runs ahead in leaps.
    connectTimeoutMs: 60_000,
    slowAfterMs: 60_000,
  };
  await sink.stop();
  let clock = 1_000;
  const timers = new HandTimers();
  const printers = makePrinters(
    printersFileSchema.parse({ v: 1, printers: [config] }),
    () => ({ timers }),
    () => clock,
  );
  const told: string[] = [];
  printers.onNews((branch) => told.push(branch));
  const news = () => printers.news('demo')[0]!;
  expect(news()).toMatchObject({ code: 'ok', names: null, since: 1_000, withoutPaper: [] });
  clock = 2_000;
  for (const number of ['A001', 'A002']) printers.at('demo', 'any')!.print(slipNumbered(number));
  await expect.poll(() => news().code).toBe('unreachable');
  clock = 3_000;
  timers.advance(10 * 60_000);
  await expect.poll(() => news().withoutPaper).toEqual(['A001', 'A002']);
  expect(news()).toMatchObject({ code: 'unreachable', since: 2_000 });
  // Somebody mends it while nobody waits for paper: it is asked, prints nothing, and is in order.
  await sink.start();
  await expect
    .poll(
      () => {
        timers.advance(10_000);
        return news();
      },
      { interval: 200 },
    )
    .toMatchObject({ code: 'ok', since: 3_000, withoutPaper: [] });
  expect(timers.size).toBeLessThanOrEqual(1);
  expect(new Set(told)).toEqual(new Set(['demo']));
  await printers.close();
  await sink.stop();
});
