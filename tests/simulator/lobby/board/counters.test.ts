import { describe, expect, test } from 'vitest';
import type { BoardCounter } from '../../../../simulator/lobby/board/board.ts';
import { boardOf } from '../../../../simulator/lobby/board/board-of.ts';
import { branchSchema } from '../../../../simulator/lobby/branch/branch.ts';
import { smallBranchInput } from '../../../fixtures/branch.ts';
import { openLobby, type TestLobby } from '../../../fixtures/lobby.ts';

const at = (lobby: TestLobby, id: string, view: 'public' | 'full' = 'full'): BoardCounter =>
  boardOf(lobby.state, lobby.now, view).counters.find((counter) => counter.id === id)!;

describe('a station on the board', () => {
  test('shows which way it is where the branch says so, to everybody', () => {
    const stations = smallBranchInput.stations.map((station, index) =>
      index === 0 ? { ...station, direction: 'left' as const } : station,
    );
    const lobby = openLobby(branchSchema.parse({ ...smallBranchInput, stations }));
    expect(at(lobby, 'C1', 'public').direction).toBe('left');
    expect(at(lobby, 'C2', 'public').direction).toBeNull();
  });

  test('tells staff which services it can give: those of its kind, its own limits, the skills of who works it', () => {
    const lobby = openLobby();
    expect(at(lobby, 'C1').serves).toEqual(['cash', 'card', 'corporate']);
    expect(at(lobby, 'C3').serves).toEqual(['cash', 'card']);
    expect(at(lobby, 'K1').serves).toEqual(['wealth']);
    const cashier = lobby.state.config!.branch.staff.find(
      ({ role, skills }) => role === 'teller' && !skills.includes('corporate'),
    )!;
    lobby.do({ type: 'staff-join', person: cashier.id });
    lobby.do({ type: 'open', station: 'C1', staff: [cashier.id] });
    expect(at(lobby, 'C1').serves).toEqual(cashier.skills.filter((skill) => ['cash', 'card'].includes(skill)));
    expect(at(lobby, 'C1', 'public').serves).toBeUndefined();
  });
});

test('[P3] a need for two shows who is held, whom it lacks and who could join, and each of them may', () => {
  const lobby = openLobby();
  const { staff } = lobby.state.config!.branch;
  const teller = staff.find(({ role, skills }) => role === 'teller' && skills.includes('corporate'))!;
  const advisor = staff.find(({ role, skills }) => role === 'advisor' && skills.includes('corporate'))!;
  for (const person of [teller.id, advisor.id]) lobby.do({ type: 'staff-join', person });
  lobby.do({ type: 'open', station: 'C1', staff: [teller.id] });
  lobby.issue('solo');
  lobby.do({ type: 'call-next', station: 'C1' });
  expect(at(lobby, 'C1').team).toBeNull();
  lobby.do({ type: 'start', station: 'C1' });
  lobby.do({ type: 'finish', station: 'C1' });
  lobby.issue('pair', { needs: [{ service: 'corporate' }] });
  lobby.do({ type: 'call-next', station: 'C1' });
  expect(at(lobby, 'C1').team).toEqual({ held: [teller.id, advisor.id], missing: [] });
  lobby.do({ type: 'start', station: 'C1' });
  lobby.do({ type: 'leave-team', station: 'C1', person: advisor.id });
  expect(at(lobby, 'C1').team).toEqual({
    held: [teller.id],
    missing: [{ role: 'advisor', skill: 'corporate', able: [advisor.id] }],
  });
  lobby.do({ type: 'break-start', person: advisor.id });
  expect(at(lobby, 'C1').team?.missing[0]?.able).toEqual([]);
  lobby.do({ type: 'break-end', person: advisor.id });
  lobby.do({ type: 'join-team', station: 'C1', person: at(lobby, 'C1').team!.missing[0]!.able[0]! });
  expect(at(lobby, 'C1').team?.missing).toEqual([]);
});
