import { BadInput } from '../../simulator/cli/verb.ts';
import { type Verified, verifyStore } from '../branches/journal/verify-store.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';

/** A copy is only good when its journals are. `named` is what whoever asked calls it. */
export async function checkCopy(file: string, named = file): Promise<readonly Verified[]> {
  const store = await sqliteStore(file).catch((error: Error) => {
    throw new BadInput(`${named} is not a backup of ours: ${error.message}`);
  });
  try {
    const branches = await verifyStore(store);
    const wrong = branches.find(({ ok }) => !ok);
    if (wrong !== undefined) throw new BadInput(`${named}: branch ${wrong.branch}: ${wrong.problem}`);
    return branches;
  } finally {
    await store.close();
  }
}
