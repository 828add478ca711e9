import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { oneAtATime } from './one-at-a-time.ts';

const root = resolve(import.meta.dirname, '../..');
export const distFolder = join(root, 'dist');

/** The built screens are there and newer than their sources; `npm ci` builds them, so usually there is nothing to do. */
export async function ensureDist(): Promise<void> {
  await oneAtATime(join(root, 'node_modules', '.tingtang-dist-turn'), async () => {
    if (!isFresh()) await build({ root, logLevel: 'warn' });
  });
}

function isFresh(): boolean {
  const built = newest(distFolder, Math.min);
  const sources = ['kiosk', 'display', 'simulator', 'vite.config.ts', 'package-lock.json'].map((path) =>
    newest(join(root, path), Math.max),
  );
  return built !== undefined && Math.max(...sources.map((time) => time ?? 0)) <= built;
}

function newest(path: string, pick: (...times: number[]) => number): number | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (!stat.isDirectory()) return stat.mtimeMs;
  const times = readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [statSync(join(entry.parentPath, entry.name)).mtimeMs] : [],
  );
  return times.length === 0 ? undefined : pick(...times);
}
