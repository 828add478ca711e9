import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { launchChromium } from '../browser/chromium.ts';
import { ensureDist } from '../browser/dist.ts';
import { freshFolder, kill, startReal } from '../server/real-service.ts';

/** `npm run bench:displays [CALLS [DISPLAYS]]`: how long from a teller's key to the number painted on every display. */
const [calls, displays] = [Number(process.argv[2] ?? 40), Number(process.argv[3] ?? 10)];
const targetMs = 500;

await ensureDist();
const folder = freshFolder();
const service = await startReal(folder);
const browser = await launchChromium();

/** Run before a page's scripts: writes down when each number was first painted as the newest, on the clock that all share. */
const watching = `
  window.painted = {};
  const look = () => {
    const list = document.querySelector('tt-lobby-tv')?.shadowRoot?.querySelector('tt-now-serving')?.shadowRoot;
    const number = list?.querySelector('li.newest tt-ticket-number')?.getAttribute('number');
    if (number && window.painted[number] === undefined) window.painted[number] = performance.timeOrigin + performance.now();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

async function press(screen: string, path: string, body: unknown = {}): Promise<{ ticket: { number: string } | null }> {
  const response = await fetch(`${service.url}/api/branches/demo${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${service.tokens[screen]}`,
      'idempotency-key': randomUUID(),
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as { ticket: { number: string } | null };
}

async function openDisplay(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 960, height: 540 }, reducedMotion: 'reduce' });
  await context.addInitScript(watching);
  const page = await context.newPage();
  await page.goto(`${service.url}/display/lobby/?branch=demo#token=${service.tokens.lobby}`);
  await page.locator('tt-stale-mark[link=live]').waitFor();
  return page;
}

await press('C1', '/counters/C1/open');
const pages: Page[] = [];
for (let n = 0; n < displays; n += 1) pages.push(await openDisplay());
const pressedAt = new Map<string, number>();
for (let call = 0; call < calls; call += 1) {
  await press('kiosk', '/tickets', { service: 'cash' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const atMs = performance.timeOrigin + performance.now();
  const { ticket } = await press('C1', '/counters/C1/call-next');
  const number = ticket?.number ?? '';
  pressedAt.set(number, atMs);
  await Promise.all(pages.map((page) => page.locator(`li.newest tt-ticket-number[number=${number}]`).waitFor()));
  await new Promise((resolve) => setTimeout(resolve, 300));
  for (const verb of ['start', 'finish']) await press('C1', `/counters/C1/${verb}`);
}
const painted = (await Promise.all(pages.map((page) => page.evaluate('window.painted')))) as Record<string, number>[];
const missing = painted.flatMap((display) => [...pressedAt.keys()].filter((number) => display[number] === undefined));
const waits = painted
  .flatMap((display) => [...pressedAt].flatMap(([number, atMs]) => (display[number] === undefined ? [] : [display[number] - atMs])))
  .sort((a, b) => a - b);
const quantile = (q: number): string =>
  (waits[Math.min(waits.length - 1, Math.ceil(q * waits.length) - 1)] ?? Number.NaN).toFixed(0);
const met = missing.length === 0 && Number(quantile(0.99)) <= targetMs;
process.stdout.write(
  `call-next pressed → number painted, ${displays} displays in one browser on this machine, ${calls} calls, ms: ` +
    `p50 ${quantile(0.5)}  p90 ${quantile(0.9)}  p99 ${quantile(0.99)}  max ${quantile(1)}  n=${waits.length}  missing ${missing.length}\n` +
    `target: p99 ≤ ${targetMs} ms: ${met ? 'met' : 'missed'}\n`,
);
await browser.close();
await kill(service, 'SIGTERM');
rmSync(folder, { recursive: true });
process.exitCode = met ? 0 : 1;
