import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** Test files run in several processes: one of them acts, and none looks while it does. The file says whose turn it is. */
export async function oneAtATime<T>(file: string, act: () => Promise<T>): Promise<T> {
  while (!taken(file)) await new Promise((done) => setTimeout(done, 100));
  try {
    return await act();
  } finally {
    rmSync(file, { force: true });
  }
}

function taken(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (isLeftBehind(file)) rmSync(file, { force: true });
    return false;
  }
}

/** A killed run must not stop the next one for good. */
function isLeftBehind(file: string): boolean {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    // Its maker is just writing its id into it; or was killed before that.
    if (holder === 0) return Date.now() - statSync(file).mtimeMs > 10_000;
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
