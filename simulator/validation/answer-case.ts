import { ZodError } from 'zod';
import { type Answer, type Answerer, type Effort, isUnanswered, type Question, type Unanswered } from './answer.ts';
import type { Case } from './case.ts';
import { answerers } from './kinds.ts';
import { unsupportedKinds } from './unsupported.ts';

/** What became of a case before it is judged. Plain data: it may come from another thread. */
export type Answered =
  | { readonly id: string; readonly answer: Answer; readonly ignored: readonly string[] }
  | { readonly id: string; readonly reason: string };

/** Parameters that say what a case means and change no answer. */
const plainWords = new Set(['timeUnit', 'unit', 'note', 'K', 'switch', 'format', 'arrivalsUnit', 'count', 'priority']);

/** Everything wrong with the parameters of cases whose kind is answered, each with its place in the file. */
export function problemsOfCases(cases: readonly Case[]): string[] {
  return cases.flatMap((one, at) => {
    const parsed = answerers.get(one.kind)?.params.safeParse(one.params);
    if (parsed === undefined || parsed.success) return [];
    return parsed.error.issues.map((issue) => `${at} ("${one.id}"): ${['params', ...issue.path].join('.')}: ${issue.message}`);
  });
}

/** Answers a case whose parameters have been checked. `folder`: where its file lies. */
export async function answerCase(one: Case, effort: Effort, folder = '.'): Promise<Answered> {
  const { id } = one;
  const answerer = answerers.get(one.kind);
  if (answerer === undefined) {
    const known = `unknown kind; answered are: ${[...answerers.keys()].sort().join(', ')}`;
    return { id, reason: unsupportedKinds.get(one.kind) ?? known };
  }
  const answer = await askAnswerer(answerer, one, { ...effort, seed: seedOf(effort.seed, id) }, folder);
  if (isUnanswered(answer)) return { id, reason: answer.reason };
  const ignored =
    answerer.params.def.catchall === undefined ? Object.keys(one.params).filter((key) => !(key in answerer.params.shape)) : [];
  return { id, answer, ignored: ignored.filter((key) => !plainWords.has(key)) };
}

/** A case may say what no branch or model can: then it is not answered, with the reason. */
async function askAnswerer(answerer: Answerer, one: Case, effort: Effort, folder: string): Promise<Answer | Unanswered> {
  const question: Question = {
    one,
    expected: Array.isArray(one.expected) ? {} : (one.expected as Question['expected']),
    rows: Array.isArray(one.expected) ? one.expected : [],
    effort,
    folder,
  };
  const params = answerer.params.parse(one.params) as never;
  try {
    return await answerer.answer(params, question);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return { reason: `makes no branch that can be run: ${problems.join('; ')}` };
  }
}

/** Streams of their own for every case, wherever it stands in the file: FNV-1a of its id beside the seed asked for. */
function seedOf(seed: number, id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0;
  return (seed % 2 ** 21) * 2 ** 32 + hash;
}
