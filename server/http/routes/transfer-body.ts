import { transfer } from '../../../simulator/lobby/command/ticket-commands.ts';

/** Where to: a service, a line, or a service in a line. */
export const transferBody = transfer.pick({ service: true, line: true }).superRefine(({ service, line }, ctx) => {
  if (service === undefined && line === undefined)
    ctx.addIssue({ code: 'custom', path: ['service'], message: 'give "service" or "line"' });
});
