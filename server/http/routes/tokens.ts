import { z } from 'zod';
import { catalogueOf } from '../../../simulator/lobby/branch/catalogue.ts';
import { codeSchema } from '../../../simulator/lobby/branch/names.ts';
import { tokenRoles } from '../../auth/roles.ts';
import { drawToken } from '../../auth/token.ts';
import { misplaced } from '../../auth/token-place.ts';
import { isFailure } from '../../store/store.ts';
import { erasedAnswer, revokedAnswer, tokenAnswer, tokensAnswer } from '../answers/setup.ts';
import { badInput, errorAnswer } from '../error-answer.ts';
import { type Route, route } from '../route.ts';

const list = route({
  id: 'tokens.list',
  method: 'get',
  path: '/tokens',
  answer: tokensAnswer,
  does: 'Tokens of the branch, without their secrets',
  command: false,
  answers: { 200: 'Tokens' },
  async handle({ branch }, service) {
    const tokens = await service.store.listTokens(branch);
    if (isFailure(tokens)) return errorAnswer(503, 'unavailable');
    return { status: 200, body: { tokens: tokens.map(({ hash: _, ...shown }) => shown) } };
  },
});

/** Not a lobby command: its answer holds a secret, so it is kept nowhere and has no idempotency key. */
const create = route({
  id: 'tokens.create',
  method: 'post',
  path: '/tokens',
  answer: tokenAnswer,
  does: 'Make a token; the secret is shown this once',
  body: z.strictObject({ role: z.enum(tokenRoles), counter: codeSchema.optional(), person: codeSchema.optional() }),
  command: false,
  answers: { 201: 'The token' },
  async handle({ branch, queue, body }, service) {
    const config = queue.committed.lobby.state.config?.branch;
    if (config === undefined) return errorAnswer(404, 'unknown-branch', { branch });
    const { stations, staff } = catalogueOf(config);
    const { counter, person } = body;
    const problems = [
      ...misplaced(body.role, body).map(({ what, roles }) => ({
        path: what,
        message: `a token of role "${body.role}" names no ${what}; roles whose tokens do: ${roles.join(', ')}`,
      })),
      ...(counter === undefined || stations.has(counter)
        ? []
        : [{ path: 'counter', message: `unknown counter "${counter}"; declared: ${[...stations.keys()].join(', ')}` }]),
      ...(person === undefined || staff.has(person)
        ? []
        : [{ path: 'person', message: `unknown person "${person}"; declared: ${[...staff.keys()].join(', ')}` }]),
    ];
    if (problems.length > 0) return badInput(problems);
    const { secret, token } = drawToken({ branch, ...body }, service.clock());
    const kept = await service.store.addToken(token);
    return kept === 'kept' ? { status: 201, body: { token: secret, id: token.id } } : errorAnswer(503, 'unavailable');
  },
});

const revoke = route({
  id: 'tokens.revoke',
  method: 'delete',
  path: '/tokens/:token',
  answer: revokedAnswer,
  does: 'Revoke a token by its id; its sockets are cut within a second',
  command: false,
  answers: { 200: 'Revoked' },
  async handle({ branch, params }, service) {
    const id = params.token ?? '';
    const revoked = await service.store.revokeToken(branch, id, service.clock());
    if (isFailure(revoked)) return errorAnswer(503, 'unavailable');
    return revoked === 'unknown' ? errorAnswer(404, 'unknown-token', { token: id }) : { status: 200, body: { revoked: id } };
  },
});

const erase = route({
  id: 'contacts.erase',
  method: 'delete',
  path: '/contacts/:ref',
  answer: erasedAnswer,
  does: 'Erase a contact; the journal keeps only the reference',
  command: false,
  answers: { 200: 'Erased' },
  async handle({ branch, params }, service) {
    const ref = params.ref ?? '';
    return service.contacts.erase(branch, ref)
      ? { status: 200, body: { erased: ref } }
      : errorAnswer(404, 'unknown-contact', { ref });
  },
});

export const setupRoutes: readonly Route[] = [list, create, revoke, erase];
