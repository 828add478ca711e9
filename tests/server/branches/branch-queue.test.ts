import { describe, expect, it } from 'vitest';
import { BranchDirectory } from '../../../server/branches/branch-directory.ts';
import { BranchQueue } from '../../../server/branches/branch-queue.ts';
import { randomIds } from '../../../server/branches/ids.ts';
import type { QueueAnswer } from '../../../server/branches/submission.ts';
import { demoBranch } from '../../../server/demo/branch.ts';
import { memoryStore } from '../../../server/store/memory-store.ts';
import type { Store } from '../../../server/store/store.ts';
import type { Command } from '../../../simulator/lobby/command/command.ts';

const noon = Date.UTC(2026, 2, 2, 4);

async function demoQueue(store: Store, now = { ms: noon }) {
  const bugs: unknown[] = [];
  const troubles: string[] = [];
  const ports = {
    store,
    clock: () => now.ms,
    ids: randomIds,
    onBug: (error: unknown) => bugs.push(error),
    onTrouble: (trouble: string) => troubles.push(trouble),
  };
  const directory = new BranchDirectory(ports);
  const queue = await directory.create('demo');
  if (!(queue instanceof BranchQueue)) throw new Error(queue.cannotServe);
  const send = (command: Command, key: string | null = null): Promise<QueueAnswer> =>
    queue.submit({
      command,
      by: { kind: 'system', id: 'test' },
      key: key === null ? null : { scope: 'test', key, bodyHash: 'b' },
      present: (outcome) =>
        'refusal' in outcome ? { status: 409, body: outcome.refusal.refused } : { status: 200, body: outcome.events.length },
    });
  if (queue.committed.lobby.state.config === null) await send({ type: 'configure', config: demoBranch });
  return { queue, send, now, bugs, troubles, directory };
}

const issue = (): Command => ({
  type: 'issue',
  ticket: randomIds.ticket(),
  needs: [{ service: 'cash' }],
  traits: [],
  channel: 'kiosk',
  language: 'zh-CN',
  prepared: false,
});

describe('a branch queue', () => {
  it('commits everything that comes in one turn at once, and answers after it', async () => {
    const base = memoryStore();
    const sizes: number[] = [];
    let committed = false;
    const store: Store = {
      ...base,
      async append(...given) {
        sizes.push(given[2].length);
        await new Promise((resolve) => setImmediate(resolve));
        committed = true;
        return base.append(...given);
      },
    };
    const { send, queue } = await demoQueue(store);
    await queue.tick();
    sizes.length = 0;
    committed = false;
    const heard: boolean[] = [];
    queue.onCommitted(() => heard.push(committed));
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(issue()).then((answer) => [answer, committed])));
    expect(answers.every(([answer, after]) => typeof answer === 'object' && answer.status === 200 && after === true)).toBe(true);
    expect(sizes).toEqual([100]);
    expect(heard).toEqual([true]);
  });

  it('answers that it is unavailable when the store cannot keep it, loses nothing, and goes on', async () => {
    const base = memoryStore();
    let full = false;
    const store: Store = {
      ...base,
      append: async (...given) => (full ? { failed: 'unavailable', message: 'disk full' } : base.append(...given)),
    };
    const { send, queue, troubles } = await demoQueue(store);
    await send(issue(), 'k1');
    const before = queue.committed.lobby;
    const published: unknown[] = [];
    queue.onCommitted((events) => published.push(events));
    full = true;
    expect(await Promise.all([send(issue(), 'k2'), send({ type: 'open', station: 'C1', staff: [] }, 'k3')])).toEqual([
      'unavailable',
      'unavailable',
    ]);
    expect(queue.committed.lobby).toBe(before);
    expect(published).toEqual([]);
    expect(troubles).toEqual(['disk full']);
    full = false;
    expect(await send(issue(), 'k2')).toMatchObject({ status: 200 });
    expect([...queue.committed.lobby.state.tickets.values()].map(({ number }) => number)).toEqual(['A001', 'A002']);
  });

  it('takes what was kept although the store said it was not', async () => {
    const base = memoryStore();
    let lie = false;
    const store: Store = {
      ...base,
      async append(...given) {
        const kept = await base.append(...given);
        return lie ? { failed: 'unavailable', message: 'answer lost' } : kept;
      },
    };
    const { send, queue } = await demoQueue(store);
    lie = true;
    expect(await send(issue(), 'k1')).toBe('unavailable');
    lie = false;
    // The client asks again with its key and is told what was done; there is one ticket.
    expect(await send(issue(), 'k1')).toEqual({ status: 200, body: 2 });
    expect(queue.committed.lobby.state.tickets.size).toBe(1);
  });

  it('decides anew on what somebody else wrote in between', async () => {
    const store = memoryStore();
    const [one, two] = [await demoQueue(store), await demoQueue(store)];
    await one.send(issue());
    expect(await two.send(issue())).toMatchObject({ status: 200 });
    expect(await one.send({ type: 'open', station: 'C1', staff: [] })).toMatchObject({ status: 200 });
    expect(await two.send({ type: 'open', station: 'C1', staff: [] })).toEqual({ status: 409, body: 'counter-already-open' });
    expect([...two.queue.committed.lobby.state.tickets.values()].map(({ number }) => number)).toEqual(['A001', 'A002']);
  });

  it('a bug ends its own command only', async () => {
    const { queue, send, bugs } = await demoQueue(memoryStore());
    const broken = queue.submit({
      command: issue(),
      by: { kind: 'system', id: 'test' },
      key: null,
      present: () => {
        throw new Error('a bug');
      },
    });
    expect(await Promise.all([send(issue()), broken, send(issue())])).toEqual([
      { status: 200, body: 2 },
      'bug',
      { status: 200, body: 2 },
    ]);
    expect(bugs).toHaveLength(1);
    expect(queue.committed.lobby.state.tally.issued).toBe(2);
    expect(queue.committed.lobby.end.seq).toBe((await queue.committed.since(0))?.at(-1)?.seq);
  });

  it('time never goes back in the journal, whatever the clock does', async () => {
    const { queue, send, now } = await demoQueue(memoryStore());
    await send(issue());
    now.ms -= 3_600_000;
    await send(issue());
    const times = queue.committed.since(0)!.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('a start from the journal gives the same lobby', async () => {
    const store = memoryStore();
    const first = await demoQueue(store);
    await first.send({ type: 'open', station: 'C1', staff: [] });
    for (let n = 0; n < 5; n += 1) await first.send(issue());
    await first.send({ type: 'call-next', station: 'C1' });
    const again = await demoQueue(store);
    expect(again.queue.committed.lobby).toEqual(first.queue.committed.lobby);
    expect(again.queue.committed.tail()).toEqual(first.queue.committed.tail());
  });

  it('a journal that was altered is not served', async () => {
    const base = memoryStore();
    const { send } = await demoQueue(base);
    await send(issue());
    const store: Store = {
      ...base,
      async read(...given) {
        const lines = await base.read(...given);
        return Array.isArray(lines)
          ? lines.map((line) => (line.seq === 3 ? { ...line, text: line.text.replace('D1', 'D9') } : line))
          : lines;
      },
    };
    const { directory } = await demoQueue(base);
    const other = new BranchDirectory({ store, clock: () => noon, ids: randomIds, onBug: () => {}, onTrouble: () => {} });
    expect(await other.openAll()).toEqual([{ cannotServe: expect.stringContaining('altered at seq 4') }]);
    expect(await directory.openAll()).toEqual([]);
  });
});

describe('the business day', () => {
  it('opens before the first command, with its devices', async () => {
    const { queue, send } = await demoQueue(memoryStore());
    await send(issue());
    const types = queue.committed.tail().map(({ type }) => type);
    expect(types).toEqual([
      'branch-configured',
      'day-opened',
      'station-opened',
      'station-opened',
      'station-opened',
      'station-opened',
      'ticket-issued',
      'need-routed',
    ]);
    expect(queue.committed.lobby.state.day).toMatchObject({ date: '2026-03-02', open: true });
  });

  it('rolls before the first command after its end: who waits is void, who is served is carried, counters close', async () => {
    const { queue, send, now } = await demoQueue(memoryStore());
    await send({ type: 'open', station: 'C1', staff: ['T01'] });
    await send({ type: 'open', station: 'C2', staff: ['T02'] });
    await send(issue());
    await send(issue());
    await send({ type: 'call-next', station: 'C1' });
    await send({ type: 'start', station: 'C1' });
    await send({ type: 'book', appointment: 'a1', slotAt: noon + 3_600_000, needs: [{ service: 'cash' }], prepared: false });
    await send({ type: 'book', appointment: 'a2', slotAt: noon + 30 * 3_600_000, needs: [{ service: 'cash' }], prepared: false });
    now.ms = queue.committed.lobby.state.day!.endsAt;
    const seq = queue.committed.lobby.end.seq;
    await send(issue());
    const { state } = queue.committed.lobby;
    expect(state.day).toMatchObject({ date: '2026-03-03', open: true });
    expect([...state.tickets.values()].map(({ number, status }) => [number, status])).toEqual([
      ['A001', 'serving'],
      ['A001', 'waiting'],
    ]);
    expect(state.stations.get('C1')?.status).toBe('busy');
    expect(state.stations.get('C2')?.status).toBe('closed');
    expect(state.stations.get('D1')?.status).toBe('ready');
    expect([...state.staff.keys()]).toEqual(['T01']);
    expect(state.appointments.get('a1')?.status).toBe('missed');
    expect(state.appointments.get('a2')?.status).toBe('booked');
    const rolled = queue.committed.since(seq)!.map(({ type }) => type);
    expect(rolled.slice(0, 2)).toEqual(['voided', 'day-closed']);
    expect(rolled.indexOf('day-opened')).toBeGreaterThan(rolled.indexOf('appointment-missed'));
    await send({ type: 'finish', station: 'C1', outcome: 'done' });
    expect(queue.committed.lobby.state.tally.done).toBe(1);
  });

  it('rolls to the next date when the roll time was moved to a later hour', async () => {
    const { queue, send, now } = await demoQueue(memoryStore());
    await send({ type: 'configure', config: { ...demoBranch, dayRollsAt: '06:00' } });
    now.ms = queue.committed.lobby.state.day!.endsAt;
    await queue.tick();
    expect(queue.committed.lobby.state.day).toMatchObject({
      date: '2026-03-03',
      open: true,
      startsAt: now.ms,
      endsAt: now.ms + 26 * 3_600_000,
    });
    const { seq } = queue.committed.lobby.end;
    expect(await send(issue())).toMatchObject({ status: 200 });
    await queue.tick();
    expect(queue.committed.lobby.end.seq).toBe(seq + 2);
  });

  it('rolls on a tick too, once, and over several days that nobody came', async () => {
    const { queue, now } = await demoQueue(memoryStore());
    await queue.tick();
    now.ms += 3 * 86_400_000;
    await queue.tick();
    await queue.tick();
    const days = queue.committed.tail().filter(({ type }) => type === 'day-opened');
    expect(days.map(({ data }) => (data as { date: string }).date)).toEqual(['2026-03-02', '2026-03-05']);
  });

  it('proposes to open the flex counter when too many wait for long, and lets the proposal expire', async () => {
    const { queue, send, now } = await demoQueue(memoryStore());
    for (let n = 0; n < 12; n += 1) await send(issue());
    await queue.tick();
    expect(queue.committed.lobby.state.proposals.size).toBe(0);
    now.ms += 120_000;
    await queue.tick();
    expect([...queue.committed.lobby.state.proposals.values()]).toMatchObject([{ rule: 'flex-8', action: 'open', station: 'C8' }]);
    await queue.tick();
    expect(queue.committed.lobby.state.proposals.size).toBe(1);
    now.ms += 300_000;
    await queue.tick();
    expect(queue.committed.tail().at(-1)?.type).toMatch(/^elastic-(expired|proposed)$/);
  });
});
