import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { BadHistory } from '../bad-history.ts';
import { type ByteSource, fileSource } from './byte-source.ts';
import { type HistoryFile, historyFileSchema } from './history-file.ts';

export interface HistoryFiles {
  readonly files: readonly ByteSource[];
  readonly about: HistoryFile | null;
  /** Name of the folder they are in, for the model's id. */
  readonly folder: string;
}

const extensions = ['.csv', '.tsv', '.txt', '.ndjson', '.jsonl'];
const aboutName = 'history.json';

/** The files of a history: those named, and all tables of a named folder; with the `history.json` beside the first. */
export function readHistoryFiles(paths: readonly string[]): HistoryFiles {
  const named = paths.flatMap((path) => {
    if (!existsSync(path)) throw new BadHistory(`${path}: no such file or folder`);
    return statSync(path).isDirectory() ? tablesIn(path) : [path];
  });
  const files = named.filter((path) => basename(path) !== aboutName);
  if (files.length === 0) throw new BadHistory(`${paths.join(', ')}: no table to read; allowed: ${extensions.join(', ')}`);
  const folder = dirname(files[0]!);
  return {
    files: files.map(fileSource),
    about: readAbout(join(folder, aboutName)),
    folder: basename(folder === '.' ? process.cwd() : folder),
  };
}

function tablesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => extensions.includes(extname(name).toLowerCase()))
    .sort()
    .map((name) => join(folder, name));
}

function readAbout(path: string): HistoryFile | null {
  if (!existsSync(path)) return null;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new BadHistory(`${path}: not JSON (${(error as Error).message})`);
  }
  const parsed = historyFileSchema.safeParse(value);
  if (!parsed.success)
    throw new BadHistory(`${path}: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`);
  return parsed.data;
}
