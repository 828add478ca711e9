import type { By } from '../../simulator/lobby/journal/envelope.ts';
import { isRefusal } from '../../simulator/lobby/refusal.ts';
import type { StoredKey } from '../store/stored-key.ts';
import { type Acted, act } from './act.ts';
import type { Answer } from './answer.ts';
import { housekeeping } from './housekeeping.ts';
import type { Ids } from './ids.ts';
import type { Stamped } from './journal/stamp.ts';
import type { Lobby } from './lobby.ts';
import { keyName, type QueueAnswer, type Submission } from './submission.ts';

/** What a batch of commands comes to, if the store keeps it. */
export interface Decided {
  readonly answers: ReadonlyMap<Submission, QueueAnswer>;
  readonly stamped: readonly Stamped[];
  /** The lobby after each of the events. */
  readonly steps: readonly Lobby[];
  readonly keys: readonly StoredKey[];
}

export interface BatchPorts {
  readonly branch: string;
  readonly nowMs: number;
  readonly ids: Ids;
  /** A bug ends its own command; the others go on. */
  readonly onBug: (error: unknown, command: string) => void;
}

const system: By = { kind: 'system', id: 'tingtang' };

/** Decides commands one after another, each on what the ones before led to. `known` holds answers given to equal keys before. */
export function decideBatch(
  from: Lobby,
  batch: readonly Submission[],
  known: ReadonlyMap<string, StoredKey>,
  ports: BatchPorts,
): Decided {
  const answers = new Map<Submission, QueueAnswer>();
  const acted: Acted[] = [];
  const keys: StoredKey[] = [];
  let lobby = from;
  const take = (done: Acted): void => {
    acted.push(done);
    lobby = done.after;
  };

  for (const command of housekeeping(() => lobby, ports.nowMs, ports.ids)) {
    const done = act(lobby, command, { branch: ports.branch, by: system, nowMs: ports.nowMs });
    if (!isRefusal(done)) take(done);
  }

  for (const submission of batch) {
    const { key, command } = submission;
    const before = key === null ? undefined : known.get(keyName(key));
    if (before !== undefined) {
      answers.set(
        submission,
        before.bodyHash === key?.bodyHash ? { status: before.status, body: JSON.parse(before.answer) } : 'key-reused',
      );
      continue;
    }
    try {
      const { answer, done } = decideOne(lobby, submission, ports);
      if (done !== null) take(done);
      if (key !== null && isLasting(answer))
        keys.push({ ...key, status: answer.status, answer: JSON.stringify(answer.body), at: ports.nowMs });
      answers.set(submission, answer);
    } catch (error) {
      ports.onBug(error, command.type);
      answers.set(submission, 'bug');
    }
  }
  return { answers, stamped: acted.flatMap(({ stamped }) => stamped), steps: acted.flatMap(({ steps }) => steps), keys };
}

function decideOne(
  lobby: Lobby,
  submission: Submission,
  ports: BatchPorts,
): { readonly answer: Answer; readonly done: Acted | null } {
  const { command, by, key, admit, present } = submission;
  const { nowMs } = ports;
  const notAdmitted = admit?.(lobby) ?? null;
  if (notAdmitted !== null) return { answer: notAdmitted, done: null };
  const done = act(lobby, command, { branch: ports.branch, by, cause: key?.key, nowMs });
  if (isRefusal(done)) return { answer: present({ refusal: done, before: lobby, nowMs }), done: null };
  const events = done.stamped.map(({ event }) => event);
  return { answer: present({ events, before: lobby, after: done.after, nowMs }), done };
}

/** Done or refused: a repeated request is told the same. Bad input is not kept, so that it can be mended under the same key. */
const isLasting = ({ status }: Answer): boolean => status < 300 || status === 409;
