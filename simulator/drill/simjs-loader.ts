import { windowWasMissing } from './simjs-window.ts';
import 'simjs';
import type { SimApi } from './simjs.d.ts';

/**
 * The one door to simjs. Only its kernel is used: `Sim`, `Entity`, timers, messages. Its queues, facilities, statistics and random
 * numbers are wrong in ways that matter (waits of people who left, integer seeds, lost events), and `simulate(end)` loses the
 * first event past `end`: see `runToEnd`.
 */
const scope = globalThis as { window?: { Sim?: SimApi } };
const api = scope.window?.Sim;
if (api === undefined) throw new Error('simjs did not publish its API on window.Sim');
if (windowWasMissing) delete scope.window;
else delete scope.window!.Sim;

export const { Sim, Entity } = api;
