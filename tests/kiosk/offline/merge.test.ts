import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Failure, newKey } from '../../../display/ui/live/command-client.ts';
import { issueBody } from '../../../kiosk/issuing.ts';
import { give, type Pending } from '../../../kiosk/offline/kept.ts';
import { renew } from '../../../kiosk/offline/leases.ts';
import { merge } from '../../../kiosk/offline/merge.ts';
import { seriesNeeded, seriesOf } from '../../../kiosk/series.ts';
import { checkInvariants } from '../../../simulator/lobby/invariants.ts';
import { dayStart, openLobby } from '../../fixtures/lobby.ts';
import { BranchLine, type Fate, MemoryKeep } from './branch-line.ts';

const minute = 60_000;
const dayMs = 24 * 3_600_000;

/** A kiosk without a screen, on the real core. */
async function kiosk() {
  const line = new BranchLine(openLobby());
  const keep = new MemoryKeep();
  await renew(keep, line, line.board);
  const { board } = line;
  return {
    line,
    keep,
    /** A customer comes: the lobby is asked first, then the kiosk's own numbers. Answers the number they hold. */
    async take(service = 'cash', traits: readonly string[] = []): Promise<string> {
      const request = { services: [service], traits, segment: null, language: 'zh-CN' as const };
      const key = newKey();
      const reply = await line.post('/tickets', issueBody(request), { key });
      if (reply.ok) return (reply.body.ticket as { number: string }).number;
      expect((reply as Failure).code).toBe('away');
      const given = await keep.change<Pending | string>((kept) => {
        const answer = give(kept, seriesOf(board, request)!, { key, body: issueBody(request), nowMs: line.lobby.now });
        return typeof answer === 'string' ? [kept, answer] : answer;
      });
      return typeof given === 'string' ? given : given.number;
    },
    merge: () => merge(keep, line, line.board),
    renew: () => renew(keep, line, line.board),
    waiting: () =>
      [...line.lobby.state.tickets.values()]
        .filter(({ status }) => status === 'waiting')
        .sort((a, b) => a.readyAt - b.readyAt || a.seq - b.seq)
        .map(({ number }) => number),
  };
}

describe('numbers given in an outage', () => {
  test('every series a customer may need is leased once, and renewed when a fifth is left', async () => {
    const { line, keep, renew, take } = await kiosk();
    expect(seriesNeeded(line.board)).toEqual(['A', 'L', 'C']);
    expect(keep.kept.blocks.map(({ series }) => series)).toEqual(['A', 'L', 'C']);
    await renew();
    expect(keep.kept.blocks).toHaveLength(3);
    line.fates = ['lost', 'lost', 'lost', 'lost'];
    expect([await take(), await take(), await take(), await take()]).toEqual(['A006', 'A007', 'A008', 'block-full']);
    await merge(keep, line, line.board);
    await renew();
    expect(keep.kept.blocks.map(({ series, next }) => series + next)).toEqual(['L6', 'C6', 'A9']);
    expect(checkInvariants(line.lobby.journal)).toEqual([]);
  });

  test('come in by their true arrival, before those who came later online', async () => {
    const { line, take, merge, waiting } = await kiosk();
    const online = await take();
    line.fates = ['lost', 'lost'];
    line.lobby.now += minute;
    const first = await take();
    line.lobby.now += minute;
    const second = await take();
    line.lobby.now += minute;
    const later = await take();
    await merge();
    expect(waiting()).toEqual([online, first, second, later]);
    expect(checkInvariants(line.lobby.journal)).toEqual([]);
  });

  test('an answer that was lost just before leaves no twin', async () => {
    const { line, take, merge, waiting } = await kiosk();
    line.fates = ['answer-lost'];
    const held = await take();
    expect(line.lobby.state.tally.issued).toBe(1);
    await merge();
    expect(waiting()).toEqual([held]);
    expect(line.lobby.state.tally).toMatchObject({ issued: 2, waiting: 1, void: 1 });
    expect(line.lobby.journal.findLast(({ type }) => type === 'voided')?.data).toMatchObject({ reason: 'duplicate' });
  });

  test('what the branch no longer knows is left out; the customer keeps the number', async () => {
    const { line, keep, take, merge, waiting } = await kiosk();
    line.fates = ['lost', 'lost'];
    const held = [await take('corporate', ['senior']), await take('cash')];
    const { branch } = line.lobby.state.config!;
    const services = branch.services.filter(({ id }) => id !== 'corporate');
    line.lobby.do({ type: 'configure', config: { ...branch, services, traits: [] } });
    await merge();
    expect(waiting()).toEqual(held);
    expect(keep.kept).toMatchObject({ outbox: [], stranded: [] });
  });

  test('a block that the lobby does not know (it was restored from an older copy) is told to staff, not lost in silence', async () => {
    const { line, keep, take } = await kiosk();
    line.fates = ['lost'];
    const held = await take();
    const restored = new BranchLine(openLobby());
    await merge(keep, restored, restored.board);
    expect(keep.kept).toMatchObject({ outbox: [], stranded: [held] });
  });

  test('over the roll of the day: yesterday is recorded and void, leases are returned and taken anew', async () => {
    const { line, keep, take, merge, renew } = await kiosk();
    line.fates = ['lost', 'lost'];
    const held = await take();
    line.lobby.do({ type: 'close-day' });
    line.lobby.now = dayStart + dayMs + minute;
    expect(await take()).toBe('day-over');
    line.lobby.do({
      type: 'open-day',
      date: '2026-03-03',
      startsAt: dayStart + dayMs,
      endsAt: dayStart + 2 * dayMs,
      hours: [{ from: dayStart + dayMs, to: dayStart + 2 * dayMs }],
    });
    await merge();
    await renew();
    const issued = line.lobby.journal.findLast(({ type }) => type === 'ticket-issued')!;
    expect(issued.data).toMatchObject({ number: held, date: '2026-03-02' });
    expect(line.lobby.journal.findLast(({ type }) => type === 'voided')?.data).toMatchObject({ reason: 'day-ended' });
    expect(keep.kept.blocks.map(({ date }) => date)).toEqual(['2026-03-03', '2026-03-03', '2026-03-03']);
    expect(line.lobby.journal.filter(({ type }) => type === 'number-block-returned')).toHaveLength(3);
    expect(checkInvariants(line.lobby.journal)).toEqual([]);
  });

  test('whatever is lost on the line, each customer ends with one ticket under the number they hold', async () => {
    const fate = fc.constantFrom<Fate>('answered', 'answered', 'answer-lost', 'lost');
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('cash', 'card', 'wealth', 'corporate').map((service) => ({ take: service })) },
      { weight: 2, arbitrary: fc.constant('merge' as const) },
      { weight: 1, arbitrary: fc.constant('renew' as const) },
    );
    let offline = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.array(fate, { maxLength: 60 }), async (steps, fates) => {
        const { line, keep, take, merge, renew, waiting } = await kiosk();
        line.fates = fates;
        const held: string[] = [];
        let refused = 0;
        for (const each of steps) {
          line.lobby.now += 1_000;
          if (each === 'merge') await merge();
          else if (each === 'renew') await renew();
          else {
            const number = await take(each.take);
            if (number === 'block-full') refused += 1;
            else held.push(number);
          }
        }
        line.fates = [];
        await merge();
        offline += held.filter((number) => /00[6-9]|01\d/.test(number)).length;
        expect(keep.kept).toMatchObject({ outbox: [], stranded: [] });
        expect(new Set(held).size).toBe(held.length);
        const there = waiting();
        expect(held.filter((number) => !there.includes(number))).toEqual([]);
        // Who was told that the block is full went to the greeter; a number nobody saw may stand for them, as after any lost answer.
        expect(there.length - held.length).toBeLessThanOrEqual(refused);
        expect(checkInvariants(line.lobby.journal)).toEqual([]);
      }),
      { numRuns: 300, seed: 20261122 },
    );
    expect(offline).toBeGreaterThan(100);
  });
});
