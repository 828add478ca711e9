import { launchChromium } from '../browser/chromium.ts';
import { ensureDist } from '../browser/dist.ts';
import { busyScene } from '../browser/stage/scenes.ts';
import { Stage, tokens } from '../browser/stage/stage.ts';

/**
 * How soon a kiosk can be used after its page is asked for, on loopback: the first service can be touched, and nothing keeps the
 * page busy. `node tests/bench/kiosk-start.ts [STARTS] [SLOWER]`: each start in a new browser context, with the processor slowed so many times.
 * Where other work wants the processors too, `chrt -r 5` before it lets it go first.
 */
const [, , starts = '15', slower = '4'] = process.argv;
await ensureDist();
const stage = await Stage.open(busyScene());
const browser = await launchChromium();
const interactive: number[] = [];
const painted: number[] = [];
for (let n = 0; n < Number(starts); n += 1) {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: Number(slower) });
  await page.addInitScript(`(() => {
    const look = () => {
      const screen = document.querySelector('tt-kiosk-screen');
      const card = screen?.shadowRoot?.querySelector('tt-choose-service')?.shadowRoot?.querySelector('button');
      if (card) setTimeout(() => { window.usableMs = performance.now(); });
      else requestAnimationFrame(look);
    };
    look();
  })()`);
  await page.goto(`http://127.0.0.1:${stage.port}/kiosk/?branch=demo#token=${tokens.kiosk}`);
  await page.locator('tt-choose-service button').first().waitFor();
  let usableMs: unknown;
  while (typeof usableMs !== 'number') usableMs = await page.evaluate('window.usableMs');
  interactive.push(usableMs);
  painted.push((await page.evaluate(`performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN`)) as number);
  await context.close();
}
await browser.close();
await stage.close();
const quantile = (of: number[], share: number): string =>
  `${Math.round(of.toSorted((a, b) => a - b)[Math.min(of.length - 1, Math.floor(share * of.length))]!)} ms`;
console.log(`${starts} starts, processor slowed ${slower} times`);
console.log(`first paint: p50 ${quantile(painted, 0.5)}, p90 ${quantile(painted, 0.9)}, least ${quantile(painted, 0)}`);
console.log(
  `interactive: p50 ${quantile(interactive, 0.5)}, p90 ${quantile(interactive, 0.9)}, least ${quantile(interactive, 0)}, most ${quantile(interactive, 1)}`,
);
