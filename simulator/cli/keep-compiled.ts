import { lstatSync, mkdirSync } from 'node:fs';
import { constants, enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bits of a mode by which others than its owner may write. */
const othersWrite = 0o022;

/**
 * Lets Node keep what it makes of our files (types stripped, code compiled), so that the next start takes about half the time and
 * threads need no stripper, which would slow their days down (docs/decisions/0024). It is called before anything else is loaded, and
 * after V8 has its flags: what was compiled under other flags is kept apart. Node looks at the text of each file, so a changed file is
 * never run from what was kept. Where NODE_COMPILE_CACHE says a folder, that is used; NODE_DISABLE_COMPILE_CACHE switches it off. Threads
 * and child processes hear of the folder through the environment. Without a folder all works as before, only slower.
 */
export function keepCompiled(): void {
  const folder = ownFolder();
  if (folder !== null && enableCompileCache(folder).status === constants.compileCacheStatus.ENABLED)
    process.env.NODE_COMPILE_CACHE = folder;
}

/** A folder of this user alone: what lies in it is run, so nobody else may have put it there. */
function ownFolder(): string | null {
  const user = process.getuid?.();
  const folder = join(tmpdir(), user === undefined ? 'tingtang-compiled' : `tingtang-compiled-${user}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    const own = found.isDirectory() && (user === undefined || (found.uid === user && (found.mode & othersWrite) === 0));
    return own ? folder : null;
  } catch {
    return null;
  }
}
