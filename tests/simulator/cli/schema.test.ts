import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type FileKind, fileSchema } from '../../../simulator/cli/schema/schema.ts';

const example = (file: string) => JSON.parse(readFileSync(new URL(`../../../examples/${file}`, import.meta.url), 'utf8'));
const model = example('town-branch/model.json');
const contracts = example('town-branch/contracts.json');

/** The published schema alone, read back: nothing of the code behind it. */
const published = (kind: FileKind) => z.fromJSONSchema(JSON.parse(JSON.stringify(fileSchema(kind))));
const problems = (kind: FileKind, file: unknown) =>
  published(kind)
    .safeParse(file)
    .error?.issues.map(({ path }) => path.join('.'));

describe('published schemas of files', () => {
  it.each([
    ['contracts', contracts],
    ['model', model],
    ['branch', model.branch],
    ['plan', model.plan],
    ['history', example('grill/history.json')],
  ] as const)('the example of %s is valid', (kind, file) => {
    expect(problems(kind, file)).toBeUndefined();
  });

  it('a misspelt field, a wrong kind and a missing wage are found, and where', () => {
    const [first, ...others] = contracts.contracts;
    const { costPerHour: _, ...unpaid } = first;
    const found = [
      { ...contracts, dutys: [] },
      { ...contracts, contracts: [{ ...first, kind: 'half-time' }, ...others] },
      { ...contracts, contracts: [unpaid, ...others] },
    ].map((file) => problems('contracts', file));
    expect(found).toEqual([[''], ['contracts.0.kind'], ['contracts.0.costPerHour']]);
  });

  it('what has a default may be left out', () => {
    const least = {
      v: 1,
      currency: 'CNY',
      contracts: [{ id: 'a', kind: 'full-time', role: 'teller', hours: [8], costPerHour: 1 }],
    };
    expect(problems('contracts', least)).toBeUndefined();
  });

  it.each(['branch', 'plan', 'model', 'contracts', 'history'] as const)('every field of %s says what it means', (kind) => {
    const silent: string[] = [];
    const look = (part: unknown, path: string): void => {
      if (typeof part !== 'object' || part === null) return;
      const { properties } = part as { properties?: Record<string, { description?: string }> };
      for (const [field, of] of Object.entries(properties ?? {})) if (!of.description) silent.push(`${path}.${field}`);
      for (const [key, value] of Object.entries(part)) look(value, `${path}.${key}`);
    };
    look(fileSchema(kind), kind);
    expect(silent).toEqual([]);
  });

  it('the same field says another thing where it means another thing', () => {
    const of = (kind: FileKind) => JSON.stringify(fileSchema(kind));
    expect(of('contracts')).toContain('Begins no sooner in the day');
    expect(of('plan')).not.toContain('Begins no sooner in the day');
    expect(of('model')).toContain('First day of the records, yyyy-mm-dd.');
  });
});
