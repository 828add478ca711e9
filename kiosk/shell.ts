import { shellCache } from './shell-cache.ts';

/** The page allows scripts only through trusted types; TypeScript's DOM does not know them. */
interface Trusting {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown };
  };
}

/**
 * Puts this page and what it was made of into the shell, and has the service worker serve it while the server is away. Only where
 * a browser allows service workers: on HTTPS or on the machine itself. Elsewhere a kiosk that is running goes on, but cannot start anew.
 */
export function keepThisPage(): void {
  if (!('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    register().catch((error: unknown) => console.warn('this kiosk cannot start anew in an outage', error));
  });
}

async function register(): Promise<void> {
  const name = '/kiosk/service-worker.js';
  const trust = (window as Trusting).trustedTypes?.createPolicy('tingtang-shell', { createScriptURL: (url: string) => url });
  await navigator.serviceWorker.register((trust?.createScriptURL(name) ?? name) as string, { scope: '/kiosk/', type: 'module' });
  const shell = await caches.open(shellCache);
  const made = performance.getEntriesByType('resource').map(({ name: url }) => new URL(url));
  const files = made.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'));
  await shell.addAll([location.pathname, ...new Set(files.map(({ pathname }) => pathname))]);
}
