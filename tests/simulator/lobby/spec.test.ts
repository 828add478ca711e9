import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url).pathname;

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(root, folder, file));

const specs = filesIn('simulator', 'SPEC.md');
const ruleIds = new Set(
  specs.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^- \*\*([A-Z]+\d+)\*\*/gm)].map(([, id]) => id!)),
);

/** Rule ids quoted in test titles; "[I1] to [I7]" quotes the ends and all between. */
function quoted(): Set<string> {
  const ids = new Set<string>();
  for (const file of filesIn('tests', '.test.ts')) {
    for (const [, title] of readFileSync(file, 'utf8').matchAll(/\b(?:it|test|describe)\(\s*['"`](.*?)['"`],/g)) {
      for (const [, letter, from, to] of title!.matchAll(/\[([A-Z]+)(\d+)\](?: to \[[A-Z]+(\d+)\])?/g)) {
        for (let n = Number(from); n <= Number(to ?? from); n += 1) ids.add(`${letter}${n}`);
      }
    }
  }
  return ids;
}

/** Rules of the total order and the arrival rule bind simulated journals; the drill and the engine test them together. */
const testedByEngines = new Set(['O1', 'S5']);

describe('SPEC.md and tests', () => {
  it('has a test for every rule', () => {
    const covered = quoted();
    expect([...ruleIds].filter((id) => !covered.has(id) && !testedByEngines.has(id))).toEqual([]);
  });

  it('has a rule for every id that a test quotes', () => {
    expect([...quoted()].filter((id) => !ruleIds.has(id))).toEqual([]);
  });
});
