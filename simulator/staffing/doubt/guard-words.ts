import type { Names } from '../../lobby/branch/names.ts';
import type { Guard } from '../verify.ts';
import { guardConfidence } from './open-cells.ts';

/** The guard as an assumption that a planner reads, with what it costs. */
export function guardWords({ added, enough, costBefore }: Guard, cost: number, money: (cost: number) => string): Names {
  const percent = Math.round(100 * guardConfidence);
  const more = money(Math.max(0, cost - costBefore));
  const before = money(costBefore);
  const zh = `记录有限：客流与办理时间的水平并不确知，办理时间还可能慢慢变化。已按每半小时 ${percent} % 的把握为此`;
  const en = `Records are few: the levels of arrivals and of work are not known exactly, and work may drift. Guarded against with ${percent} % confidence for each half hour`;
  const lacking = {
    zh: enough ? '' : '窗口或规则所限，仍有时段不够稳妥。',
    en: enough ? '' : ' Stations or rules leave some half hour open.',
  };
  const price = {
    zh: `加人，每天多 ${more}：模型若完全准确，${before} 即可（--no-guard）。对照方案未作此加人。`,
    en: `${more} more a day than the ${before} that would do were the model exact (--no-guard). The plans beside it are not guarded.`,
  };
  return {
    zh: `${zh}${added === 0 ? '核对，无需加人。' : price.zh}${lacking.zh}`,
    en: `${en}: ${added === 0 ? 'nobody had to be added.' : price.en}${lacking.en}`,
  };
}
