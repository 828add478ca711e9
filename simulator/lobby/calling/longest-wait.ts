import { fcfs } from './fcfs.ts';
import type { CallingStrategy } from './strategy.ts';

/**
 * 最长等待优先. The longest wait over all lines that the station's skills reach.
 *
 * How it differs from `fcfs`: in the literature FCFS is the rule of one line, whose head blocks a server that lacks its
 * skill, and longest wait is FCFS over skills, where such a server takes the longest waiting of those it can serve. In this
 * core the head that counts is always the first ticket the station can serve, so `fcfs` never blocks and both call the
 * same ticket. The name is kept because branches know it, and so that a recorded call says the rule the branch chose. It
 * weights nothing: use `ageing` or `target-ratio` for that.
 */
export const longestWait: CallingStrategy<Record<string, never>> = {
  ...fcfs,
  id: 'longest-wait',
  names: { zh: '最长等待优先', en: 'Longest wait first' },
};
