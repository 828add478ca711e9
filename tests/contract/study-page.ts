import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium, openWindow } from '../browser/chromium.ts';
import { distFolder, ensureDist } from '../browser/dist.ts';

const html = `<!doctype html><title>study</title><script type="module">
import { webPool } from '/study/pool.js';
globalThis.webPool = webPool;
</script>`;

/** A page of a browser that knows the built pool of Web Workers as `webPool`. */
export async function openStudyPage(): Promise<{ readonly page: Page; close(): Promise<void> }> {
  await ensureDist();
  const server = createServer(({ url = '/' }, response) => {
    const path = normalize(url.split('?')[0]!);
    if (path === '/') {
      response.writeHead(200, { 'content-type': 'text/html' }).end(html);
      return;
    }
    try {
      const script = readFileSync(join(distFolder, path));
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const browser = await launchChromium();
  const page = await (await openWindow(browser, {})).newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction('globalThis.webPool !== undefined');
  return {
    page,
    async close() {
      await browser.close();
      server.close();
    },
  };
}
