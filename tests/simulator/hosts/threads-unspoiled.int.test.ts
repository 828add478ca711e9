import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';

const run = promisify(execFile);
const tingtang = 'tingtang.ts';
const eachKind = fileURLToPath(new URL('./each-kind-of-thread.ts', import.meta.url));
const spoiled = 'Invalidating protector cell ArrayBufferDetaching';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tingtang-unspoiled-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a process with an empty compile cache printed, and in how many of its isolates (main and threads) V8's protector fell: at most once in each. */
async function watched(...args: string[]): Promise<{ readonly fell: number; readonly printed: string }> {
  const { NODE_COMPILE_CACHE: _, NODE_DISABLE_COMPILE_CACHE: __, ...env } = process.env;
  const { stdout } = await run(process.execPath, ['--trace-protector-invalidation', ...args], {
    env: { ...env, TMPDIR: folder },
    maxBuffer: 2 ** 26,
  });
  return { fell: stdout.split(spoiled).length - 1, printed: stdout.slice(stdout.indexOf('\n{') + 1) };
}

it('main strips its own file before there is a cache: the one isolate whose protector falls', async () => {
  expect((await watched(tingtang, 'schema', '--help')).fell).toBe(1);
});

it('no thread of a study detaches an ArrayBuffer, not even the first time: V8 need not look at every access whether it is there', async () => {
  const { fell, printed } = await watched(tingtang, 'simulate', 'examples/town-branch', '--days', '40', '--workers', '2', '--json');
  expect(JSON.parse(printed).days).toBe(40);
  expect(fell).toBe(1);
});

it('nor does any other kind of thread that runs days', async () => {
  const { fell, printed } = await watched(eachKind);
  expect(JSON.parse(printed)).toMatchObject({ days: 200, searched: 200, agreed: 5, answered: { id: 'erlang' }, measured: 50 });
  expect(fell).toBe(1);
});
