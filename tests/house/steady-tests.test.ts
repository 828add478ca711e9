import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const folder = resolve(import.meta.dirname, '..');

/** What a browser shows comes when it comes: read once it is read too early on a busy machine; with a time limit of one's own it is given up too early. */
function hasty(text: string): string[] {
  const readOnce =
    /expect\(\s*await [^;]*?\.(innerText|allInnerTexts|textContent|getAttribute|count|isVisible|isDisabled|isEnabled|title)\(/g;
  const ownLimit = /\.poll\([^;]*?timeout:|waitFor\(\{[^}]*timeout:|vi\.waitFor\(/g;
  return [readOnce, ownLimit].flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found));
}

test('what is awaited on a screen or a line is polled for as long as a busy machine may take', () => {
  const files = globSync('**/*.{browser,int}.test.ts', { cwd: folder });
  expect(files.length).toBeGreaterThan(40);
  expect(files.flatMap((file) => hasty(readFileSync(join(folder, file), 'utf8')).map((found) => `${file}: ${found}`))).toEqual([]);
});

test('and haste would be found', () => {
  expect(hasty("expect(await page.locator('h1').innerText()).toBe('x');")).toHaveLength(1);
  expect(hasty('await expect.poll(read, { timeout: 5_000 }).toBe(1);')).toHaveLength(1);
  expect(hasty("await expect.poll(() => page.locator('h1').innerText()).toBe('x');")).toEqual([]);
});
