import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardOf } from '../../../simulator/lobby/board/board-of.ts';
import { conformJournal } from '../../../simulator/lobby/conform.ts';
import { dueProposals, type ElasticMemories, lookAround, remembered } from '../../../simulator/lobby/elastic/watch.ts';
import { fold } from '../../../simulator/lobby/evolve/evolve.ts';
import { checkInvariants } from '../../../simulator/lobby/invariants.ts';
import { eventTypes, factSchema, type JournalEntry } from '../../../simulator/lobby/journal/event.ts';
import { anyCommand } from '../../fixtures/any-command.ts';
import { type CommandInput, openLobby, type TestLobby } from '../../fixtures/lobby.ts';

/** What a station would naturally do next, so that days get somewhere; `choice` picks among the natural verbs. */
function naturalNext(lobby: TestLobby, station: string, choice: number): CommandInput {
  const { status, ticket } = lobby.state.stations.get(station)!;
  const phase = ticket === null ? status : lobby.state.tickets.get(ticket)!.status;
  const away = [...lobby.state.tickets.values()].find((one) => one.status === 'parked' || one.status === 'no-show');
  const team = lobby.state.tickets.get(ticket ?? '')?.staff[1];
  const verbs: Partial<Record<typeof phase, readonly CommandInput[]>> = {
    closed: [{ type: 'open', station }],
    ready: [{ type: 'call-next', station }, away ? { type: 'resume', station, ticket: away.id } : { type: 'call-next', station }],
    called: [
      { type: 'start', station },
      { type: 'start', station },
      { type: 'no-show', station },
      { type: 'recall', station },
      { type: 'undo', station },
    ],
    serving: [
      team ? { type: 'leave-team', station, person: team } : { type: 'finish', station },
      { type: 'finish', station },
      { type: 'transfer', station, service: 'wealth' },
      { type: 'park', station },
      { type: 'undo', station },
    ],
  };
  const natural = verbs[phase] ?? [{ type: 'call-next', station }];
  return natural[choice % natural.length]!;
}

/** One command, then whatever an elastic rule has to say, as a host would do it. */
function play(lobby: TestLobby, memories: ElasticMemories, command: CommandInput): ElasticMemories {
  let known = memories;
  const from = lobby.journal.length;
  if (command.type === 'issue' && command.offline)
    lobby.try({ ...command, offline: { ...command.offline, occurredAt: lobby.now - 1000 } });
  else lobby.try(command);
  if (!lobby.state.day!.open) {
    const next = lobby.state.day!.endsAt;
    lobby.now = next;
    lobby.do({
      type: 'open-day',
      date: new Date(next + 4 * 3_600_000).toISOString().slice(0, 10),
      startsAt: next,
      endsAt: next + 24 * 3_600_000,
      hours: [{ from: next, to: next + 24 * 3_600_000 }],
    });
  }
  known = look(lobby, known, lobby.journal.slice(from));
  for (const { rule, action, waiting } of dueProposals(lobby.state, known, lobby.now)) {
    known = look(lobby, known, lobby.do({ type: 'propose-elastic', proposal: rule, rule, action, waiting }));
  }
  return known;
}

function look(lobby: TestLobby, memories: ElasticMemories, events: readonly JournalEntry[]): ElasticMemories {
  let known = memories;
  for (const event of events) {
    known = remembered(known, event);
    known = lookAround(fold(lobby.journal.slice(0, event.seq)), known, event.at);
  }
  return known;
}

const natural = fc.record({ station: fc.constantFrom('C1', 'C2', 'C3', 'K1', 'D1'), choice: fc.nat(9) });
const step = fc.tuple(
  fc.oneof({ weight: 3, arbitrary: anyCommand }, { weight: 2, arbitrary: natural }),
  fc.integer({ min: 0, max: 40_000 }),
);
const steps = fc.array(step, { minLength: 40, maxLength: 90, size: 'max' });

/** Staff in, stations open: a lobby at work. */
function lobbyAtWork(): TestLobby {
  const lobby = openLobby();
  lobby.do({ type: 'staff-join', person: 'g1' });
  for (const [station, person] of [
    ['C1', 't1'],
    ['C2', 't2'],
    ['K1', 'a1'],
  ] as const)
    lobby.do({ type: 'open', station, staff: [person] });
  lobby.do({ type: 'open', station: 'D1' });
  lobby.issue('t0', { needs: [{ service: 'corporate' }] });
  lobby.issue('t1');
  lobby.do({ type: 'route', ticket: 't1', to: { line: 'device' } });
  return lobby;
}

describe('any commands at all', () => {
  const seen = new Set<string>();

  it('[I1] to [I7] hold after every command, [T7] every refold agrees, and every decision conforms', () => {
    fc.assert(
      fc.property(steps, (commands) => {
        const lobby = lobbyAtWork();
        let memories: ElasticMemories = new Map();
        for (const [command, delay] of commands) {
          lobby.now += delay;
          memories = play(lobby, memories, 'choice' in command ? naturalNext(lobby, command.station, command.choice) : command);
          expect(checkInvariants(lobby.journal.slice(0))).toEqual([]);
        }
        for (const event of lobby.journal) {
          seen.add(event.type);
          expect(factSchema.parse({ type: event.type, data: event.data })).toEqual({ type: event.type, data: event.data });
        }
        expect(fold(lobby.journal)).toEqual(lobby.state);
        expect(conformJournal(lobby.journal).mismatches).toEqual([]);
        expect(boardOf(lobby.state, lobby.now, 'full').seq).toBe(lobby.state.seq);
      }),
      { numRuns: Number(process.env.TORTURE_RUNS ?? 600), seed: Number(process.env.TORTURE_SEED ?? 20260302) },
    );
  }, 120_000);

  it('is not vacuous: every kind of event occurred', () => {
    // A need that is joined later is not in the small branch; stations.test.ts covers it.
    const rare = new Set(['team-joined']);
    expect(eventTypes.filter((type) => !seen.has(type) && !rare.has(type))).toEqual([]);
  });
});

describe('planted faults are found', () => {
  const journal = (): JournalEntry[] => {
    const lobby = openLobby();
    lobby.do({ type: 'open', station: 'C1', staff: ['t1'] });
    lobby.do({ type: 'open', station: 'C2' });
    lobby.issue('a');
    lobby.issue('b');
    lobby.do({ type: 'call-next', station: 'C1' });
    lobby.do({ type: 'start', station: 'C1' });
    lobby.do({ type: 'finish', station: 'C1' });
    lobby.do({ type: 'call-next', station: 'C2' });
    return structuredClone([...lobby.journal]);
  };
  const at = (events: JournalEntry[], type: string, nth = 0): number =>
    events.map((event, n) => (event.type === type ? n : -1)).filter((n) => n >= 0)[nth]!;
  const rules = (events: JournalEntry[], records = {}): string[] => [
    ...new Set(checkInvariants(events, records).map(({ rule }) => rule)),
  ];

  it('an untouched journal is clean', () => {
    expect(checkInvariants(journal())).toEqual([]);
  });

  it('[I1] a lost acknowledgement; [I2] a key with two effects', () => {
    expect(rules(journal(), { acks: [{ seq: 5, type: 'voided' }] })).toEqual(['I1']);
    expect(rules(journal(), { keys: ['k'] })).toEqual(['I1']);
    const twice = journal().map((event, n) => ({ ...event, ...(n === 3 || n === 8 ? { cause: 'k' } : {}) }));
    expect(rules(twice)).toEqual(['I2']);
  });

  it('[I3] a number given twice, and a gap', () => {
    const same = journal();
    const second = same[at(same, 'ticket-issued', 1)]!;
    if (second.type === 'ticket-issued') Object.assign(second.data, { number: 'A001', ordinal: 1 });
    expect(rules(same)).toContain('I3');
    const gap = journal();
    const skipped = gap[at(gap, 'ticket-issued', 1)]!;
    if (skipped.type === 'ticket-issued') Object.assign(skipped.data, { number: 'A003', ordinal: 3 });
    expect(rules(gap)).toContain('I3');
  });

  it('[I4] a person at two stations', () => {
    const events = journal();
    const call = events[at(events, 'called', 1)]!;
    if (call.type === 'called') call.data.staff = ['t1', 't1'];
    expect(rules(events)).toContain('I4');
  });

  it('[I5] [T7] a ticket called twice, and a finish before the start', () => {
    const twice = journal();
    const call = twice[at(twice, 'called', 1)]!;
    if (call.type === 'called') call.data.ticket = 'a';
    expect(rules(twice)).toContain('I5');
    const early = journal();
    early.splice(at(early, 'service-started'), 1);
    expect(rules(early)).toEqual(expect.arrayContaining(['I5', 'I7']));
  });

  it('[I7] time that runs back, and a missing event', () => {
    const back = journal();
    back.at(-1)!.at -= 1;
    expect(rules(back)).toEqual(['I7']);
    const gap = journal();
    gap.splice(at(gap, 'recalled'), 0);
    gap.at(-1)!.seq += 1;
    expect(rules(gap)).toEqual(['I7']);
  });

  it('[I8] one changed byte', () => {
    const hashOf = (event: unknown): string => JSON.stringify(event).length.toString(16).padStart(64, '0');
    let prev = '0'.repeat(64);
    const chained = journal().map((event) => {
      const stored = { ...event, prev };
      prev = hashOf(stored);
      return stored;
    });
    expect(rules(chained, { hashOf })).toEqual([]);
    const touched = chained.map((event, n) => (n === 4 ? { ...event, at: event.at * 10 } : event));
    expect(rules(touched, { hashOf })).toContain('I8');
  });

  it('[I6] books that do not balance', async () => {
    const { checkBooks } = await import('../../../simulator/lobby/invariant/books.ts');
    const state = fold(journal());
    const complaints: string[] = [];
    checkBooks({ ...state, tally: { ...state.tally, done: 0 } }, (message) => complaints.push(message));
    checkBooks({ ...state, tally: { ...state.tally, waiting: 1, issued: 3 } }, (message) => complaints.push(message));
    expect(complaints).toEqual(['2 issued, 1 accounted for', '1 waiting in the tally, 0 in the lobby']);
  });

  it('conform names a call that the rule would not have made', () => {
    const events = journal();
    const first = at(events, 'called');
    const call = events[first]!;
    if (call.type === 'called') call.data.ticket = 'b';
    const { mismatches } = conformJournal(events.slice(0, first + 1));
    expect(mismatches).toMatchObject([{ type: 'called', rule: 'ratio', expected: { ticket: 'a' }, recorded: { ticket: 'b' } }]);
  });
});
