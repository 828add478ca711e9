import { bringLetters } from './offline/letters.ts';
import { shellCache } from './shell-cache.ts';

/** The page allows scripts only through trusted types; TypeScript's DOM does not know them. */
interface Trusting {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown };
  };
}

const firstPauseMs = 2_000;
const longestPauseMs = 60_000;

/**
 * Puts this page and what it was made of into the shell, and has the service worker serve it while the server is away; where the
 * line goes down meanwhile, it tries again. Only where a browser allows service workers: on HTTPS or on the machine itself.
 * Elsewhere a kiosk that is running goes on, but cannot start anew.
 */
export function keepThisPage(): void {
  if (!('serviceWorker' in navigator)) return;
  const script = trusted('/kiosk/service-worker.js');
  addEventListener('load', () => keep(script, firstPauseMs));
}

function trusted(url: string): string {
  const policy = (window as Trusting).trustedTypes?.createPolicy('tingtang-shell', { createScriptURL: (of: string) => of });
  return (policy?.createScriptURL(url) ?? url) as string;
}

function keep(script: string, pauseMs: number): void {
  register(script).catch((error: unknown) => {
    console.warn('this kiosk cannot yet start anew in an outage', error);
    setTimeout(() => keep(script, Math.min(2 * pauseMs, longestPauseMs)), pauseMs);
  });
}

async function register(script: string): Promise<void> {
  await bringLetters();
  await navigator.serviceWorker.register(script, { scope: '/kiosk/', type: 'module' });
  const shell = await caches.open(shellCache);
  const made = performance.getEntriesByType('resource').map(({ name: url }) => new URL(url));
  const files = made.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'));
  await shell.addAll([location.pathname, ...new Set(files.map(({ pathname }) => pathname))]);
}
