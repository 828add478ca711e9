import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'tingtang-real-'));

export interface RealService {
  readonly child: ChildProcess;
  readonly url: string;
  /** Tokens of the printed links, by screen. */
  readonly tokens: Readonly<Record<string, string>>;
}

/** The service as an operator starts it, in a process of its own. */
export async function startReal(folder: string, flags: readonly string[] = []): Promise<RealService> {
  const child = spawn(process.execPath, ['tingtang.ts', 'serve', '--json', ...flags], {
    cwd: root,
    env: { ...process.env, PORT: '0', TINGTANG_DATA: folder, TINGTANG_LOG: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  for await (const chunk of child.stdout!) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  if (!text.includes('\n')) throw new Error('the service did not start; see above');
  const { url, links } = JSON.parse(text) as { url: string; links: { branch: string; screen: string; url: string }[] };
  return {
    child,
    url,
    tokens: Object.fromEntries(
      links.filter(({ branch }) => branch === 'demo').map((link) => [link.screen, new URL(link.url).hash.slice('#token='.length)]),
    ),
  };
}

export async function kill(service: RealService, signal: NodeJS.Signals): Promise<number | null> {
  const gone = once(service.child, 'exit');
  service.child.kill(signal);
  const [code] = await gone;
  return code;
}

/** Runs a verb to its end. */
export async function runVerb(
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['tingtang.ts', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, out, err };
}
