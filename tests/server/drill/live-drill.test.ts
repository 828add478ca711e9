import { describe, expect, it } from 'vitest';
import { demoBranch } from '../../../server/demo/branch.ts';
import { theDrill } from '../../../server/drill/buttons.ts';
import { conformJournal } from '../../../simulator/lobby/conform.ts';
import { checkInvariants } from '../../../simulator/lobby/invariants.ts';
import type { By } from '../../../simulator/lobby/journal/envelope.ts';
import type { LobbyEvent } from '../../../simulator/lobby/journal/event.ts';
import { smallBranch } from '../../fixtures/branch.ts';
import { drilledBranch } from './drilled-branch.ts';

const teller: By = { kind: 'teller', id: 'tok-1' };
const manager: By = { kind: 'manager', id: 'tok-2' };
const kiosk: By = { kind: 'kiosk', id: 'tok-3' };
const isDrills = ({ by }: LobbyEvent): boolean => by.id === theDrill.id;
const at = (event: LobbyEvent): string | null =>
  'station' in event.data && typeof event.data.station === 'string' ? event.data.station : null;

describe('a live drill', () => {
  it('does everything that happens in a lobby, breaks no invariant, conforms to every rule, and goes home', async () => {
    const branch = await drilledBranch();
    await branch.play(30, 20, 1);
    const journal = await branch.journal();
    expect(branch.bugs).toEqual([]);
    expect(checkInvariants(journal)).toEqual([]);
    expect(conformJournal(journal).mismatches).toEqual([]);
    const kinds = new Set(journal.filter(isDrills).map(({ type }) => type));
    for (const kind of [
      'ticket-issued',
      'need-routed',
      'greeted',
      'called',
      'recalled',
      'no-show',
      'service-started',
      'service-finished',
      'transferred',
      'parked',
      'resumed',
      'abandoned',
      'device-use-started',
      'device-use-ended',
      'help-requested',
      'help-answered',
      'staff-joined',
      'staff-break-started',
      'staff-break-ended',
      'station-opened',
      'station-paused',
      'station-ready',
    ] as const)
      expect(kinds).toContain(kind);
    const tickets = journal.flatMap((event) => (event.type === 'ticket-issued' ? [event.data.ticket] : []));
    expect(tickets.length).toBeGreaterThan(500);
    // 160 random bits in base64url: nobody guesses a drilled ticket either.
    for (const ticket of tickets) expect(ticket).toMatch(/^[\w-]{27}$/);

    const { staff, stations, tally } = branch.state;
    expect([tally.waiting, tally.called, tally.serving, tally.parked, staff.size]).toEqual([0, 0, 0, 0, 0]);
    expect([...stations.values()].filter(({ id, status }) => !id.startsWith('D') && status !== 'closed')).toEqual([]);
  });

  it('is as many times as fast as it is told: twenty minutes pass in one, and the clock of the branch is wall time', async () => {
    const [slow, fast] = [await drilledBranch(), await drilledBranch()];
    await slow.play(20, 1, 5);
    await fast.play(1, 20, 5);
    const issued = async (branch: typeof slow) => (await branch.journal()).filter(({ type }) => type === 'ticket-issued').length;
    expect(Math.abs((await issued(slow)) - (await issued(fast)))).toBeLessThanOrEqual(2);
    const times = (await fast.journal()).map(({ at: ms }) => ms);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(60_000);
  });

  it('opens and closes a flexible window as its rule proposes, when nobody real answers', async () => {
    const [rule] = demoBranch.rules.elastic;
    const elastic = [{ ...rule!, openAtWaiting: 3, closeAtWaiting: 2, holdMs: 1_000, minOpenMs: 10_000 }];
    const branch = await drilledBranch({ ...demoBranch, rules: { ...demoBranch.rules, elastic } });
    await branch.play(20, 20, 8);
    const journal = await branch.journal();
    const here = journal.filter((event) => at(event) === rule!.station && isDrills(event)).map(({ type }) => type);
    expect(here).toEqual(expect.arrayContaining(['station-opened', 'called', 'service-finished', 'station-closed']));
    expect(journal.filter(({ type }) => type === 'elastic-accepted').length).toBeGreaterThan(2);
    expect(checkInvariants(journal)).toEqual([]);
  });

  it('serves a guest, who waits as long as it takes', async () => {
    const branch = await drilledBranch();
    let said = '';
    await branch.play(10, 20, 2, async (minute) => {
      if (minute !== 1) return;
      said = await branch.press(kiosk, {
        type: 'issue',
        ticket: 'a-guest-with-an-id-of-their-own',
        needs: [{ service: 'cash' }, { service: 'statement' }],
        traits: [],
        channel: 'kiosk',
        language: 'en',
        prepared: false,
      });
    });
    expect(said).toBe('done');
    const own = (await branch.journal()).filter(
      ({ data }) => 'ticket' in data && data.ticket === 'a-guest-with-an-id-of-their-own',
    );
    expect(own.map(({ type }) => type)).toEqual(expect.arrayContaining(['called', 'service-started']));
    expect(own.filter(({ type }) => type === 'abandoned' || type === 'voided')).toEqual([]);
    expect(own.at(-1)).toMatchObject({ data: { outcome: 'done' } });
  });

  it('leaves a counter to the teller who takes it over, until they close it, and takes it again after a while', async () => {
    const branch = await drilledBranch();
    let taken = 0;
    let closed = 0;
    await branch.play(20, 20, 3, async (minute) => {
      const { lobby } = branch.queue.committed;
      if (minute >= 2 && taken === 0 && (await branch.press(teller, { type: 'call-next', station: 'C1' })) === 'done') {
        // Nobody to call is an answer too; the counter is the teller's with the first event there.
        if (branch.queue.committed.lobby.holders.has('C1')) taken = branch.queue.committed.lobby.end.seq;
      }
      if (taken > 0 && closed === 0 && minute < 5 && lobby.state.stations.get('C1')!.status === 'busy') {
        await branch.press(teller, { type: 'start', station: 'C1' });
        await branch.press(teller, { type: 'finish', station: 'C1', outcome: 'done' });
      }
      if (taken > 0 && closed === 0 && minute >= 5 && (await branch.press(teller, { type: 'close', station: 'C1' })) === 'done')
        closed = branch.queue.committed.lobby.end.seq;
    });
    const here = (await branch.journal()).filter((event) => at(event) === 'C1');
    expect(taken).toBeGreaterThan(0);
    expect(closed).toBeGreaterThan(taken);
    expect(here.filter((event) => event.seq > taken && event.seq <= closed && isDrills(event))).toEqual([]);
    const [again] = here.filter(({ seq, type }) => seq > closed && type === 'station-opened');
    expect(again).toMatchObject({ by: theDrill });
    // At least eight minutes of the drill.
    expect(again!.at - here.find(({ seq }) => seq === closed)!.at).toBeGreaterThanOrEqual((8 * 60_000) / 20);
    expect(branch.bugs).toEqual([]);
  });

  it('does not end a pause that somebody else has begun, and goes home around real people', async () => {
    const branch = await drilledBranch();
    let paused = false;
    await branch.play(6, 20, 4, async (minute) => {
      if (minute >= 1 && !paused)
        paused = (await branch.press(manager, { type: 'pause', station: 'C2', reason: 'meeting' })) === 'done';
      if (minute === 2) await branch.press(manager, { type: 'staff-join', person: 'T05' });
    });
    expect(paused).toBe(true);
    expect(branch.state.stations.get('C2')).toMatchObject({ status: 'paused', pauseReason: 'meeting' });
    expect(branch.state.staff.has('T05')).toBe(true);
  });

  it('goes on where an earlier one has left off, on any branch', async () => {
    const branch = await drilledBranch(smallBranch);
    await branch.play(5, 20, 5);
    await branch.press(manager, { type: 'open', station: 'C1', staff: ['t1'] });
    await branch.play(5, 20, 6);
    const journal = await branch.journal();
    expect(checkInvariants(journal)).toEqual([]);
    expect(conformJournal(journal).mismatches).toEqual([]);
    expect(branch.bugs).toEqual([]);
    expect(journal.filter(({ type }) => type === 'service-finished').length).toBeGreaterThan(10);
  });

  it('goes on over the roll of the business day', async () => {
    const branch = await drilledBranch();
    // From noon to three minutes before four in the morning.
    branch.sleeps(16 * 60 - 3);
    await branch.play(8, 20, 3);
    const journal = await branch.journal();
    const opened = journal.filter(({ type }) => type === 'day-opened').map(({ seq }) => seq);
    expect(opened.length).toBe(2);
    const after = journal.filter(({ seq, type }) => seq > opened[1]! && type === 'service-finished');
    expect(after.length).toBeGreaterThan(30);
    expect(checkInvariants(journal)).toEqual([]);
    expect(conformJournal(journal).mismatches).toEqual([]);
    expect(branch.bugs).toEqual([]);
  });

  it('does not make up for the time that a machine has slept', async () => {
    const branch = await drilledBranch();
    await branch.play(65, 20, 6, (minute) => {
      if (minute === 2) branch.sleeps(60);
    });
    const issued = (await branch.journal()).filter(({ type }) => type === 'ticket-issued').length;
    expect(issued).toBeLessThan(400);
  });
});
