import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Board } from '../../simulator/lobby/board/board.ts';
import type { LobbyEvent } from '../../simulator/lobby/journal/event.ts';
import { freshFolder, kill, type RealService, runVerb, startReal } from '../server/real-service.ts';
import { launchChromium, openWindow } from './chromium.ts';
import { pressKeys } from './counter-keys.ts';
import { ensureDist } from './dist.ts';
import { bells, listening, spoken } from './listening.ts';

const folder = freshFolder();
let service: RealService;
let browser: Browser;

beforeAll(async () => {
  await ensureDist();
  [service, browser] = await Promise.all([startReal(folder), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await kill(service, 'SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

const complaints: string[] = [];

/** A screen as it is opened from the printed link, in a browser of its own. */
async function open(path: string, [width, height]: readonly [number, number]): Promise<Page> {
  const context = await openWindow(browser, { viewport: { width, height } });
  await context.addInitScript(listening);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  await page.goto(service.url + path);
  return page;
}

async function read<T>(path: string): Promise<T> {
  const response = await fetch(`${service.url}/api/branches/demo${path}`, {
    headers: { authorization: `Bearer ${service.tokens.board}` },
  });
  return (await response.json()) as T;
}

const words = {
  'zh-CN': { goTo: '请到现金柜台区等候叫号', place: '1号窗口', called: '已呼叫', serving: '办理中', free: '空闲', done: '已办结' },
  en: { goTo: 'Please wait in: Counters', place: 'Counter 1', called: 'Called', serving: 'Serving', free: 'Free', done: 'Done' },
} as const;

describe('from the kiosk to the journal, on the real service', () => {
  test.each(['zh-CN', 'en'] as const)(
    '%s: a customer takes a number, a teller calls it, the TV shows and speaks it, the phone follows',
    async (lang) => {
      const say = words[lang];
      const of = (screen: string) => `?branch=demo&lang=${lang}#token=${service.tokens[screen]}`;
      const kiosk = await open(`/kiosk/${of('kiosk')}`, [1080, 1920]);
      const tv = await open(`/display/lobby/${of('lobby')}`, [1920, 1080]);
      const counter = await open(`/display/counter/${of('C1').replace('?', '?counter=C1&')}`, [1366, 768]);
      await tv.locator('tt-stale-mark[link=live]').waitFor();
      await kiosk.locator('[data-service=cash]').click();
      await kiosk.locator('button.take').click();
      const number = (await kiosk.locator('tt-show-ticket tt-ticket-number').getAttribute('number'))!;
      await expect.poll(() => kiosk.locator('.place').innerText()).toBe(say.goTo);
      const link = new URL((await kiosk.locator('tt-qr-code').getAttribute('text'))!);
      const phone = await open(`${link.pathname}${link.search}&lang=${lang}`, [390, 844]);
      const status = () => expect.poll(() => counter.locator('header .status').innerText());
      await counter.locator('tt-verb-pad').waitFor();
      if (await counter.locator('[data-verb=open]').isEnabled()) await pressKeys(counter, 'o');
      await status().toBe(say.free);
      await pressKeys(counter, 'n');
      await status().toBe(say.called);
      await expect.poll(() => tv.locator('li.newest tt-ticket-number').getAttribute('number')).toBe(number);
      await expect.poll(() => tv.locator('li.newest .place').innerText()).toContain(say.place);
      await expect.poll(async () => ((await tv.evaluate(spoken)) as string[]).length).toBe(2);
      expect(((await tv.evaluate(spoken)) as string[])[0]).toContain('到一号窗口');
      await expect.poll(() => tv.evaluate(bells)).toBeGreaterThanOrEqual(2);
      await expect.poll(() => phone.locator('.say').innerText()).toContain(say.place);
      await pressKeys(counter, 's');
      await status().toBe(say.serving);
      const board = await read<Board>('/board');
      expect(board.nowServing).toMatchObject([{ number, counter: 'C1', phase: 'serving' }]);
      await pressKeys(counter, 'f');
      await status().toBe(say.free);
      await expect.poll(() => phone.locator('.status').innerText()).toBe(say.done);
      expect(complaints).toEqual([]);
      for (const page of [kiosk, tv, counter, phone]) await page.context().close();
    },
  );

  test('journal and board agree, and every decision of the exported day is what the rules give', async () => {
    const board = await read<Board>('/board');
    const { events } = await read<{ events: LobbyEvent[] }>('/events?after=0&limit=1000');
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(board.seq).toBe(events.length);
    const count = (type: string): number => events.filter((event) => event.type === type).length;
    expect(board.tally).toMatchObject({ issued: count('ticket-issued'), done: count('service-finished'), waiting: 0 });
    expect(count('ticket-issued')).toBe(2);
    const file = join(folder, 'day.ndjson');
    const exported = await runVerb(['export', '--branch', 'demo', '--day', board.day!.date, '--output', file], {
      TINGTANG_DATA: folder,
    });
    expect(exported).toMatchObject({ code: 0, err: '' });
    const conformed = await runVerb(['conform', file, '--json'], {});
    expect(conformed.code).toBe(0);
    const { decisions, mismatches } = JSON.parse(conformed.out) as { decisions: number; mismatches: unknown[] };
    expect(mismatches).toEqual([]);
    expect(decisions).toBeGreaterThanOrEqual(4);
  });
});
