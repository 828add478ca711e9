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
  const parsed = schema.safeParse(jsonIn(path));
  if (parsed.success) return parsed.data;
  throw badFile(path, saidOfAll(parsed.error));
}

/** The value in a JSON file, not looked at yet. */
export function jsonIn(path: string): unknown {
  const text = textIn(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadInput(`${path}: not JSON (${(error as Error).message})`);
  }
}

/** The text of a file, without the byte order mark that some editors put before it. */
export function textIn(path: string): string {
  if (!existsSync(path)) throw new BadInput(`${path}: no such file`);
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new BadInput(`${path}: cannot be read (${(error as Error).message})`);
  }
}

/** What a schema found, each with its place. */
export const saidOfAll = ({ issues }: z.ZodError): string[] =>
  issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${saidOf(issue)}`);

/** All that is wrong with a file, in one line. */
export function badFile(path: string, problems: readonly string[]): BadInput {
  const more = problems.length > shown ? ` (and ${problems.length - shown} more)` : '';
  return new BadInput(`${path}: ${problems.slice(0, shown).join('; ')}${more}`);
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
