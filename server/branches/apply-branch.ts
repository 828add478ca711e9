import { type Branch, branchSchema } from '../../simulator/lobby/branch/branch.ts';
import { isZone } from '../../simulator/lobby/branch/zone.ts';
import type { Store } from '../store/store.ts';
import { BranchDirectory } from './branch-directory.ts';
import { systemClock } from './clock.ts';
import { randomIds } from './ids.ts';

interface Problems {
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/** A branch as people write it, checked: schema, references, and a zone that this machine knows. */
export function readBranch(value: unknown): Branch | Problems {
  const read = branchSchema.safeParse(value);
  if (!read.success) return { problems: read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) };
  if (isZone(read.data.zone)) return read.data;
  return { problems: [{ path: 'zone', message: `unknown time zone "${read.data.zone}"; use an IANA zone such as Asia/Shanghai` }] };
}

/** Configures a branch from another process than the service: it takes the event from the journal before its next command. */
export async function applyBranch(
  store: Store,
  config: Branch,
  nowMs: number,
): Promise<{ readonly version: number; readonly seq: number } | { readonly problem: string }> {
  let problem = 'the store could not keep it';
  const note = (trouble: unknown): void => {
    problem = trouble instanceof Error ? trouble.message : String(trouble);
  };
  const directory = new BranchDirectory({
    store,
    clock: () => Math.max(nowMs, systemClock()),
    ids: randomIds,
    onBug: note,
    onTrouble: note,
  });
  const queue = await directory.create(config.id);
  if ('cannotServe' in queue) return { problem: queue.cannotServe };
  const answer = await queue.submit({
    command: { type: 'configure', config },
    by: { kind: 'admin', id: 'configure' },
    key: null,
    present: (outcome) => {
      if (!('refusal' in outcome)) return { status: 200, body: null };
      const { problems } = outcome.refusal.facts;
      problem = Array.isArray(problems) ? problems.join('; ') : outcome.refusal.refused;
      return { status: 409, body: null };
    },
  });
  const { state, end } = queue.committed.lobby;
  return typeof answer === 'object' && answer.status === 200 ? { version: state.config!.version, seq: end.seq } : { problem };
}
