import { type Chart, type ChartOptions, known } from '../chart.ts';
import { type Language, wordsIn } from '../words/words.ts';
import { type BandProfile, bandProfile } from './band-profile.ts';

/** The mean wait of each step of a day as simulated, with 80 % and 95 % bands, and as it was. */
export function simulatedDay(data: BandProfile, options: ChartOptions): Chart {
  const { simulatedDay: say } = wordsIn(options.language);
  const { empty, axis, expected, observed, caption } = say;
  const words = { title: finding(data, options.language), caption, empty, axis, expected, observed };
  return bandProfile(data, { kind: 'simulated-day', quantity: 'duration', ...words }, options);
}

function finding({ rows, observed }: BandProfile, language: Language): string {
  const { simulatedDay: say } = wordsIn(language);
  const bands = new Map(rows.map((row) => [row.fromMs, row]));
  const judged = observed.filter(({ fromMs, value }) => bands.has(fromMs) && known(value) !== null);
  if (judged.length === 0) return say.question;
  const within = judged.filter(({ fromMs, value }) => value >= bands.get(fromMs)!.low95 && value <= bands.get(fromMs)!.high95);
  return say.within(within.length, judged.length);
}
