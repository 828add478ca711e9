import { describe, expect, it } from 'vitest';
import { eachBench } from './printer-bench.ts';

const makeBench = eachBench();

describe('a printer that is silent', () => {
  it('gets no byte of the slip, so that none is printed twice', async () => {
    const bench = makeBench();
    const printer = await bench.start(['mute', 'prints'], { slowAfterMs: 5_000 });
    bench.print('A001', 'A002');
    await bench.sink.asked.next();
    bench.clock.advance(5_000);
    await bench.statusIs('slow');
    expect((await bench.sink.connections.next()).toString('hex')).toBe('100404');
    bench.clock.advance(400);
    expect(await bench.told(2)).toEqual(['A001 printed', 'A002 printed']);
    expect(printer.status().code).toBe('ok');
  });

  it('does not hold a slip for ever', async () => {
    const bench = makeBench();
    await bench.start(['mute'], { slowAfterMs: 50_000, giveUpAfterMs: 30_000 });
    bench.print('A001');
    await bench.sink.asked.next();
    bench.clock.advance(30_000);
    expect(await bench.told(1)).toEqual(['A001 not-printed slow']);
  });

  it('that took the slip is waited for, and not sent it again', async () => {
    const bench = makeBench();
    const printer = await bench.start(['ponders', 'prints'], { slowAfterMs: 5_000, giveUpAfterMs: 120_000 });
    bench.print('A001', 'A002');
    const socket = await bench.sink.pondering.next();
    bench.clock.advance(5_000);
    await bench.statusIs('slow');
    bench.clock.advance(100_000);
    expect(printer.status().waiting).toBe(2);
    bench.sink.sayDone(socket);
    expect(await bench.told(2)).toEqual(['A001 printed', 'A002 printed']);
    expect(await bench.papers(2)).toEqual(['A001', 'A002']);
    expect(bench.sink.jobs.left).toEqual([]);
  });

  it('that ran out of paper in the middle of the slip says so when asked, and ends it on the new roll', async () => {
    const bench = makeBench();
    await bench.start(['runs-out', 'prints'], { slowAfterMs: 5_000 });
    bench.print('A001');
    const socket = await bench.sink.pondering.next();
    bench.clock.advance(5_000);
    await bench.statusIs('slow');
    await bench.statusIs('paper-out');
    bench.sink.sayDone(socket);
    expect(await bench.told(1)).toEqual(['A001 printed']);
    expect(await bench.papers(1)).toEqual(['A001']);
  });

  it('that ran out of paper and got no new roll in time', async () => {
    const bench = makeBench();
    await bench.start(['runs-out'], { slowAfterMs: 5_000, giveUpAfterMs: 120_000 });
    bench.print('A001');
    await bench.sink.pondering.next();
    bench.clock.advance(5_000);
    await bench.statusIs('paper-out');
    bench.clock.advance(115_000);
    expect(await bench.told(1)).toEqual(['A001 not-printed paper-out maybe']);
  });

  it('that took the slip and never says done: given up, and said that it may be on paper', async () => {
    const bench = makeBench();
    await bench.start(['ponders'], { giveUpAfterMs: 120_000 });
    bench.print('A001');
    await bench.sink.pondering.next();
    bench.clock.advance(120_000);
    expect(await bench.told(1)).toEqual(['A001 not-printed slow maybe']);
  });
});

describe('a connection that breaks in the middle of a slip', () => {
  it('leads to a second copy that says so, before the slips behind it', async () => {
    const bench = makeBench();
    await bench.start(['breaks', 'prints']);
    bench.print('A001', 'A002');
    await bench.statusIs('broken');
    bench.clock.advance(400);
    expect(await bench.told(2)).toEqual(['A001 printed again', 'A002 printed']);
    expect(await bench.papers(2)).toEqual(['A001 again', 'A002']);
  });

  it('is not repeated until the roll is used up', async () => {
    const bench = makeBench();
    await bench.start(['breaks', 'breaks', 'breaks', 'prints']);
    bench.print('A001', 'A002');
    for (const _ of ['first', 'second', 'third']) {
      bench.clock.advance(await bench.resting());
    }
    expect(await bench.told(2)).toEqual(['A001 not-printed broken maybe', 'A002 printed']);
    expect(await bench.papers(1)).toEqual(['A002']);
  });
});

describe('a one-way print server', () => {
  it('is not asked, and has printed when it hangs up after the whole slip', async () => {
    const bench = makeBench();
    await bench.start(['one-way'], { answers: false });
    bench.print('A001', 'A002');
    expect(await bench.told(2)).toEqual(['A001 printed', 'A002 printed']);
    expect(await bench.papers(2)).toEqual(['A001', 'A002']);
    expect(bench.sink.asked.left).toEqual([]);
  });

  it('that never hangs up is slow, and the slip is given up in time', async () => {
    const bench = makeBench();
    await bench.start(['one-way-open'], { answers: false, slowAfterMs: 5_000, giveUpAfterMs: 120_000 });
    bench.print('A001');
    await bench.sink.ended.next();
    bench.clock.advance(5_000);
    await bench.statusIs('slow');
    bench.clock.advance(115_000);
    expect(await bench.told(1)).toEqual(['A001 not-printed slow maybe']);
  });
});
