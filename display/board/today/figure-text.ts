import type { Language } from '../../../simulator/lobby/branch/language.ts';
import type { KpiId } from '../../../simulator/lobby/kpi/kpi.ts';
import { kpis } from '../../../simulator/lobby/kpi/need/table.ts';
import { plain, say } from '../../../simulator/report/format/quantity.ts';
import { wordsIn } from '../../../simulator/report/words/words.ts';

const minuteMs = 60_000;

/** A figure of the board; a dash where nobody counts for it. Waits are in minutes everywhere, so that they can be compared. */
export function figureText(id: KpiId, value: number, language: Language): string {
  if (Number.isNaN(value)) return '—';
  const { unit } = kpis[id];
  if (unit === 'ms') return `${plain(value / minuteMs)} ${wordsIn(language).units.minutes}`;
  return say(value, unit, language);
}
