import type { z } from 'zod';
import { saidOf } from '../../simulator/lobby/problem.ts';
import type { Refusal, RefusalCode } from '../../simulator/lobby/refusal.ts';
import type { Answer } from '../branches/answer.ts';
import type { HostCode } from './error-codes.ts';
import { messageOf } from './messages.ts';

/** One thing wrong with what was sent: where, and what is allowed there. */
export interface InputProblem {
  readonly path: string;
  readonly message: string;
}

/** Every error has the same shape: `{code, …facts, error: {code, message: {zh, en}, facts, problems?}}`. */
export function errorAnswer(
  status: number,
  code: RefusalCode | HostCode,
  facts: Refusal['facts'] = {},
  problems?: readonly InputProblem[],
): Answer {
  const error = { code, message: messageOf(code, facts), facts, ...(problems === undefined ? {} : { problems }) };
  return { status, body: { ...facts, code, error } };
}

export const badInput = (problems: readonly InputProblem[]): Answer => errorAnswer(400, 'bad-input', {}, problems);

export const problemsOfZod = (error: z.ZodError): InputProblem[] =>
  error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: saidOf(issue) }));

/** Where the body has what a refusal is about, unless the code says it. */
const placeOf = (code: RefusalCode): string => (code === 'effective-in-past' ? 'effectiveAt' : code.replace('unknown-', ''));

/** 400: what was sent names something that does not exist. 404: the address does. Everything else is a refusal of the lobby: 409. */
const statusOf: Partial<Readonly<Record<RefusalCode, 400 | 404>>> = {
  'unknown-service': 400,
  'unknown-segment': 400,
  'unknown-trait': 400,
  'unknown-line': 400,
  'unknown-person': 400,
  'unknown-series': 400,
  'unknown-zone': 400,
  'unknown-strategy': 400,
  'effective-in-past': 400,
  'config-invalid': 400,
  'branch-not-configured': 404,
  'unknown-station': 404,
  'unknown-ticket': 404,
  'unknown-appointment': 404,
  'unknown-block': 404,
  'unknown-proposal': 404,
  'unknown-help': 404,
  'unknown-rule': 404,
};

export function refusalAnswer({ refused, facts }: Refusal): Answer {
  const status = statusOf[refused] ?? 409;
  if (status !== 400) return errorAnswer(status, refused, facts);
  const listed = Array.isArray(facts.problems) ? (facts.problems as readonly string[]) : [];
  const problems = listed.map((text) => ({ path: text.split(': ')[0] ?? '', message: text }));
  return errorAnswer(
    400,
    refused,
    facts,
    problems.length > 0 ? problems : [{ path: placeOf(refused), message: messageOf(refused, facts).en }],
  );
}
