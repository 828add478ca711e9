import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a folder, and what it stands in. (`mkdirSync` with `recursive` never returns under /proc.) */
export function makeFolder(path: string, mode = 0o777): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory()) return;
  const parent = dirname(path);
  if (there === undefined && parent !== path) makeFolder(parent, mode);
  mkdirSync(path, { mode });
}
