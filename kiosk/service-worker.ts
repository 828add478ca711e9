import { shellCache } from './shell-cache.ts';

/** The little of a service worker that is used here; the page's own types do not know it. */
interface Fetch extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const pageMs = 3_000;

/** Files with a hash in their name never change: the shell's copy is as good as the server's. */
async function file(request: Request): Promise<Response> {
  const shell = await caches.open(shellCache);
  const kept = await shell.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await shell.put(request, fresh.clone());
  return fresh;
}

/** The page itself is asked for anew; the shell's copy only when no answer comes. */
async function page(request: Request): Promise<Response> {
  const shell = await caches.open(shellCache);
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(pageMs) });
    if (fresh.ok) return fresh;
  } catch {
    // Away: below.
  }
  return (await shell.match(request, { ignoreSearch: true })) ?? Response.error();
}

self.addEventListener('fetch', (event) => {
  const { request, respondWith } = event as Fetch;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (pathname.startsWith('/assets/')) respondWith.call(event, file(request));
  else if (request.mode === 'navigate') respondWith.call(event, page(request));
});
