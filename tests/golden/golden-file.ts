import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';

const updating = process.env.TINGTANG_UPDATE_GOLDEN === '1';

/**
 * Holds a text to the file kept under tests/golden. Where it differs, what was made is written beside it as `*.changed.*`, to be
 * looked at; `TINGTANG_UPDATE_GOLDEN=1` keeps it.
 */
export function expectGolden(name: string, made: string): void {
  const file = join(import.meta.dirname, name);
  const { dir, name: stem, ext } = parse(file);
  const changed = join(dir, `${stem}.changed${ext}`);
  rmSync(changed, { force: true });
  if (updating) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, made);
    return;
  }
  if (existsSync(file) && readFileSync(file, 'utf8') === made) return;
  mkdirSync(dirname(changed), { recursive: true });
  writeFileSync(changed, made);
  throw new Error(
    `tests/golden/${name} ${existsSync(file) ? 'differs' : 'is not there'}: look at ${parse(changed).base} beside it; if it is right, run again with TINGTANG_UPDATE_GOLDEN=1`,
  );
}
