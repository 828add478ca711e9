import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measure } from '../../../../simulator/lobby/kpi/measure.ts';
import { type CommandInput, openLobby, type TestLobby } from '../../../fixtures/lobby.ts';

const station = fc.constantFrom('C1', 'C2', 'K1', 'D1');
const service = fc.constantFrom('cash', 'card', 'wealth');
const outcome = fc.constantFrom('done', 'documents-missing', 'customer-left', 'device-failed' as const);
const ticket = fc.integer({ min: 0, max: 9 }).map((n) => `t${n}`);
const at = <T extends CommandInput['type']>(type: T) => station.map((id) => ({ type, station: id }) as CommandInput);

const command: fc.Arbitrary<CommandInput> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc
      .tuple(ticket, fc.array(service, { minLength: 1, maxLength: 3 }))
      .map(([id, needs]): CommandInput => ({ type: 'issue', ticket: id, needs: needs.map((one) => ({ service: one })) })),
  },
  { weight: 6, arbitrary: at('call-next') },
  { weight: 6, arbitrary: at('start') },
  { weight: 8, arbitrary: ticket.map((who): CommandInput => ({ type: 'start', station: 'D1', ticket: who })) },
  { weight: 3, arbitrary: outcome.map((how): CommandInput => ({ type: 'finish', station: 'D1', outcome: how })) },
  {
    weight: 6,
    arbitrary: fc.tuple(station, outcome).map(([id, how]): CommandInput => ({ type: 'finish', station: id, outcome: how })),
  },
  at('no-show'),
  at('park'),
  { weight: 2, arbitrary: at('undo') },
  fc.tuple(station, ticket).map(([id, who]): CommandInput => ({ type: 'resume', station: id, ticket: who })),
  ticket.map((who): CommandInput => ({ type: 'abandon', ticket: who })),
  ticket.map((who): CommandInput => ({ type: 'void', ticket: who, reason: 'duplicate' })),
  fc.tuple(station, service).map(([id, to]): CommandInput => ({ type: 'transfer', station: id, service: to })),
  fc.tuple(ticket, service).map(([who, to]): CommandInput => ({ type: 'transfer', ticket: who, service: to })),
);

function lobbyAfter(commands: readonly (readonly [gapMs: number, CommandInput])[]): TestLobby {
  const lobby = openLobby();
  for (const id of ['C1', 'C2', 'K1', 'D1']) lobby.do({ type: 'open', station: id });
  for (const [gapMs, input] of commands) {
    lobby.now += gapMs;
    lobby.try(input);
  }
  return lobby;
}

test('[U2] a measured journal agrees with the state of the lobby on every ticket, whatever was done and undone', () => {
  const seen = new Map<string, number>();
  const count = (key: string): unknown => seen.set(key, (seen.get(key) ?? 0) + 1);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 30_000 }), command), { minLength: 20, maxLength: 160, size: 'max' }),
      (commands) => {
        const lobby = lobbyAfter(commands);
        const { visits, perVisit, needs } = measure(lobby.journal);
        const last = visits.map((visit) => visit.needs.at(-1)!);
        const ended = (...outcomes: unknown[]): number => last.filter((need) => outcomes.includes(need.outcome)).length;
        const { tally, tickets } = lobby.state;
        expect(ended('abandoned')).toBe(tally.abandoned);
        expect(ended('void')).toBe(tally.void);
        expect(ended('no-show')).toBe(tally.noShow);
        expect(ended(null)).toBe(tally.waiting + tally.called + tally.serving + tally.parked);
        expect(visits.length).toBe(tally.issued);
        for (const need of last) {
          const inLobby = tickets.get(need.ticket);
          if (!inLobby || need.outcome !== null) continue;
          const { current, needs: all, needSince, startedAt, status } = inLobby;
          expect([need.need, need.service, need.waitFrom]).toEqual([current, all[current]!.service, needSince]);
          if (status === 'serving') expect(need.startedAt).not.toBeNull();
          if (status === 'serving' && need.workMs === 0) expect(need.startedAt).toBe(startedAt);
        }
        for (const need of needs) {
          count(String(need.outcome));
          if (need.workMs > 0 && need.endedAt === null) count('parked or resumed');
        }
        if (lobby.journal.some(({ type }) => type === 'undone')) count('undone');
        expect(perVisit.served).toBe(visits.filter((visit) => visit.outcome === 'done').length);
      },
    ),
    { numRuns: 150, seed: 20261122 },
  );
  // The property has met every way a need can end.
  for (const key of [
    'done',
    'referred',
    'device-failed',
    'customer-left',
    'abandoned',
    'no-show',
    'void',
    'null',
    'undone',
    'parked or resumed',
  ]) {
    expect(seen.get(key) ?? 0, key).toBeGreaterThan(0);
  }
});

test('[D4] after the day is closed whoever waited counts as unserved', () => {
  const lobby = openLobby();
  lobby.issue('a');
  lobby.now += 60_000;
  lobby.do({ type: 'close-day' });
  expect(measure(lobby.journal).perVisit).toMatchObject({ unserved: 1, served: 0 });
});
