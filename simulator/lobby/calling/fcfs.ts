import { z } from 'zod';
import type { CallingStrategy } from './strategy.ts';

const options = z.strictObject({});

/**
 * 先到先服务. First come, first served over all lines: of the heads a station can serve, the one that has waited longest
 * since `readyAt`. Good when one promise holds for everybody; it gives the smallest spread of waits. It knows no urgency:
 * a short or favoured customer waits behind a long one.
 */
export const fcfs: CallingStrategy<z.infer<typeof options>> = {
  id: 'fcfs',
  names: { zh: '先到先服务', en: 'First come, first served' },
  version: 1,
  options,
  scorer: () => (view) => view.headWaitMs,
};
