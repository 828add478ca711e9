import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { screens, theatre } from './theatre.ts';

const { show } = theatre();

test('the kiosk loads at most 200 KB of script, zipped, and every byte from its own server', async () => {
  const { page, line } = await show('/nowhere', {});
  const scripts: Promise<Buffer>[] = [];
  const foreign: string[] = [];
  page.on('response', (response) => {
    if (!response.url().startsWith(`http://127.0.0.1:${line.port}/`)) foreign.push(response.url());
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  await page.goto(`http://127.0.0.1:${line.port}${screens.kiosk}`);
  await page.locator('tt-choose-service').waitFor();
  const kilobytes = (await Promise.all(scripts)).reduce((sum, script) => sum + gzipSync(script).length, 0) / 1024;
  console.log(`kiosk script: ${kilobytes.toFixed(1)} KB zipped in ${scripts.length} files`);
  expect(scripts.length).toBeGreaterThan(0);
  expect(kilobytes).toBeLessThanOrEqual(200);
  expect(foreign).toEqual([]);
});
