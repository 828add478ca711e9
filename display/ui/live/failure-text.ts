import { type Language, nameIn } from '../../../simulator/lobby/branch/language.ts';
import { catalogueOf } from '../words/words.ts';
import type { Answer } from './command-client.ts';

/** Why a press was not carried out, in words. The server words its refusals; what only a screen knows is worded here. */
export function failureText(answer: Extract<Answer, { ok: false }>, language: Language): string {
  const say = catalogueOf(language);
  if (answer.code === 'away') return say.failure.away;
  return answer.message === null ? say.failure.unexpected : nameIn(language, answer.message);
}
