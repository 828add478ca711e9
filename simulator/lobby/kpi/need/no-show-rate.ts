import type { Kpi } from '../kpi.ts';
import { came } from '../tally.ts';

export const noShowRate: Kpi = {
  id: 'noShowRate',
  names: { zh: '过号率', en: 'No-shows' },
  unit: 'share',
  better: 'lower',
  definition: {
    zh: '叫号未到者占全部来客的比例',
    en: 'Share of all who came that were called and did not come',
  },
  value: (tally) => tally.noShow / came(tally),
};
