import { createRequire, flushCompileCache, getCompileCacheDir } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

/**
 * Before a thread is started: loads here what it will load there and writes it to Node's compile cache, where one is kept (`simulator/cli/keep-compiled.ts`).
 * A thread that finds all its files there never loads Node's type stripper. That one detaches an ArrayBuffer, after which V8 tests at
 * each access to a typed array, for the rest of the thread's life, whether its buffer is still there: days take 5 to 8 % longer. Handing
 * memory over instead of copying it does the same, so results are copied (docs/decisions/0024).
 */
export async function shareCompiled(load: () => unknown): Promise<void> {
  if (!isMainThread || getCompileCacheDir() === undefined) return;
  await load();
  flushCompileCache();
}

/** Loads a thread's file as piscina does: what the cache holds of a file goes by the way it was loaded. */
export const asPiscinaLoads = (filename: string): unknown => createRequire(import.meta.url)(fileURLToPath(filename));
