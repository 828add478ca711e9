import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { branchSchema } from '../../../../simulator/lobby/branch/branch.ts';
import { lineFor } from '../../../../simulator/lobby/greeting/line-for.ts';
import { optionsFor } from '../../../../simulator/lobby/greeting/options-for.ts';
import { routeReasonCodes } from '../../../../simulator/lobby/greeting/reason.ts';
import { makeRouter, policies } from '../../../../simulator/lobby/greeting/table.ts';
import { hasProblems } from '../../../../simulator/lobby/problem.ts';
import { smallBranch, smallBranchInput } from '../../../fixtures/branch.ts';
import { routed, type Scene, viewOf } from './lobby-view.ts';

const everythingOpen: Scene = { open: { counter: 3, device: 2, desk: 1 }, assistPlaces: 1 };
const counter = { kind: 'counter', mode: 'counter', line: 'normal', zone: 'hall' };
const device = { kind: 'device', mode: 'device', line: 'device', zone: 'smart' };
const assisted = { ...device, mode: 'assisted-device' };

describe('[R1] the line of a need', () => {
  test('is the first declared one that takes its service, segment and station kind', () => {
    const line = (service: string, segment: string, kind: 'counter' | 'desk' | 'device' | 'room') =>
      smallBranch.lines[lineFor(smallBranch, service, segment, kind)]?.id;
    expect(line('cash', 'vip', 'counter')).toBe('vip');
    expect(line('cash', 'gold', 'counter')).toBe('normal');
    expect(line('wealth', 'vip', 'desk')).toBe('vip');
    expect(line('wealth', 'normal', 'desk')).toBe('advice');
    expect(line('cash', 'normal', 'desk')).toBeUndefined();
    expect(line('cash', 'normal', 'room')).toBeUndefined();
  });

  test('ways without a station that gives the service, or without a line, are no options', () => {
    const modes = (branch: typeof smallBranch, service: string) => optionsFor(branch, service, 'normal').map(({ mode }) => mode);
    expect(modes(smallBranch, 'card')).toEqual(['assisted-device', 'counter']);
    const noDevices = branchSchema.parse({
      ...smallBranchInput,
      stations: smallBranchInput.stations.filter(({ kind }) => kind !== 'device'),
    });
    expect(modes(noDevices, 'card')).toEqual(['counter']);
    const noLine = branchSchema.parse({ ...smallBranchInput, lines: smallBranchInput.lines.filter(({ id }) => id !== 'normal') });
    expect(modes({ ...noLine, rules: smallBranch.rules }, 'card')).toEqual(['assisted-device']);
    expect(modes(smallBranch, 'nothing')).toEqual([]);
  });
});

describe('[R1] by-need', () => {
  test('sends to the first way that is open, in the order of the service', () => {
    expect(routed('by-need', {}, {}, everythingOpen)).toEqual({ ...counter, reason: 'first-open' });
    expect(routed('by-need', {}, {}, { open: { device: 1 } })).toEqual({ ...device, reason: 'first-open' });
    expect(routed('by-need', {}, { service: 'card' }, everythingOpen)).toEqual({ ...assisted, reason: 'first-open' });
  });

  test('an assisted device needs somebody to assist', () => {
    expect(routed('by-need', {}, { service: 'card' }, { ...everythingOpen, assistPlaces: 0 })).toEqual({
      ...counter,
      reason: 'first-open',
    });
  });

  test('sends to the usual way when nothing is open yet, and nowhere when there is none', () => {
    expect(routed('by-need', {}, {}, {})).toEqual({ ...counter, reason: 'none-open' });
    expect(routed('by-need', {}, { service: 'nothing' }, everythingOpen)).toBeNull();
    expect(routed('by-need', {}, { segment: 'nobody' }, everythingOpen)).toBeNull();
  });
});

describe('[R1] by-load', () => {
  test('sends to the shortest expected wait: (waiting + 1) × typical work ÷ open servers', () => {
    const waiting = (normal: number, atDevices: number): Scene => ({ ...everythingOpen, waiting: { normal, device: atDevices } });
    // cash: 4 min over 3 counters, 3 min over 2 devices
    expect(routed('by-load', {}, {}, waiting(5, 4))).toEqual({ ...device, reason: 'least-wait' }); // 8 against 7.5
    expect(routed('by-load', {}, {}, waiting(4, 4))).toEqual({ ...counter, reason: 'least-wait' }); // 6.7 against 7.5
  });

  test('the newcomer’s own turn counts: with nobody waiting the faster place is chosen', () => {
    expect(routed('by-load', {}, {}, { open: { counter: 1, device: 2 } })?.kind).toBe('device'); // 4 min against 1.5
  });

  test('a ready station is no wait, while fewer wait than are ready', () => {
    const scene: Scene = { ...everythingOpen, waiting: { normal: 0, device: 1 }, ready: { device: 2 } };
    expect(routed('by-load', {}, {}, scene)?.kind).toBe('device');
    expect(routed('by-load', {}, {}, { ...scene, ready: { device: 1 } })?.kind).toBe('counter');
  });

  test('a tie goes to the earlier way of the service', () => {
    expect(routed('by-load', {}, {}, { ...everythingOpen, ready: { counter: 1, device: 2 } })?.kind).toBe('counter');
  });

  test('what is not open is never chosen while anything is', () => {
    const count = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(count, count, count, count, (counters, devices, normal, atDevices) => {
        const scene: Scene = { open: { counter: counters, device: devices }, waiting: { normal, device: atDevices } };
        const route = routed('by-load', {}, {}, scene)!;
        expect(route.reason).toBe(counters + devices > 0 ? 'least-wait' : 'none-open');
        if (counters + devices > 0) expect(scene.open![route.kind]).toBeGreaterThan(0);
      }),
    );
  });
});

describe('[R1] device-first', () => {
  const options = { exempt: ['senior'], assist: ['new'] };

  test('an able customer goes to a device, another to a device with a greeter', () => {
    expect(routed('device-first', options, {}, everythingOpen)).toEqual({ ...device, reason: 'device-able' });
    expect(routed('device-first', options, { service: 'card' }, everythingOpen)).toEqual({
      ...assisted,
      reason: 'device-assisted',
    });
    expect(routed('device-first', options, { service: 'card', traits: ['new'] }, everythingOpen)).toEqual({
      ...assisted,
      reason: 'device-assisted',
    });
  });

  test('who needs help is not left alone with a device', () => {
    expect(routed('device-first', options, { traits: ['new'] }, everythingOpen)).toEqual({
      ...counter,
      reason: 'device-not-offered',
    });
  });

  test('an exempt customer is not sent to a device', () => {
    expect(routed('device-first', options, { traits: ['senior'] }, everythingOpen)).toEqual({
      ...counter,
      reason: 'device-exempt',
    });
    expect(routed('device-first', {}, { traits: ['senior'] }, everythingOpen)).toEqual({ ...device, reason: 'device-able' });
  });

  test('without an open device or a greeter the customer goes by need', () => {
    expect(routed('device-first', options, {}, { open: { counter: 1 } })).toEqual({ ...counter, reason: 'device-not-open' });
    expect(routed('device-first', options, { service: 'card' }, { ...everythingOpen, assistPlaces: 0 })).toEqual({
      ...counter,
      reason: 'device-not-open',
    });
    expect(routed('device-first', options, { service: 'wealth' }, everythingOpen)).toMatchObject({
      kind: 'desk',
      line: 'advice',
      reason: 'device-not-offered',
    });
  });
});

test('every route a policy gives exists in the branch and has a known reason', () => {
  const few = fc.integer({ min: 0, max: 2 });
  const scene = fc.record({
    open: fc.record({ counter: few, device: few, desk: few }),
    ready: fc.record({ counter: few, device: few, desk: few }),
    waiting: fc.record({ normal: few, device: few, vip: few, advice: few }),
    assistPlaces: few,
  });
  const ticket = fc.record({
    service: fc.constantFrom('cash', 'card', 'wealth', 'corporate'),
    segment: fc.constantFrom('vip', 'gold', 'normal'),
    traits: fc.subarray(['senior', 'new']),
  });
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(policies)), ticket, scene, (id, facts, lobby) => {
      const options = id === 'device-first' ? { exempt: ['senior'], assist: ['new'] } : {};
      const route = routed(id, options, facts, lobby)!;
      const line = smallBranch.lines.find((candidate) => candidate.id === route.line)!;
      expect(line.kinds).toContain(route.kind);
      expect(line.zone).toBe(route.zone);
      expect(line.segments ?? [facts.segment]).toContain(facts.segment);
      expect(line.services ?? [facts.service]).toContain(facts.service);
      expect(routeReasonCodes).toContain(route.reason);
    }),
  );
});

test('a policy that does not fit the branch says what is wrong, and where', () => {
  const problems = (id: string, options: Record<string, unknown>) => {
    const made = makeRouter({ id, options }, smallBranch);
    return hasProblems(made) ? made.problems : [];
  };
  const allowed = 'by-need, by-load, device-first';
  expect(problems('random', {})).toEqual([{ path: 'id', message: `unknown greeting policy "random"; allowed: ${allowed}` }]);
  expect(problems('by-load', { near: 1 })).toEqual([{ path: 'options', message: 'Unrecognized key: "near"; leave it out' }]);
  expect(problems('device-first', { exempt: ['senior', 'old'] })).toEqual([
    { path: 'options.exempt.1', message: 'unknown trait "old"; declared: senior, new' },
  ]);
});

test('routes are made once: the same answer is the same object', () => {
  const made = makeRouter({ id: 'by-load', options: {} }, smallBranch);
  if (hasProblems(made)) throw new Error('by-load takes no options');
  const ticket = { service: 'cash', segment: 'normal', traits: [] };
  expect(made.route(ticket, viewOf(everythingOpen))).toBe(made.route(ticket, viewOf(everythingOpen)));
});
