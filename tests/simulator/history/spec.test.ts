import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ruleIds } from '../../../simulator/history/clean/ledger.ts';

it('SPEC.md lists every rule of cleaning, and no other', () => {
  const spec = readFileSync(new URL('../../../simulator/history/SPEC.md', import.meta.url), 'utf8');
  const listed = [...spec.matchAll(/^\| `([a-z-]+)`/gm)].map((match) => match[1]);
  expect(listed).toEqual(
    [...ruleIds].filter((rule) => listed.includes(rule)).sort((a, b) => listed.indexOf(a) - listed.indexOf(b)),
  );
  expect(new Set(listed)).toEqual(new Set(ruleIds));
});
