import { z } from 'zod';
import { branchSchema } from '../../../simulator/lobby/branch/branch.ts';

const text = z.string();
const seq = z.int().min(0);

export const strategyAnswer = z.strictObject({
  strategy: z.strictObject({ id: text, options: z.record(text, z.unknown()), effectiveAt: z.int() }),
  seq,
});
export const versionAnswer = z.strictObject({ version: z.int(), seq });
export const planAnswer = z.strictObject({ plan: text.nullable(), seq });
export const configAnswer = z.strictObject({ version: z.int(), config: branchSchema });
export const proposalAnswer = z.strictObject({ proposal: text, seq });

export const tokensAnswer = z.strictObject({
  tokens: z.array(
    z.strictObject({
      id: text,
      branch: text,
      role: text,
      counter: text.nullable(),
      person: text.nullable(),
      createdAt: z.int(),
      revokedAt: z.int().nullable(),
    }),
  ),
});
/** The secret is told this once. */
export const tokenAnswer = z.strictObject({ token: text, id: text });
export const revokedAnswer = z.strictObject({ revoked: text });
export const erasedAnswer = z.strictObject({ erased: text });
