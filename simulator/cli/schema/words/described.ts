import { branchWords } from './branch.ts';
import { contractsWords } from './contracts.ts';
import { modelWords } from './model.ts';
import { planWords } from './plan.ts';
import { sharedWords } from './shared.ts';

/** A JSON Schema, or a part of one. */
type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Words of a kind of file before those that others say of the same field. */
const wordsOf = (kind: string): Readonly<Record<string, string>> => ({
  ...sharedWords,
  ...branchWords,
  ...planWords,
  ...(kind === 'contracts' || kind === 'history' ? contractsWords : modelWords),
});

/** A schema of files in which every field says what it means and in what unit. */
export function described(kind: string, schema: Schema): Schema {
  const words = wordsOf(kind);
  const told = (part: unknown, parent: string): unknown => {
    if (Array.isArray(part)) return part.map((one) => told(one, parent));
    if (!isSchema(part)) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key,
        key === 'properties' && isSchema(value)
          ? Object.fromEntries(Object.entries(value).map(([field, of]) => [field, withWords(field, of, parent)]))
          : key === 'additionalProperties' || key === 'propertyNames'
            ? told(value, '*')
            : told(value, parent),
      ]),
    );
  };
  const withWords = (field: string, of: unknown, parent: string): unknown => {
    const description = words[`${parent}.${field}`] ?? words[field] ?? '';
    const inner = told(of, field);
    return isSchema(inner) ? { description, ...inner } : inner;
  };
  return told(schema, kind) as Schema;
}
