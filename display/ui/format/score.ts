/**
 * A rule's own figure for a head: the highest is called. Rules that count in milliseconds give large ones. Null stands for what
 * JSON cannot hold: a score above or below all others.
 */
export function scoreText(score: number | null): string {
  if (score === null) return '∞';
  if (score <= -Number.MAX_VALUE) return '—';
  return Intl.NumberFormat('en', { maximumSignificantDigits: 4, notation: 'compact' }).format(score).replace('-', '−');
}
