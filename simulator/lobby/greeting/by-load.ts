import { z } from 'zod';
import { choicesOf } from './first-open.ts';
import type { RouteOption } from './option.ts';
import { openServers, prepare } from './options-for.ts';
import type { GreetingPolicy, RouteView } from './policy.ts';

const options = z.strictObject({});

/**
 * Wait that a newcomer would meet, ms: none while a ready station is left over for them, else (waiting + 1) × typical work ÷
 * open servers, the queue-length predictor of Whitt 1999. Infinity when nobody is there to serve. It reads the newcomer's
 * own typical work and its own line: lines that share stations make it low, and it orders choices all the same.
 */
function expectedWaitMs(option: RouteOption, view: RouteView): number {
  const servers = openServers(option, view);
  if (servers === 0) return Number.POSITIVE_INFINITY;
  const waiting = view.waiting(option.lineAt);
  const ready = Math.min(view.ready(option), servers);
  return waiting < ready ? 0 : ((waiting + 1) * option.typicalWorkMs) / servers;
}

/**
 * 按负载分流. The way to do the service that has the least expected wait now; a tie goes to the earlier mode of the service.
 * Good when services can be done in several places and people follow advice; it may send a customer from the natural
 * place to one that is merely empty.
 */
export const byLoad: GreetingPolicy<z.infer<typeof options>> = {
  id: 'by-load',
  names: { zh: '按负载分流', en: 'By load' },
  version: 1,
  options,
  router(_options, branch) {
    const choicesFor = prepare(branch, (ways) => choicesOf(ways, 'least-wait', 'none-open'));
    return (ticket, view) => {
      const choices = choicesFor(ticket);
      if (!choices) return null;
      let route = choices[0]?.closed ?? null;
      let least = Number.POSITIVE_INFINITY;
      for (const choice of choices) {
        const wait = expectedWaitMs(choice.option, view);
        if (wait < least) {
          least = wait;
          route = choice.open;
        }
      }
      return route;
    };
  },
};
