import type { z } from 'zod';
import type { Principal } from '../auth/principal.ts';
import type { RouteId } from '../auth/role-table.ts';
import type { Answer } from '../branches/answer.ts';
import type { BranchQueue } from '../branches/branch-queue.ts';
import type { CommandKey } from '../branches/submission.ts';
import type { Service } from './service.ts';

/** A checked request to a route under `/api/branches/:branch`. */
export interface RouteRequest<Body = unknown, Query = unknown> {
  readonly branch: string;
  readonly queue: BranchQueue;
  readonly who: Principal;
  readonly params: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly query: Query;
  readonly key: CommandKey | null;
}

/** An answer that is written as it is made: a long journal never stands in memory. */
export interface StreamAnswer {
  readonly status: 200;
  readonly type: string;
  readonly fileName: string;
  readonly chunks: AsyncIterable<string>;
}

/** One verb at one address. All of it is data: what is registered, allowed, checked and documented is the same thing. */
export interface Route<Body = unknown, Query = unknown> {
  readonly id: RouteId;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Below `/api/branches/:branch`. */
  readonly path: string;
  readonly does: string;
  /** Absent: no body is looked at. */
  readonly body?: z.ZodType<Body>;
  readonly bodyLimit?: string;
  /** The body names services, people, segments or traits: each must be declared by the branch. */
  readonly namesCodes?: boolean;
  readonly query?: z.ZodType<Query>;
  /** A command: needs an Idempotency-Key and is answered the same when repeated. */
  readonly command: boolean;
  /** True when the branch need not exist yet. */
  readonly mayCreateBranch?: boolean;
  /** What a 2xx answer holds. */
  readonly answer: z.ZodType;
  readonly answers: Readonly<Record<number, string>>;
  readonly handle: (request: RouteRequest<Body, Query>, service: Service) => Promise<Answer | StreamAnswer>;
}

/** Keeps the body's type between schema and handler, and forgets it outside. */
export const route = <Body = unknown, Query = unknown>(given: Route<Body, Query>): Route => given as unknown as Route;
