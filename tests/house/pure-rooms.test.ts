import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const pureRooms = ['lobby', 'workload', 'engine', 'theory'];

/** Clocks, chance, the environment and the outside: arguments in a pure room, never globals. */
const impure =
  /\b(Math\.random|Date\b|performance\.|process\.|console\.|setTimeout|setInterval|fetch\(|globalThis|crypto\.|require\()/;
const allowedImports = /^(\.{1,2}\/|zod$|flatqueue$|@stdlib\/)/;

const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
const withoutStrings = (code: string): string => code.replace(/'(?:[^'\\\n]|\\.)*'/g, "''").replace(/`(?:[^`\\]|\\.)*`/g, '``');

function impurities(code: string): string[] {
  const bare = withoutComments(code);
  const imports = [...bare.matchAll(/from '([^']+)'/g)].map(([, name]) => name!).filter((name) => !allowedImports.test(name));
  const uses = withoutStrings(bare).match(impure);
  return [...imports.map((name) => `imports ${name}`), ...(uses ? [`uses ${uses[0]}`] : [])];
}

describe('pure rooms', () => {
  for (const room of pureRooms) {
    it(`simulator/${room} reads no clock, chance, file, network or screen`, () => {
      const folder = join(root, 'simulator', room);
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
      expect(files.length).toBeGreaterThan(0);
      const found = files.flatMap((file) => impurities(readFileSync(join(folder, file), 'utf8')).map((what) => `${file} ${what}`));
      expect(found).toEqual([]);
    });
  }

  it('finds what it looks for', () => {
    expect(impurities("import fs from 'node:fs';")).toEqual(['imports node:fs']);
    expect(impurities('const now = Date.now();')).toEqual(['uses Date']);
    expect(impurities('const u = Math.random();')).toEqual(['uses Math.random']);
    expect(impurities('// Date is an argument\nconst text = `Date`;')).toEqual([]);
  });
});
