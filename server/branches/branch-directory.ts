import { isFailure } from '../store/store.ts';
import { BranchQueue, type QueuePorts } from './branch-queue.ts';
import { CommittedLobby } from './committed-lobby.ts';

/** A branch's journal cannot be served: unreadable, or not the one that was written. */
export interface CannotServe {
  readonly cannotServe: string;
}

/** The branches of this node. One that another process created is found when it is first asked for. */
export class BranchDirectory {
  readonly #ports: QueuePorts;
  readonly #open = new Map<string, Promise<BranchQueue | CannotServe | null>>();
  readonly #ready = new Map<string, BranchQueue>();

  constructor(ports: QueuePorts) {
    this.#ports = ports;
  }

  /** Null: there is no such branch. */
  async find(branch: string): Promise<BranchQueue | CannotServe | null> {
    const ready = this.#ready.get(branch);
    if (ready !== undefined) return ready;
    const opening = this.#open.get(branch) ?? this.#load(branch);
    this.#open.set(branch, opening);
    const opened = await opening;
    if (opened instanceof BranchQueue) this.#ready.set(branch, opened);
    this.#open.delete(branch);
    return opened;
  }

  /** A queue for a branch that may not have a journal yet: its first command configures it. */
  async create(branch: string): Promise<BranchQueue | CannotServe> {
    const found = await this.find(branch);
    if (found !== null) return found;
    const made = new BranchQueue(branch, new CommittedLobby(), this.#ports);
    this.#ready.set(branch, made);
    return made;
  }

  /** Opens every branch of the store: the service is ready when all can be served. */
  async openAll(): Promise<readonly CannotServe[]> {
    const names = await this.#ports.store.branches();
    if (isFailure(names)) return [{ cannotServe: names.failed }];
    const opened = await Promise.all(names.map((name) => this.find(name)));
    return opened.filter((item): item is CannotServe => item !== null && 'cannotServe' in item);
  }

  all(): readonly BranchQueue[] {
    return [...this.#ready.values()];
  }

  async #load(branch: string): Promise<BranchQueue | CannotServe | null> {
    const committed = new CommittedLobby();
    const problem = await committed.catchUp(this.#ports.store, branch);
    if (problem !== null) {
      const why =
        'why' in problem
          ? `its journal is ${problem.why} at seq ${problem.seq}; run "tingtang verify", then "tingtang restore"`
          : problem.failed;
      return { cannotServe: `branch ${branch}: ${why}` };
    }
    return committed.lobby.end.seq === 0 ? null : new BranchQueue(branch, committed, this.#ports);
  }
}
