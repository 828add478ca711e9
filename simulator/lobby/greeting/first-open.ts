import type { RouteOption } from './option.ts';
import { openServers, routeTo } from './options-for.ts';
import type { Route, RouteView } from './policy.ts';
import type { RouteReason } from './reason.ts';

interface Choice {
  readonly option: RouteOption;
  readonly open: Route;
  readonly closed: Route;
}

/** Options with their routes: by `openReason` when somebody is there to serve, by `closedReason` when nobody is. */
export const choicesOf = (options: readonly RouteOption[], openReason: RouteReason, closedReason: RouteReason): readonly Choice[] =>
  options.map((option) => ({ option, open: routeTo(option, openReason), closed: routeTo(option, closedReason) }));

/** The first option that is open now; the first of all when none is; null when there are none. */
export function firstOpen(choices: readonly Choice[], view: RouteView): Route | null {
  for (const choice of choices) {
    if (openServers(choice.option, view) > 0) return choice.open;
  }
  return choices[0]?.closed ?? null;
}
