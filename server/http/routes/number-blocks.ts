import { z } from 'zod';
import { codeSchema } from '../../../simulator/lobby/branch/names.ts';
import * as commands from '../../../simulator/lobby/command/branch-commands.ts';
import type { LobbyState } from '../../../simulator/lobby/state.ts';
import { leasedAnswer, returnedAnswer } from '../answers/lobby.ts';
import { command } from '../command-route.ts';
import { errorAnswer } from '../error-answer.ts';
import { type Route, route } from '../route.ts';

/** A block, and how its numbers are written: the device writes them itself. */
const leased = ({ blocks, config }: LobbyState, id: string) => ({
  block: blocks.get(id) ?? null,
  digits: config?.branch.rules.numbers.digits ?? null,
});

const lease = route({
  id: 'number-blocks.lease',
  method: 'post',
  path: '/number-blocks',
  answer: leasedAnswer,
  does: 'Lease numbers for a kiosk that may lose the server',
  body: z.strictObject({ series: z.string().regex(/^[A-Z]{1,2}$/, 'one or two capital letters') }),
  command: true,
  answers: { 201: 'The block', 409: 'Refused' },
  async handle(request, service) {
    const block = service.ids.short('b');
    return command(request, {
      command: { type: 'lease-block', block, series: request.body.series, holder: request.who.by.id },
      done: ({ after }) => ({ status: 201, body: leased(after.state, block) }),
    });
  },
});

const giveBack = route({
  id: 'number-blocks.return',
  method: 'post',
  path: '/number-blocks/:block/return',
  answer: returnedAnswer,
  does: 'Return a leased block; numbers not used are never given',
  body: commands.returnBlock.omit({ type: true, block: true }),
  command: true,
  answers: { 200: 'The block', 409: 'Refused' },
  async handle(request) {
    const block = codeSchema.safeParse(request.params.block);
    if (!block.success) return errorAnswer(404, 'unknown-block');
    return command(request, {
      command: { type: 'return-block', block: block.data },
      done: ({ after }) => ({ status: 200, body: { block: after.state.blocks.get(block.data) ?? null } }),
    });
  },
});

export const numberBlockRoutes: readonly Route[] = [lease, giveBack];
