import { describe, expect, it } from 'vitest';
import type { Slip } from '../../../server/print/slip.ts';
import { readPaper } from './paper-head.ts';
import { eachBench } from './printer-bench.ts';

const makeBench = eachBench();

describe('a printer in order', () => {
  it('takes Chinese in GB18030, the QR code and the cut over TCP, and says done', async () => {
    const bench = makeBench();
    const printer = await bench.start();
    bench.print('A001');
    const bytes = await bench.sink.jobs.next();
    // 现金存取 after FS &; a raster picture; feed and cut.
    expect(bytes.toString('hex')).toMatch(/1c26cfd6bdf0b4e6c8a1.*1d763000.*1d564200/);
    expect(readPaper(bytes).lines).toContain('请到现金柜台区等候叫号');
    expect(await bench.told(1)).toEqual(['A001 printed']);
    expect(printer.status()).toMatchObject({ code: 'ok', waiting: 0, notPrinted: [], paperLow: false });
  });

  it('prints in the order of issue, each slip once, over one connection at a time', async () => {
    const bench = makeBench();
    await bench.start();
    bench.print('A001', 'A002', 'A003');
    expect(await bench.told(3)).toEqual(['A001 printed', 'A002 printed', 'A003 printed']);
    expect(await bench.papers(3)).toEqual(['A001', 'A002', 'A003']);
    expect(bench.sink.jobs.left).toEqual([]);
    expect(bench.sink.mostAtOnce).toBe(1);
  });

  it('does nothing while print is called: issuing goes on first', async () => {
    const bench = makeBench();
    const printer = await bench.start();
    bench.print('A001');
    expect(printer.status()).toMatchObject({ code: 'ok', waiting: 1 });
    expect(bench.clock.size).toBe(1);
    await bench.told(1);
    expect(bench.clock.size).toBe(0);
  });

  it('tells that the roll is nearly used up', async () => {
    const bench = makeBench();
    const printer = await bench.start(['little-paper', 'prints']);
    bench.print('A001');
    await bench.told(1);
    expect(printer.status()).toMatchObject({ code: 'ok', paperLow: true });
    expect(await bench.statuses.next()).toMatchObject({ paperLow: true });
    bench.print('A002');
    expect(await bench.statuses.next()).toMatchObject({ paperLow: false });
  });
});

describe('a printer that cannot be reached', () => {
  it('keeps the slips and prints them in order when it is back', async () => {
    const bench = makeBench();
    const printer = await bench.start();
    await bench.sink.stop();
    bench.print('A001', 'A002', 'A003');
    expect(await bench.statusIs('unreachable')).toMatchObject({ waiting: 3, message: { zh: expect.stringContaining('打印机') } });
    await bench.sink.start();
    bench.clock.advance(400);
    expect(await bench.told(3)).toEqual(['A001 printed', 'A002 printed', 'A003 printed']);
    expect(await bench.papers(3)).toEqual(['A001', 'A002', 'A003']);
    expect(printer.status()).toMatchObject({ code: 'ok', waiting: 0 });
  });

  it('tries again ever more rarely', async () => {
    const bench = makeBench();
    await bench.start(['hangs-up'], { retryFirstMs: 400, retryMostMs: 2_000 });
    bench.print('A001');
    for (const pauseMs of [400, 800, 1_600, 2_000, 2_000]) {
      expect(await bench.resting()).toBe(pauseMs);
      bench.clock.advance(pauseMs);
    }
  });

  it('is tried again soon after it has been in order', async () => {
    const bench = makeBench();
    await bench.start(['hangs-up', 'hangs-up', 'prints', 'hangs-up'], { retryFirstMs: 400 });
    bench.print('A001', 'A002');
    bench.clock.advance(await bench.resting());
    bench.clock.advance(await bench.resting());
    expect(await bench.resting()).toBe(400);
  });

  it('reports a slip whose customer has gone on, with its number, and forgets it', async () => {
    const bench = makeBench();
    const printer = await bench.start(['prints'], { giveUpAfterMs: 120_000 });
    await bench.sink.stop();
    bench.print('A001');
    await bench.statusIs('unreachable');
    bench.clock.advance(100);
    bench.print('A002');
    // The tries in between are refused too; they end whenever the network says so.
    bench.clock.advance(119_900);
    expect(await bench.told(1)).toEqual(['A001 not-printed unreachable']);
    expect(printer.status()).toMatchObject({ waiting: 1, notPrinted: ['A001'] });
    bench.clock.advance(100);
    expect(await bench.told(1)).toEqual(['A002 not-printed unreachable']);
    expect(printer.status()).toMatchObject({ code: 'unreachable', waiting: 0, notPrinted: ['A001', 'A002'] });
  });

  it('drops the oldest slip when too many wait: its customer has gone, the newest stands at the kiosk', async () => {
    const bench = makeBench();
    const printer = await bench.start(['prints'], { queueLimit: 3 });
    await bench.sink.stop();
    bench.print('A001');
    await bench.statusIs('unreachable');
    bench.print('A002', 'A003', 'A004');
    expect(await bench.told(1)).toEqual(['A001 not-printed queue-full']);
    expect(printer.status()).toMatchObject({ code: 'queue-full', waiting: 3 });
    await bench.sink.start();
    bench.clock.advance(400);
    expect(await bench.papers(3)).toEqual(['A002', 'A003', 'A004']);
    await bench.told(3);
    expect(printer.status().code).toBe('ok');
  });
});

describe('a printer without paper', () => {
  it('gets nothing until the roll is changed', async () => {
    const bench = makeBench();
    const printer = await bench.start(['no-paper', 'prints']);
    bench.print('A001');
    await bench.statusIs('paper-out');
    expect(printer.status()).toMatchObject({ waiting: 1, message: { zh: '打印机缺纸，请换纸' } });
    expect((await bench.sink.connections.next()).toString('hex')).toBe('100404');
    bench.clock.advance(400);
    expect(await bench.told(1)).toEqual(['A001 printed']);
    expect(await bench.papers(1)).toEqual(['A001']);
  });
});

describe('the printer itself', () => {
  it('reports a slip that cannot be laid out, and prints the next', async () => {
    const bench = makeBench();
    const printer = await bench.start();
    printer.print({ number: 'A000' } as Slip);
    bench.print('A001');
    expect(await bench.told(2)).toEqual(['A000 not-printed unprintable', 'A001 printed']);
  });

  it('lets the slip under way end when it is closed, and gives up the rest', async () => {
    const bench = makeBench();
    const printer = await bench.start(['ponders']);
    bench.print('A001', 'A002');
    const socket = await bench.sink.pondering.next();
    const closing = printer.close();
    bench.print('A003');
    expect(await bench.told(2)).toEqual(['A002 not-printed closing', 'A003 not-printed closing']);
    bench.sink.sayDone(socket);
    await closing;
    expect(await bench.told(1)).toEqual(['A001 printed']);
    expect(bench.clock.size).toBe(0);
  });

  it('does not wait for ever when it is closed', async () => {
    const bench = makeBench();
    const printer = await bench.start(['ponders']);
    bench.print('A001');
    await bench.sink.pondering.next();
    const closing = printer.close();
    bench.clock.advance(2_000);
    await closing;
    expect(await bench.told(1)).toEqual(['A001 not-printed closing maybe']);
  });
});
