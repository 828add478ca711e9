import { branchSchema } from '../../../simulator/lobby/branch/branch.ts';
import type { TestLobby } from '../../fixtures/lobby.ts';
import { floorBranch, floorBranchInput } from './floor-branch.ts';
import { busyScene, emptyScene, sceneNow, ticketIdOf } from './scenes.ts';

const minute = 60_000;

/** A busy morning with devices in use, and everything that calls for somebody: help, a broken device, a proposal, a remote ticket. */
export function troubleScene(): TestLobby {
  const lobby = busyScene(floorBranch);
  lobby.do({ type: 'staff-join', person: 'g2' });
  lobby.do({ type: 'staff-join', person: 't6' });
  for (const station of ['D1', 'D2', 'D3']) lobby.do({ type: 'open', station });
  lobby.do({ type: 'pause', station: 'D3', reason: 'technical' });
  lobby.do({ type: 'start', station: 'D1', ticket: waitingFor(lobby, 'card'), assistedBy: 'g1' });
  lobby.issue(ticketIdOf(90), { channel: 'remote' });
  lobby.do({ type: 'request-help', help: 'h1', device: 'kiosk-1', zone: 'hall' });
  lobby.do({ type: 'propose-elastic', proposal: 'p1', rule: 'flex-6', action: 'open', waiting: 9 });
  // Loans are done at desk 2 alone.
  lobby.do({ type: 'finish', station: 'K2' });
  lobby.do({ type: 'staff-leave', person: 'a2' });
  lobby.now += 2 * minute;
  return lobby;
}

const waitingFor = (lobby: TestLobby, service: string): string =>
  [...lobby.state.tickets.values()].find(
    ({ status, needs, current }) => status === 'waiting' && needs[current]!.service === service,
  )!.id;

/** A quiet hour: two counters and a desk at work, one customer greeted and waiting for the desk. */
export function quietScene(): TestLobby {
  const lobby = emptyScene(floorBranch);
  lobby.now = sceneNow - 60 * minute;
  lobby.do({ type: 'staff-join', person: 'g1' });
  for (const [station, person] of [
    ['C1', 't1'],
    ['C2', 't2'],
    ['K1', 'a1'],
  ] as const)
    lobby.do({ type: 'open', station, staff: [person] });
  lobby.do({ type: 'open', station: 'D1' });
  for (let n = 1; n <= 6; n += 1) {
    lobby.now += 5 * minute;
    lobby.issue(ticketIdOf(n), { needs: [{ service: n % 3 === 0 ? 'wealth' : 'cash' }] });
    const station = n % 3 === 0 ? 'K1' : `C${1 + (n % 2)}`;
    lobby.do({ type: 'route', ticket: ticketIdOf(n), greeter: 'g1' });
    lobby.do({ type: 'call-next', station });
    lobby.do({ type: 'start', station });
    lobby.now += 3 * minute;
    if (n < 5) lobby.do({ type: 'finish', station });
  }
  lobby.now = sceneNow - 4 * minute;
  lobby.issue(ticketIdOf(7), { needs: [{ service: 'wealth' }] });
  lobby.do({ type: 'route', ticket: ticketIdOf(7), greeter: 'g1' });
  lobby.now = sceneNow;
  return lobby;
}

/** What strains a layout: sixteen-character names, numbers of four digits, a hundred waiting. */
export function crowdedScene(): TestLobby {
  const long = { zh: '个人跨境汇款与外币兑换业务办理', en: 'Personal cross-border transfers and exchange' };
  const branch = branchSchema.parse({
    ...floorBranchInput,
    services: floorBranchInput.services.map((service) => (service.id === 'transfer' ? { ...service, names: long } : service)),
    lines: floorBranchInput.lines.map((line) => (line.id === 'personal' ? { ...line, names: long } : line)),
    rules: { ...floorBranchInput.rules, numbers: { digits: 4, leaseFrom: 5001, leaseSize: 50 } },
  });
  const lobby = busyScene(branch);
  for (let n = 200; n < 300; n += 1) lobby.issue(ticketIdOf(n), { needs: [{ service: n % 2 === 0 ? 'transfer' : 'cash' }] });
  lobby.now += 20 * minute;
  return lobby;
}
