import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Lowest versions without a published weakness that reaches us; the advisory stands beside each. */
const floors: Record<string, [version: string, why: string]> = {
  'socket.io-parser': ['4.2.7', 'CVE-2026-33151, CVE-2026-69185'],
  'engine.io': ['6.6.7', 'CVE-2026-59725'],
  ws: ['8.17.1', 'CVE-2024-37890'],
  'body-parser': ['2.3.0', 'CVE-2025-13466, CVE-2026-12590'],
  qs: ['6.14.2', 'CVE-2026-2391'],
  'path-to-regexp': ['8.4.0', 'ReDoS advisories'],
};

const root = new URL('../../', import.meta.url);
const lock = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')) as {
  packages: Record<string, { version?: string; resolved?: string; optionalDependencies?: Record<string, string> }>;
};

const below = (version: string, floor: string): boolean => {
  const [a, b] = [version, floor].map((text) => text.split('.').map(Number));
  for (let n = 0; n < 3; n += 1) if (a![n] !== b![n]) return a![n]! < b![n]!;
  return false;
};

/** A package is found beside its user or in any folder above, as Node does. */
const lockedFor = (path: string, name: string): boolean => {
  const above = path.lastIndexOf('node_modules/');
  if (lock.packages[`${path}/node_modules/${name}`] || lock.packages[`node_modules/${name}`]) return true;
  return above > 0 && lockedFor(path.slice(0, above).replace(/\/$/, ''), name);
};

describe('lockfile', () => {
  it('has no package below its floor', () => {
    const found = Object.entries(lock.packages).flatMap(([path, { version }]) => {
      const floor = floors[path.split('node_modules/').at(-1)!];
      return floor && version && below(version, floor[0]) ? [`${path} ${version} is below ${floor[0]} (${floor[1]})`] : [];
    });
    expect(found).toEqual([]);
    for (const name of Object.keys(floors)) expect(lock.packages).toHaveProperty([`node_modules/${name}`]);
  });

  it('compares versions by number', () => {
    expect([below('8.9.0', '8.17.1'), below('8.17.1', '8.17.1'), below('9.0.0', '8.17.1')]).toEqual([true, false, false]);
  });

  it('locks every optional package of every platform, or `npm ci` refuses', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter((name) => !lockedFor(path, name)),
    );
    expect(missing).toEqual([]);
  });

  it('does not use multer, and names no private registry', () => {
    expect(lock.packages).not.toHaveProperty(['node_modules/multer']);
    const hosts = Object.values(lock.packages).flatMap(({ resolved }) => (resolved ? [new URL(resolved).host] : []));
    expect([...new Set(hosts)].filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
  });
});
