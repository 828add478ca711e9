import type { Branch } from '../../../simulator/lobby/branch/branch.ts';
import { dayStart, openLobby, type TestLobby } from '../../fixtures/lobby.ts';
import { stageBranch } from './stage-branch.ts';

const minute = 60_000;
/** 10:32 in the branch: the middle of a morning. */
export const sceneNow = dayStart + 6.5 * 60 * minute + 2 * minute;

export const ticketIdOf = (number: number): string => `stage-ticket-${String(number).padStart(24, '0')}`;

/** A branch that has just opened: nobody yet, nothing open. */
export function emptyScene(branch: Branch = stageBranch): TestLobby {
  const lobby = openLobby(branch);
  lobby.now = sceneNow;
  return lobby;
}

const staffing = [
  ['C1', 't1'],
  ['C2', 't2'],
  ['C3', 't3'],
  ['C4', 't4'],
  ['C5', 't5'],
  ['K1', 'a1'],
  ['K2', 'a2'],
] as const;

const arrivals: readonly (readonly [minutesAgo: number, service: string, segment?: string, traits?: readonly string[]])[] = [
  [52, 'cash'],
  [50, 'card'],
  [49, 'wealth'],
  [47, 'cash'],
  [44, 'transfer'],
  [43, 'loan'],
  [41, 'cash'],
  [38, 'card', 'gold'],
  [36, 'cash'],
  [33, 'cash', 'normal', ['senior']],
  [31, 'wealth'],
  [29, 'transfer'],
  [27, 'cash', 'vip'],
  [25, 'card'],
  [22, 'cash'],
  [20, 'transfer', 'normal', ['care']],
  [18, 'corporate'],
  [16, 'cash'],
  [15, 'loan'],
  [13, 'card', 'normal', ['new']],
  [11, 'cash', 'vip'],
  [9, 'transfer'],
  [7, 'cash', 'gold'],
  [6, 'wealth'],
  [5, 'transfer'],
  [5, 'loan'],
  [4, 'cash', 'normal', ['senior']],
  [4, 'transfer'],
  [3, 'card'],
  [3, 'corporate'],
  [2, 'cash', 'gold'],
  [2, 'transfer'],
  [1, 'cash'],
  [1, 'cash', 'vip'],
];

/** A busy morning: tickets taken, served and waiting; counter 3 has just called, counter 5 pauses, counter 6 is closed. */
export function busyScene(branch: Branch = stageBranch): TestLobby {
  const lobby = openLobby(branch);
  const at = (minutesAgo: number): void => {
    lobby.now = sceneNow - minutesAgo * minute;
  };
  at(60);
  for (const [, person] of staffing) lobby.do({ type: 'staff-join', person });
  lobby.do({ type: 'staff-join', person: 'g1' });
  for (const [station, person] of staffing) lobby.do({ type: 'open', station, staff: [person] });
  const acts = new Map<number, (() => void)[]>();
  const plan = (minutesAgo: number, act: () => void): void => void acts.set(minutesAgo, [...(acts.get(minutesAgo) ?? []), act]);
  arrivals.forEach(([minutesAgo, service, segment = 'normal', traits = []], index) => {
    plan(minutesAgo, () =>
      lobby.issue(ticketIdOf(index + 1), {
        needs: service === 'card' && index > 20 ? [{ service }, { service: 'cash' }] : [{ service }],
        segment,
        traits: [...traits],
      }),
    );
  });
  const serve = (station: string, calledAgo: number, startedAgo?: number, finishedAgo?: number): void => {
    plan(calledAgo, () => lobby.do({ type: 'call-next', station }));
    if (startedAgo !== undefined) plan(startedAgo, () => lobby.do({ type: 'start', station }));
    if (finishedAgo !== undefined) plan(finishedAgo, () => lobby.do({ type: 'finish', station }));
  };
  serve('C1', 51, 50, 42);
  serve('C2', 48, 47, 40);
  serve('K1', 48, 47, 30);
  serve('K2', 42, 41, 17);
  serve('C4', 46, 45, 37);
  serve('C5', 43, 42, 34);
  serve('C1', 40, 39, 30);
  serve('C2', 37, 36, 28);
  serve('C4', 35, 34, 23);
  serve('C5', 32, 31, 12);
  serve('K1', 29, 28);
  serve('C1', 28, 27, 14);
  serve('C3', 26, 25, 5);
  serve('C2', 24, 23, 10);
  plan(21, () => lobby.do({ type: 'call-next', station: 'C4' }));
  plan(19, () => lobby.do({ type: 'no-show', station: 'C4' }));
  serve('C4', 17, 16, 8);
  serve('K2', 14, 13);
  plan(12, () => lobby.do({ type: 'pause', station: 'C5', reason: 'break' }));
  serve('C1', 8, 7);
  plan(6, () => lobby.do({ type: 'call-next', station: 'C4' }));
  plan(5, () => lobby.do({ type: 'start', station: 'C4' }));
  plan(4, () => lobby.do({ type: 'park', station: 'C4' }));
  serve('C4', 3, 2);
  serve('C2', 2);
  plan(1, () => lobby.do({ type: 'call-next', station: 'C3' }));
  plan(0, () => lobby.do({ type: 'recall', station: 'C3' }));
  for (const minutesAgo of [...acts.keys()].sort((a, b) => b - a)) {
    at(minutesAgo);
    for (const act of acts.get(minutesAgo) ?? []) act();
  }
  return lobby;
}
