import { z } from 'zod';
import { codeSchema } from '../branch/names.ts';

const help = codeSchema;

/** 请求帮助: somebody at a device asks for a greeter. `device` is the token's public id; `zone` where it stands, when it says so. */
export const helpRequested = z.strictObject({
  type: z.literal('help-requested'),
  data: z.strictObject({ help, device: z.string().min(1).max(64), zone: codeSchema.optional() }),
});
export const helpAnswered = z.strictObject({ type: z.literal('help-answered'), data: z.strictObject({ help }) });

export const helpEvents = [helpRequested, helpAnswered] as const;
