import { Option } from 'commander';
import { BadInput, type Verb } from '../../simulator/cli/verb.ts';
import { tokenRoles } from '../auth/roles.ts';
import type { Store } from '../store/store.ts';

interface Options {
  branch: string;
  role: (typeof tokenRoles)[number];
  counter?: string | undefined;
  person?: string | undefined;
  json?: boolean;
}

/** `token`: makes a token; it counts at once, also in a running service. */
export const token: Verb = {
  name: 'token',
  define(command) {
    command
      .description('make a token for a role at a branch; it counts at once')
      .requiredOption('--branch <id>', 'branch it belongs to; * for an admin of all branches')
      .addOption(new Option('--role <role>', 'what it may do').choices(tokenRoles).makeOptionMandatory())
      .option('--counter <id>', 'the only counter it may work')
      .option('--person <id>', 'the member of staff who holds it')
      .option('--json', 'print {token, id, branch, role}')
      .action(run);
  },
};

async function run({ branch, role, counter, person, json }: Options): Promise<void> {
  const { answered, withStore } = await import('./open-store.ts');
  const { drawToken } = await import('../auth/token.ts');
  await withStore(async (store) => {
    await checkPlace(store, { branch, role, counter, person });
    const { secret, token: made } = drawToken({ branch, role, counter, person }, Date.now());
    answered(await store.addToken(made));
    process.stdout.write(json ? `${JSON.stringify({ token: secret, id: made.id, branch, role })}\n` : `${secret}\n`);
  });
}

/** `*` is every branch: for admins, who set branches up. */
async function checkPlace(store: Store, { branch, role, counter, person }: Omit<Options, 'json'>): Promise<void> {
  const { misplaced } = await import('../auth/token-place.ts');
  for (const { what, roles } of misplaced(role, { counter, person }))
    throw new BadInput(`--${what}: a token of role "${role}" names no ${what}; roles whose tokens do: ${roles.join(', ')}`);
  if (branch === '*' && role === 'admin') return;
  if (branch === '*') throw new BadInput(`--branch "*": only an admin's token is for every branch; --role is "${role}"`);
  const { knownBranch } = await import('./open-store.ts');
  const { stations, staff } = await knownBranch(store, branch);
  declared('counter', counter, stations);
  declared('person', person, staff);
}

function declared(what: string, given: string | undefined, known: readonly { readonly id: string }[]): void {
  if (given === undefined || known.some(({ id }) => id === given)) return;
  throw new BadInput(`--${what} "${given}": no such ${what}; declared: ${known.map(({ id }) => id).join(', ')}`);
}
