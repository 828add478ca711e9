import { exitNo, type Verb } from '../../simulator/cli/verb.ts';

/** `verify`: reads every journal whole: chain, schema, and that it folds to a lobby. */
export const verify: Verb = {
  name: 'verify',
  define(command) {
    command
      .description('check every journal: hash chain, schema, and that it leads to a lobby; exit 1 when one is not right')
      .option('--json', 'print {branches: [{branch, events, ok, problem?}]}')
      .action(run);
  },
};

async function run({ json }: { json?: boolean }): Promise<void> {
  const { withStore } = await import('./open-store.ts');
  const { verifyStore } = await import('../branches/journal/verify-store.ts');
  await withStore(async (store) => {
    const branches = await verifyStore(store);
    const lines = branches.map(({ branch, events, ok, problem }) => `${branch}: ${events} events, ${ok ? 'right' : problem}\n`);
    process.stdout.write(json ? `${JSON.stringify({ branches })}\n` : lines.join(''));
    if (branches.some(({ ok }) => !ok)) process.exitCode = exitNo;
  });
}
