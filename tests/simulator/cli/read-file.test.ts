import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { jsonIn, writeText } from '../../../simulator/cli/read-file.ts';
import { BadInput } from '../../../simulator/cli/verb.ts';

const folder = mkdtempSync(join(tmpdir(), 'tingtang-write-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file is written into a folder that is not there yet', () => {
  const path = join(folder, 'a', 'b', 'model.json');
  writeText(path, 'text');
  expect(readFileSync(path, 'utf8')).toBe('text');
});

test('a folder that cannot be made is one line that names the file', () => {
  writeText(join(folder, 'file'), '');
  expect(() => writeText(join(folder, 'file', 'model.json'), '')).toThrow(BadInput);
  expect(() => writeText(join(folder, 'file', 'model.json'), '')).toThrow(/file\/model\.json: cannot be written/);
});

test('a byte order mark is passed over; a folder is no file', () => {
  writeText(join(folder, 'marked.json'), '\uFEFF{"v":1}');
  expect(jsonIn(join(folder, 'marked.json'))).toEqual({ v: 1 });
  expect(() => jsonIn(folder)).toThrow(/cannot be read/);
});
