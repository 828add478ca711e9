import type { LobbyEvent } from '../../simulator/lobby/journal/event.ts';
import { isFailure, type Store } from '../store/store.ts';
import type { Clock } from './clock.ts';
import type { CommittedLobby } from './committed-lobby.ts';
import { type Decided, decideBatch } from './decide-batch.ts';
import type { Ids } from './ids.ts';
import { keyName, type QueueAnswer, type Submission } from './submission.ts';

/** Commands of one transaction at most: bounds how long one commit keeps the event loop. */
const batchLimit = 500;
/** When somebody else wrote in between, the batch is decided anew on what is there now; this often in all. */
const attempts = 3;

export interface QueuePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly onBug: (error: unknown, about: { readonly branch: string; readonly command: string }) => void;
  /** The store could not keep a batch, or its journal is not what it should be. */
  readonly onTrouble: (trouble: string, about: { readonly branch: string }) => void;
  /** Commands in one commit, and how long the store took, ms. */
  readonly onCommit?: (commands: number, storeMs: number) => void;
}

/** Hears of events after their commit, in order; null: more than is at hand, look at the lobby itself. */
export type CommitListener = (events: readonly LobbyEvent[] | null) => void;

interface Waiting {
  readonly submission: Submission | null;
  readonly resolve: (answer: QueueAnswer) => void;
}

/**
 * One branch's commands, one after another: decide, evolve in memory, commit everything that queued up in one transaction,
 * and only then answer and publish. Whoever hears of an event can rely on it.
 */
export class BranchQueue {
  readonly branch: string;
  readonly committed: CommittedLobby;
  readonly #ports: QueuePorts;
  readonly #waiting: Waiting[] = [];
  readonly #inFlight = new Map<string, string>();
  readonly #listeners = new Set<CommitListener>();
  /** Of the store, when its journal was last read to the end. */
  #mark = Number.NaN;
  #running: Promise<void> | null = null;

  constructor(branch: string, committed: CommittedLobby, ports: QueuePorts) {
    this.branch = branch;
    this.committed = committed;
    this.#ports = ports;
  }

  onCommitted(listener: CommitListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async submit(submission: Submission): Promise<QueueAnswer> {
    const { key } = submission;
    if (key === null) return this.#enqueue(submission);
    const name = keyName(key);
    const underWay = this.#inFlight.get(name);
    if (underWay !== undefined) return underWay === key.bodyHash ? 'key-in-flight' : 'key-reused';
    this.#inFlight.set(name, key.bodyHash);
    try {
      return await this.#enqueue(submission);
    } finally {
      this.#inFlight.delete(name);
    }
  }

  /** Takes what another process has written, and lets the system do what time asks for: the roll of the day, elastic proposals and their expiry. */
  async tick(): Promise<void> {
    await this.#enqueue(null);
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  #enqueue(submission: Submission | null): Promise<QueueAnswer> {
    return new Promise((resolve) => {
      this.#waiting.push({ submission, resolve });
      this.#running ??= this.#drain();
    });
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Everything that this turn of the event loop still brings joins the same commit.
      await new Promise((resolve) => setImmediate(resolve));
      const batch = this.#waiting.splice(0, batchLimit);
      try {
        await this.#commit(batch);
      } catch (error) {
        this.#ports.onBug(error, { branch: this.branch, command: 'commit' });
        for (const { resolve } of batch) resolve('bug');
      }
    }
    // At once, before anybody else can queue up: a command that came later would wait for a loop that has ended.
    this.#running = null;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const { store } = this.#ports;
    if (this.#mayBeBehind() && !(await this.#catchUp())) return this.#giveUp(batch);
    for (let attempt = 1; ; attempt += 1) {
      const decided = await this.#decide(batch);
      if (decided === null) return this.#giveUp(batch);
      const { stamped, keys } = decided;
      if (stamped.length === 0 && keys.length === 0) return answer(batch, decided);
      const startedMs = performance.now();
      const kept = await store.append(
        this.branch,
        this.committed.lobby.end.seq,
        stamped.map(({ line }) => line),
        keys,
      );
      this.#ports.onCommit?.(batch.length, performance.now() - startedMs);
      if (!isFailure(kept)) {
        this.committed.takeAll(stamped, decided.steps);
        answer(batch, decided);
        if (stamped.length > 0) this.#publish(stamped.map(({ event }) => event));
        return;
      }
      this.#trouble(
        kept.failed === 'unavailable' ? kept.message : `journal is at ${kept.last}, not ${this.committed.lobby.end.seq}`,
      );
      // What was decided stood on events that are not there: take what is, and begin again or say that it cannot be kept.
      const caughtUp = await this.#catchUp();
      if (!caughtUp || kept.failed === 'unavailable' || attempt >= attempts) return this.#giveUp(batch);
    }
  }

  async #decide(batch: readonly Waiting[]): Promise<Decided | null> {
    const submissions = batch.flatMap(({ submission }) => submission ?? []);
    const known = await this.#ports.store.findKeys(
      this.branch,
      submissions.flatMap(({ key }) => key ?? []),
    );
    if (isFailure(known)) {
      this.#trouble(known.failed);
      return null;
    }
    const { lobby } = this.committed;
    return decideBatch(lobby, submissions, new Map(known.map((item) => [keyName(item), item])), {
      branch: this.branch,
      nowMs: Math.max(this.#ports.clock(), lobby.end.at),
      ids: this.#ports.ids,
      onBug: (error, command) => this.#ports.onBug(error, { branch: this.branch, command }),
    });
  }

  /** Another process may have written since. */
  #mayBeBehind(): boolean {
    const mark = this.#ports.store.changeMark();
    if (mark === this.#mark) return false;
    this.#mark = mark;
    return true;
  }

  /** Takes events that somebody else has written. False when the journal cannot be read or trusted. */
  async #catchUp(): Promise<boolean> {
    const { seq } = this.committed.lobby.end;
    const problem = await this.committed.catchUp(this.#ports.store, this.branch);
    const news = this.committed.since(seq);
    if (news === null || news.length > 0) this.#publish(news);
    if (problem !== null) this.#trouble('why' in problem ? `journal is ${problem.why} at seq ${problem.seq}` : problem.failed);
    return problem === null;
  }

  #giveUp(batch: readonly Waiting[]): void {
    for (const { resolve } of batch) resolve('unavailable');
  }

  #trouble(trouble: string): void {
    this.#ports.onTrouble(trouble, { branch: this.branch });
  }

  #publish(events: readonly LobbyEvent[] | null): void {
    for (const listener of this.#listeners) listener(events);
  }
}

function answer(batch: readonly Waiting[], { answers }: Decided): void {
  for (const { submission, resolve } of batch)
    resolve(submission === null ? { status: 204, body: null } : (answers.get(submission) ?? 'bug'));
}
