import { Argument } from 'commander';
import { z } from 'zod';
import { historyFileSchema } from '../../history/read/history-file.ts';
import { branchSchema } from '../../lobby/branch/branch.ts';
import { planSchema } from '../../lobby/branch/plan.ts';
import { contractsSchema } from '../../staffing/contracts/contracts.ts';
import { modelSchema } from '../../workload/model.ts';
import { writeJson } from '../read-file.ts';
import type { Verb } from '../verb.ts';
import { described } from './words/described.ts';

/** Files that people write. A new kind is added here. */
const fileKinds = {
  branch: branchSchema,
  plan: planSchema,
  model: modelSchema,
  contracts: contractsSchema,
  history: historyFileSchema,
} as const satisfies Record<string, z.ZodType>;
export type FileKind = keyof typeof fileKinds;

/**
 * The JSON Schema (2020-12) of a kind of file, as people write it: what has a default may be left out. What a schema cannot say (a name
 * that must be declared elsewhere) is checked when the file is read. Every field says what it means, and its unit.
 */
export const fileSchema = (kind: FileKind): Readonly<Record<string, unknown>> =>
  described(kind, z.toJSONSchema(fileKinds[kind], { io: 'input', unrepresentable: 'any' }));

/** `schema`: for editors that complete and check while one writes. */
export const schemaVerb: Verb = {
  name: 'schema',
  define(command) {
    command
      .description('文件格式的 JSON Schema。 The JSON Schema of a kind of file, for an editor that checks while you write.')
      .addArgument(new Argument('<kind>', 'the kind of file').choices(Object.keys(fileKinds)))
      .option('-o, --output <file>', 'write it here instead of to stdout')
      .addHelpText('after', '\n  tingtang schema contracts -o contracts.schema.json')
      .action((kind: FileKind, { output }: { readonly output?: string }) => {
        const schema = fileSchema(kind);
        if (output === undefined) process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
        else writeJson(output, schema);
      });
  },
};
