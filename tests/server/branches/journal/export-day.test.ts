import { describe, expect, it } from 'vitest';
import { BranchDirectory } from '../../../../server/branches/branch-directory.ts';
import { BranchQueue } from '../../../../server/branches/branch-queue.ts';
import { randomIds } from '../../../../server/branches/ids.ts';
import { exportDay } from '../../../../server/branches/journal/export-day.ts';
import { demoBranch } from '../../../../server/demo/branch.ts';
import { memoryStore } from '../../../../server/store/memory-store.ts';
import type { Command } from '../../../../simulator/lobby/command/command.ts';
import { conformJournal } from '../../../../simulator/lobby/conform.ts';
import { fold } from '../../../../simulator/lobby/evolve/evolve.ts';
import { type LobbyEvent, parseEvent } from '../../../../simulator/lobby/journal/event.ts';

const noon = Date.UTC(2026, 2, 2, 4);
const dayMs = 86_400_000;

async function threeDays() {
  const store = memoryStore();
  const now = { ms: noon };
  const directory = new BranchDirectory({
    store,
    clock: () => now.ms,
    ids: randomIds,
    onBug: (error) => {
      throw error;
    },
    onTrouble: () => {},
  });
  const queue = await directory.create('demo');
  if (!(queue instanceof BranchQueue)) throw new Error(queue.cannotServe);
  const send = async (command: Command): Promise<void> => {
    now.ms += 1000;
    const answer = await queue.submit({
      command,
      by: { kind: 'system', id: 'test' },
      key: null,
      present: (outcome) => ('refusal' in outcome ? { status: 409, body: outcome.refusal } : { status: 200, body: null }),
    });
    expect(answer).toEqual({ status: 200, body: null });
  };
  const issue = (more: Partial<Extract<Command, { type: 'issue' }>>): Promise<void> =>
    send({
      type: 'issue',
      ticket: randomIds.ticket(),
      needs: [{ service: 'cash' }],
      traits: [],
      channel: 'kiosk',
      language: 'en',
      prepared: false,
      ...more,
    });
  const serve = async (station: string): Promise<void> => {
    for (const type of ['call-next', 'start'] as const) await send({ type, station });
    await send({ type: 'finish', station, outcome: 'done' });
  };

  await send({ type: 'configure', config: demoBranch });
  await send({ type: 'change-strategy', rule: { id: 'fcfs', options: {} } });
  await send({ type: 'book', appointment: 'a1', slotAt: noon + dayMs, needs: [{ service: 'cash' }], prepared: true });
  await send({ type: 'open', station: 'C1', staff: ['T01'] });
  await send({ type: 'open', station: 'C2', staff: ['T02'] });
  await send({ type: 'lease-block', block: 'b1', series: 'A', holder: 'kiosk-1' });
  for (let n = 0; n < 6; n += 1) await issue({});
  await serve('C1');
  await serve('C2');
  await send({ type: 'call-next', station: 'C1' });
  await send({ type: 'start', station: 'C1' });
  // The second day begins with somebody in service at C1, a booking, and a block that comes home late.
  now.ms = noon + dayMs;
  await issue({ offline: { block: 'b1', ordinal: 501, occurredAt: noon } });
  await send({ type: 'finish', station: 'C1', outcome: 'done' });
  await send({ type: 'close', station: 'C1' });
  await issue({ appointment: 'a1' });
  await send({ type: 'open', station: 'C2', staff: ['T02'] });
  await serve('C2');
  await send({ type: 'return-block', block: 'b1' });
  now.ms = noon + 2 * dayMs;
  await send({ type: 'change-strategy', rule: { id: 'strict-priority', options: {} } });
  await send({ type: 'open', station: 'C2', staff: ['T02'] });
  await issue({});
  await serve('C2');
  return { store, state: queue.committed.lobby.state };
}

const read = async (store: ReturnType<typeof memoryStore>, day: string): Promise<LobbyEvent[]> => {
  const lines = await exportDay(store, 'demo', day);
  if (lines === null || lines === 'unavailable') throw new Error(`${day}: ${lines}`);
  let text = '';
  for await (const chunk of lines) text += chunk;
  return text
    .trim()
    .split('\n')
    .map((line) => parseEvent(JSON.parse(line)));
};

describe('the export of a day', () => {
  it('folds to the state the day ended in, and conforms, alone', async () => {
    const { store, state } = await threeDays();
    for (const day of ['2026-03-02', '2026-03-03', '2026-03-04']) {
      const events = await read(store, day);
      const { decisions, mismatches } = conformJournal(events);
      expect(mismatches).toEqual([]);
      expect(decisions).toBeGreaterThan(1);
      const opened = events.filter(({ type }) => type === 'day-opened').at(-1);
      expect(opened).toMatchObject({ data: { date: day } });
      expect(events.map(({ seq }) => seq)).toEqual(events.map(({ seq }) => seq).sort((one, other) => one - other));
    }
    const last = fold(await read(store, '2026-03-04'));
    expect({ ...last, appointments: null, stations: null }).toEqual({ ...state, appointments: null, stations: null });
    expect(last.appointments).toEqual(state.appointments);
    expect([...last.stations.values()].map(({ id, status }) => [id, status])).toEqual(
      [...state.stations.values()].map(({ id, status }) => [id, status]),
    );
  });

  it('holds nothing of other visits: only what was carried stands before the day', async () => {
    const { store } = await threeDays();
    const second = await read(store, '2026-03-03');
    const at = second.findLastIndex(({ type }) => type === 'day-opened');
    const before = second.slice(0, at);
    const issued = before.filter(({ type }) => type === 'ticket-issued');
    expect(issued).toHaveLength(1);
    expect(before.some(({ type }) => type === 'number-block-leased')).toBe(true);
    const third = await read(store, '2026-03-04');
    expect(
      third
        .slice(
          0,
          third.findLastIndex(({ type }) => type === 'day-opened'),
        )
        .map(({ type }) => type),
    ).toEqual(['branch-configured', 'strategy-changed', 'appointment-booked', 'appointment-checked-in']);
  });

  it('of a day that never was is null', async () => {
    const { store } = await threeDays();
    for (const day of ['2026-03-01', '2026-03-05', '1999-01-01']) expect(await exportDay(store, 'demo', day)).toBeNull();
    expect(await exportDay(store, 'nowhere', '2026-03-02')).toBeNull();
  });
});
