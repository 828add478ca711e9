import { BadInput } from '../../simulator/cli/verb.ts';
import type { Branch } from '../../simulator/lobby/branch/branch.ts';
import { eventOf } from '../branches/journal/read-journal.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { isFailure, type Store, type StoreFailure } from '../store/store.ts';
import { existingData } from './env-config.ts';

/** Works on the store of the data folder, beside the running service, and closes it. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await sqliteStore(existingData().journal);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** A store that cannot answer now is told in one line. */
export function answered<T>(answer: T | StoreFailure): T {
  if (isFailure(answer)) throw new BadInput(`the store cannot answer now: ${'message' in answer ? answer.message : answer.failed}`);
  return answer;
}

/** The configuration of a branch that the store knows. */
export async function knownBranch(store: Store, branch: string): Promise<Branch> {
  const line = answered(await store.lastOfType(branch, 'branch-configured', Number.MAX_SAFE_INTEGER));
  const event = line === null ? null : eventOf(line);
  if (event?.type === 'branch-configured') return event.data.config;
  throw new BadInput(`--branch "${branch}": no such branch; known: ${answered(await store.branches()).join(', ') || 'none'}`);
}
