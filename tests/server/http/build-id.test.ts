import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildId } from '../../../server/http/build-id.ts';

test('a build is named by its pages: the same over a restart, another when a script has another hash; nothing built has a name too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tingtang-build-'));
  const page = (script: string): void =>
    writeFileSync(join(folder, 'kiosk', 'index.html'), `<script src="/assets/${script}"></script>`);
  mkdirSync(join(folder, 'kiosk'));
  page('kiosk-aaaa.js');
  const first = buildId(folder);
  expect(first).toMatch(/^[0-9a-f]{12}$/);
  expect(buildId(folder)).toBe(first);
  page('kiosk-bbbb.js');
  expect(buildId(folder)).not.toBe(first);
  rmSync(folder, { recursive: true });
  expect(buildId(folder)).toMatch(/^[0-9a-f]{12}$/);
});
