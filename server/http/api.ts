import { createHmac } from 'node:crypto';
import type { Request, Response } from 'express';
import { ticketHolder } from '../auth/authenticator.ts';
import { belongsTo, type Principal } from '../auth/principal.ts';
import { mayCall, type RouteId } from '../auth/role-table.ts';
import type { Answer } from '../branches/answer.ts';
import { BranchQueue } from '../branches/branch-queue.ts';
import type { CommandKey } from '../branches/submission.ts';
import { isFailure } from '../store/store.ts';
import { canonicalJson, tooDeep } from './canonical-json.ts';
import { badInput, errorAnswer, type InputProblem, problemsOfZod } from './error-answer.ts';
import { readJson } from './read-json.ts';
import type { Route, RouteRequest, StreamAnswer } from './route.ts';
import type { Service } from './service.ts';
import { undeclared } from './undeclared.ts';

/** Visible ASCII: what an HTTP header can carry unchanged. */
const keyForm = /^[\x21-\x7e]{1,200}$/;

/** One request to a branch route, in the order of its checks: who, may they, what, and only then the lobby. */
export async function answerRoute(route: Route, req: Request, res: Response, service: Service): Promise<Answer | StreamAnswer> {
  const branch = String(req.params.branch ?? '');
  const foreign = foreignOrigin(req, service);
  if (foreign !== null && route.method !== 'get') return foreign;

  const who = await identify(req, branch, service);
  if ('status' in who) return who;
  if (!belongsTo(who, branch)) return errorAnswer(404, 'unknown-branch', { branch });
  if (!mayCall(who.role, route.id)) return errorAnswer(403, 'role-may-not', { role: who.role });

  const found = await queueOf(route, branch, service);
  if ('status' in found) return found;
  if (route.id === ('tickets.issue' satisfies RouteId) && who.role === 'kiosk' && !(await service.kioskRate.turn(who.scope))) {
    res.setHeader('Retry-After', '1');
    return errorAnswer(429, 'too-many-tickets');
  }

  const input = await readInput(route, req, res, service, who, found);
  if ('status' in input) return input;
  const params = req.params as Record<string, string>;
  return route.handle({ branch, queue: found, who, params, ...input }, service);
}

/** A page of a foreign site must not press buttons with a screen's token. Programs send no Origin. */
function foreignOrigin(req: Request, service: Service): Answer | null {
  const { origin } = req.headers;
  return origin === undefined || service.origins.has(origin) ? null : errorAnswer(403, 'foreign-origin', { origin });
}

async function identify(req: Request, branch: string, service: Service): Promise<Principal | Answer> {
  const [, secret] = /^Bearer ([\x21-\x7e]+)$/i.exec(req.headers.authorization ?? '') ?? [];
  if (secret === undefined) return errorAnswer(401, 'no-token');
  const who = await service.authenticator.find(secret);
  if (isFailure(who)) return errorAnswer(503, 'unavailable');
  if (who !== null) return who;
  // A customer's phone knows nothing but its ticket.
  const queue = await service.directory.find(branch);
  const isTicket = queue instanceof BranchQueue && queue.committed.visits.numberOf(secret) !== null;
  return isTicket ? ticketHolder(branch, secret) : errorAnswer(401, 'bad-token');
}

async function queueOf(route: Route, branch: string, service: Service): Promise<BranchQueue | Answer> {
  const found =
    route.mayCreateBranch && /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(branch)
      ? await service.directory.create(branch)
      : await service.directory.find(branch);
  if (found === null) return errorAnswer(404, 'unknown-branch', { branch });
  return found instanceof BranchQueue ? found : errorAnswer(503, 'unavailable', { why: found.cannotServe });
}

type Input = Pick<RouteRequest, 'body' | 'query' | 'key'>;

/** Body, query and key; every problem of all three is listed in one answer. */
async function readInput(
  route: Route,
  req: Request,
  res: Response,
  service: Service,
  who: Principal,
  queue: BranchQueue,
): Promise<Input | Answer> {
  const problems: InputProblem[] = [];
  const query = route.query?.safeParse(req.query);
  if (query?.success === false) problems.push(...problemsOfZod(query.error));

  const sent = route.body === undefined ? undefined : await readJson(req, res, route.bodyLimit);
  if (sent !== undefined && 'status' in sent) return sent;
  if (sent !== undefined && tooDeep(sent.json)) return badInput([{ path: '', message: 'nested too deeply; at most 32 levels' }]);
  const body = route.body?.safeParse(sent?.json);
  if (body?.success === false) problems.push(...problemsOfZod(body.error));
  if (route.namesCodes) problems.push(...undeclared(queue.committed.lobby.state, sent?.json));

  const key = req.headers['idempotency-key'];
  if (route.command && (typeof key !== 'string' || !keyForm.test(key))) {
    problems.push({
      path: 'Idempotency-Key',
      message: 'every command needs this header: 1 to 200 visible ASCII characters, new for each press',
    });
  }
  if (problems.length > 0) return badInput(problems);
  return {
    body: body?.data,
    query: query?.data,
    key: route.command ? commandKey(req, service, who, String(key), body?.data) : null,
  };
}

function commandKey(req: Request, service: Service, who: Principal, key: string, body: unknown): CommandKey {
  const asked = `${req.method} ${req.path}\n${canonicalJson(body)}`;
  return { scope: who.scope, key, bodyHash: createHmac('sha256', service.bodyKey).update(asked).digest('hex') };
}
