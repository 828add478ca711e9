import { networkInterfaces } from 'node:os';
import type { Config } from '../config.ts';

/** Origins of our own pages, as this machine is called on the port, and those the operator allows. */
export function allowedOrigins({ host, origins }: Config, port: number): readonly string[] {
  const everywhere = host === '0.0.0.0' || host === '::';
  const addresses = everywhere
    ? Object.values(networkInterfaces()).flatMap((list) =>
        (list ?? []).map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address)),
      )
    : [host];
  const names = new Set(['localhost', '127.0.0.1', '[::1]', ...addresses]);
  // A browser leaves the usual port out of an origin.
  return [...[...names].map((name) => new URL(`http://${name}:${port}`).origin), ...origins];
}
