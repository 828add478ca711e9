import { vi } from 'vitest';
import { operationsVerbs } from '../../server/cli/verbs.ts';
import { openFrontDoor } from '../../simulator/cli/front-door.ts';

/** Runs an operations verb through the front door in this process: the same words and exit codes, without starting Node anew. */
export async function verbHere(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ code: number; out: string; err: string }> {
  const written: Record<'out' | 'err', string[]> = { out: [], err: [] };
  const keep = (to: string[]) => (text: string | Uint8Array, done?: unknown) => {
    to.push(String(text));
    if (typeof done === 'function') done();
    return true;
  };
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation(keep(written.out));
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation(keep(written.err));
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  process.exitCode = 0;
  try {
    await openFrontDoor(operationsVerbs, ['node', 'tingtang', ...args]);
    return { code: Number(process.exitCode), out: written.out.join(''), err: written.err.join('') };
  } finally {
    process.exitCode = 0;
    vi.unstubAllEnvs();
    stdout.mockRestore();
    stderr.mockRestore();
  }
}
