import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Names the screens that are served: their pages, which name every script by its hash. It stays the same over a restart, and
 * changes when they were built anew from other sources; open screens then load themselves again.
 */
export function buildId(folder: string): string {
  const hash = createHash('sha256');
  const pages = existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : [];
  for (const page of pages.filter((name) => name.endsWith('.html')).sort())
    hash.update(page).update(readFileSync(join(folder, page)));
  return hash.digest('hex').slice(0, 12);
}
