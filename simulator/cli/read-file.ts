import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { saidOf } from '../lobby/problem.ts';
import { makeFolder } from './make-folder.ts';
import { BadInput } from './verb.ts';

/** Problems shown in one line; a file with more says how many. */
const shown = 100;

/** Reads a JSON file against its schema; everything wrong is one line that says what and where. */
export function readJson<T extends z.ZodType>(path: string, schema: T): z.output<T> {
  if (!existsSync(path)) throw new BadInput(`${path}: no such file`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new BadInput(`${path}: not JSON (${(error as Error).message})`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const lines = issues.slice(0, shown).map((issue) => `${issue.path.join('.') || 'the file'}: ${saidOf(issue)}`);
  throw new BadInput(`${path}: ${lines.join('; ')}${issues.length > shown ? ` (and ${issues.length - shown} more)` : ''}`);
}

/** A path that may be a folder: then the file of this name in it. */
export function fileIn(path: string, name: string): string {
  return existsSync(path) && statSync(path).isDirectory() ? join(path, name) : path;
}

export const writeJson = (path: string, value: unknown): void => writeText(path, `${JSON.stringify(value, null, 2)}\n`);

/** The folder is made where there is none. */
export function writeText(path: string, text: string): void {
  try {
    makeFolder(dirname(path));
    writeFileSync(path, text);
  } catch (error) {
    throw new BadInput(`${path}: cannot be written (${(error as Error).message})`);
  }
}
