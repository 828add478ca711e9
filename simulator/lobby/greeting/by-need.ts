import { z } from 'zod';
import { choicesOf, firstOpen } from './first-open.ts';
import { prepare } from './options-for.ts';
import type { GreetingPolicy } from './policy.ts';

const options = z.strictObject({});

/**
 * 按业务分流. The first mode of the service, in the service's own order, that some open station of the branch gives; the first
 * mode at all when nothing is open yet. Good when every service has its natural place; it does not look at the load.
 */
export const byNeed: GreetingPolicy<z.infer<typeof options>> = {
  id: 'by-need',
  names: { zh: '按业务分流', en: 'By need' },
  version: 1,
  options,
  router(_options, branch) {
    const choicesFor = prepare(branch, (ways) => choicesOf(ways, 'first-open', 'none-open'));
    return (ticket, view) => {
      const choices = choicesFor(ticket);
      return choices ? firstOpen(choices, view) : null;
    };
  },
};
