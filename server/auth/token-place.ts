import type { Role } from './roles.ts';

/** Roles whose token may name the only counter it works, and those whose token may name the member of staff who holds it. */
const takes: Readonly<Record<'counter' | 'person', readonly Role[]>> = {
  counter: ['teller', 'advisor'],
  person: ['teller', 'advisor', 'greeter', 'manager'],
};

/** What a role's token cannot name, and which roles' tokens could: a limit that binds nobody must not look like one. */
export function misplaced(
  role: Role,
  given: { readonly counter?: string | undefined; readonly person?: string | undefined },
): { readonly what: 'counter' | 'person'; readonly roles: readonly Role[] }[] {
  return (['counter', 'person'] as const)
    .filter((what) => given[what] !== undefined && !takes[what].includes(role))
    .map((what) => ({ what, roles: takes[what] }));
}
