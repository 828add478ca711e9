import { greatest } from 'd3';
import { type Chart, type ChartOptions, known } from '../chart.ts';
import { clock } from '../format/clock.ts';
import { plain } from '../format/quantity.ts';
import { type Language, wordsIn } from '../words/words.ts';
import { type BandProfile, bandProfile } from './band-profile.ts';

/** Arrivals expected in each step of a day, with 80 % and 95 % bands, and those counted. */
export function arrivalProfile(data: BandProfile, options: ChartOptions): Chart {
  const { arrivals } = wordsIn(options.language);
  const { empty, axis, expected, observed } = arrivals;
  const words = {
    title: finding(data, options.language),
    caption: captionOf(data, options.language),
    empty,
    axis,
    expected,
    observed,
  };
  return bandProfile(data, { kind: 'arrival-profile', quantity: 'count', ...words }, options);
}

function finding({ rows }: BandProfile, language: Language): string {
  const { arrivals } = wordsIn(language);
  const busiest = greatest(
    rows.filter(({ expected }) => known(expected) !== null),
    ({ expected }) => expected,
  );
  if (busiest === undefined) return arrivals.question;
  const [low, high] = [known(busiest.low80), known(busiest.high80)];
  const range = low === null || high === null ? null : `${plain(low, 0)}–${plain(high, 0)}`;
  return arrivals.busiest(clock(busiest.fromMs), plain(busiest.expected, 0), range);
}

/** Says how many of the counts fell outside the wide band: 5 % should. */
function captionOf({ rows, observed }: BandProfile, language: Language): string {
  const { arrivals } = wordsIn(language);
  const bands = new Map(rows.map((row) => [row.fromMs, row]));
  const judged = observed.filter(({ fromMs, value }) => bands.has(fromMs) && known(value) !== null);
  const outside = judged.filter(({ fromMs, value }) => value < bands.get(fromMs)!.low95 || value > bands.get(fromMs)!.high95);
  return arrivals.caption(judged.length === 0 ? null : plain((100 * outside.length) / judged.length, 0), judged.length);
}
