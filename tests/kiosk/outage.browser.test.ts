import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { kioskZh } from '../../display/ui/words/kiosk/kiosk-zh-CN.ts';
import { hashOf } from '../../server/store/chain.ts';
import { checkInvariants } from '../../simulator/lobby/invariants.ts';
import { canonicalText } from '../../simulator/lobby/journal/canonical-text.ts';
import type { LobbyEvent } from '../../simulator/lobby/journal/event.ts';
import { launchChromium, openWindow } from '../browser/chromium.ts';
import { CuttableLine } from '../browser/cuttable-line.ts';
import { ensureDist } from '../browser/dist.ts';
import { type Lobby, openLobby } from '../server/running-service.ts';

const dayMs = 24 * 3_600_000;
/** Each of the six services of the demo branch has its own. */
const demoSeries = 6;
let browser: Browser;
let lobby: Lobby;
let line: CuttableLine;
let page: Page;
let staff: string;
/** Moves the server's clock. */
let aheadMs = 0;

beforeAll(async () => {
  await ensureDist();
  browser = await launchChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  aheadMs = 0;
  lobby = await openLobby({ clock: () => Date.now() + aheadMs });
  line = await CuttableLine.to(Number(new URL(lobby.running.url).port));
  (lobby.running.service.origins as Set<string>).add(`http://127.0.0.1:${line.port}`);
  const kiosk = await lobby.token('kiosk');
  staff = await lobby.token('manager');
  const context = await openWindow(browser, { viewport: { width: 1080, height: 1920 } });
  page = await context.newPage();
  await page.goto(`http://127.0.0.1:${line.port}/kiosk/?branch=demo#token=${kiosk}`);
  await page.locator('tt-choose-service').waitFor();
});
afterEach(async () => {
  await page.context().close();
  await line.close();
  await lobby.close();
});

const journal = async (): Promise<LobbyEvent[]> => (await lobby.get('/events?after=0&limit=1000', staff)).body.events;
const waiting = async () =>
  (await lobby.get('/board', staff)).body.tickets
    .filter(({ status }: { status: string }) => status === 'waiting')
    .sort((a: { arrivedAt: number }, b: { arrivedAt: number }) => a.arrivedAt - b.arrivedAt)
    .map(({ number }: { number: string }) => number);
/** Every series has its block. */
const leased = (times = 1) =>
  expect.poll(async () => (await journal()).filter(({ type }) => type === 'number-block-leased').length).toBe(demoSeries * times);

async function take(service: string): Promise<{ number: string; offline: boolean }> {
  await page.locator(`[data-service=${service}]`).click();
  await page.locator('button.take').click();
  await page.locator('tt-show-ticket').waitFor();
  const number = (await page.locator('tt-show-ticket tt-ticket-number').getAttribute('number'))!;
  const offline = (await page.locator('tt-show-ticket .facts.offline').count()) === 1;
  if (offline) await expect.poll(() => page.locator('tt-qr-code, tt-show-ticket tt-wait-band').count()).toBe(0);
  await page.locator('tt-show-ticket .done').click();
  return { number, offline };
}

/** Letters of a text that no chunk of the shipped font has come for: in an outage they would be empty boxes. (Chromium's `fonts.check` says yes to everything.) */
const unwritten = (text: string): Promise<string> =>
  page.evaluate(`{
    const within = (range, code) => range.split(',').some((part) => {
      const [from, to = from] = part.trim().slice(2).split('-').map((hex) => parseInt(hex, 16));
      return from <= code && code <= to;
    });
    const come = [...document.fonts].filter(({ status }) => status === 'loaded');
    [...${JSON.stringify(text)}].filter((letter) => !come.some(({ unicodeRange }) => within(unicodeRange, letter.codePointAt(0)))).join('');
  }`);

async function soundJournal(): Promise<void> {
  expect(checkInvariants(await journal(), { hashOf: (event) => hashOf(canonicalText(event)) })).toEqual([]);
}

// A kiosk asks the lobby for three seconds before it gives a number of its own, so an outage takes its time.
describe('a kiosk that is cut off from the real service', { timeout: 400_000 }, () => {
  test('gives numbers, starts anew in the middle, and all come in once, by their true arrival', async () => {
    await leased();
    await expect
      .poll(() => page.evaluate(`caches.match('/kiosk/', { cacheName: 'tingtang-kiosk-shell' }).then(Boolean)`))
      .toBe(true);
    const { offlineTitle, offlineNext, offlineKeep, offlineNoPaper, offlineTicketNext } = kioskZh;
    expect(await unwritten([offlineTitle, offlineNext, offlineKeep, offlineNoPaper, offlineTicketNext].join(''))).toBe('');
    const before = await take('cash');
    expect(before.offline).toBe(false);
    line.cut();
    const first = await take('cash');
    const second = await take('transfer');
    await page.locator('.strip').waitFor();
    await expect.poll(() => page.locator('.strip').innerText()).toContain('系统暂时中断，仍可取号');
    await page.reload();
    await page.locator('tt-choose-service').waitFor();
    const third = await take('cash');
    expect([first, second, third].map(({ offline }) => offline)).toEqual([true, true, true]);
    const byGreeter = (await lobby.post('/tickets', { service: 'cash' }, staff)).body.ticket.number;
    line.mend();
    const numbers = [before, first, second, third].map(({ number }) => number);
    await expect.poll(waiting).toEqual([...numbers, byGreeter]);
    const after = await take('cash');
    expect(after.offline).toBe(false);
    expect(new Set([...numbers, byGreeter, after.number]).size).toBe(6);
    await soundJournal();
  });

  test('over the roll of the day: what was given is recorded, new numbers are leased, yesterday’s are not given today', async () => {
    await leased();
    line.cut();
    const { number } = await take('cash');
    aheadMs = dayMs;
    await expect.poll(async () => (await journal()).filter(({ type }) => type === 'day-opened').length).toBe(2);
    line.mend();
    await leased(2);
    const events = await journal();
    const issued = events.find(({ type }) => type === 'ticket-issued')!;
    expect(issued.data).toMatchObject({ number });
    expect(events.find(({ type }) => type === 'voided')?.data).toMatchObject({ reason: 'day-ended' });
    expect(events.filter(({ type }) => type === 'number-block-returned')).toHaveLength(demoSeries);
    await soundJournal();
  });

  test('help that nobody hears says so; help that is heard is answered on the kiosk', async () => {
    await page.locator('button.help').click();
    await expect.poll(() => page.locator('tt-dialog h2').innerText()).toBe('已通知大堂经理');
    const [call] = (await lobby.get('/board', staff)).body.help;
    await lobby.post(`/help/${call.id}/answer`, {}, staff);
    await expect.poll(() => page.locator('tt-dialog h2').innerText()).toBe('大堂经理马上过来');
    await page.locator('tt-dialog button').click();
    line.cut();
    await page.locator('button.help').click();
    await expect.poll(() => page.locator('tt-dialog h2').innerText()).toBe('大堂经理就在附近');
  });
});
