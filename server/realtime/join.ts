import { z } from 'zod';
import { type Authenticator, ticketHolder } from '../auth/authenticator.ts';
import { belongsTo, type Principal } from '../auth/principal.ts';
import { mayCall } from '../auth/role-table.ts';
import type { BranchDirectory } from '../branches/branch-directory.ts';
import { BranchQueue } from '../branches/branch-queue.ts';
import { type InputProblem, problemsOfZod } from '../http/error-answer.ts';
import type { HostCode } from '../http/error-codes.ts';
import { isFailure } from '../store/store.ts';

const short = z.string().min(1).max(200);
/** Where to begin: the last seq the screen has. */
const after = z.int().min(0).optional();
const joinSchema = z
  .strictObject({ branch: short, token: short.optional(), ticket: short.optional(), after })
  .refine(({ token, ticket }) => (token === undefined) !== (ticket === undefined), {
    path: ['token'],
    error: 'either a token or the id of a ticket, one of them',
  });

export interface JoinRefused {
  readonly refused: HostCode;
  /** What is wrong with what it joined with. */
  readonly problems?: readonly InputProblem[];
}

export interface Joined {
  readonly who: Principal;
  readonly queue: BranchQueue;
  readonly after: number | null;
  readonly secret: string | null;
}

/** Who joins which lobby, and from where. */
export async function joinLobby(
  auth: unknown,
  authenticator: Authenticator,
  directory: BranchDirectory,
): Promise<Joined | JoinRefused> {
  const read = joinSchema.safeParse(auth);
  if (!read.success) return { refused: 'bad-input', problems: problemsOfZod(read.error) };
  const { branch, ticket, token } = read.data;
  const queue = async (): Promise<BranchQueue | JoinRefused> => {
    const found = await directory.find(branch);
    if (found === null) return { refused: 'unknown-branch' };
    return found instanceof BranchQueue && found.committed.lobby.state.config !== null ? found : { refused: 'unavailable' };
  };
  const from = read.data.after ?? null;
  if (ticket !== undefined) {
    const lobby = await queue();
    if ('refused' in lobby) return lobby;
    if (lobby.committed.visits.numberOf(ticket) === null) return { refused: 'bad-token' };
    return { who: ticketHolder(branch, ticket), queue: lobby, after: from, secret: null };
  }
  const secret = token ?? '';
  const who = await authenticator.find(secret);
  if (who === null) return { refused: 'bad-token' };
  if (isFailure(who)) return { refused: 'unavailable' };
  if (!belongsTo(who, branch)) return { refused: 'unknown-branch' };
  if (!mayCall(who.role, 'board.read')) return { refused: 'role-may-not' };
  const lobby = await queue();
  return 'refused' in lobby ? lobby : { who, queue: lobby, after: from, secret };
}
