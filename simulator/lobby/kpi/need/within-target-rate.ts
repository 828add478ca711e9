import type { Kpi } from '../kpi.ts';

/** Only needs with a target count; NaN when no target is set anywhere. */
export const withinTargetRate: Kpi = {
  id: 'withinTargetRate',
  names: { zh: '达标率', en: 'Within target' },
  unit: 'share',
  better: 'higher',
  definition: {
    zh: '在目标时间内受理者占全部来客的比例；离开与未到者按未达标计',
    en: 'Served within the target, of all who came; who left or did not come counts as missed',
  },
  value: (tally) => tally.withinTarget / tally.targeted,
};
