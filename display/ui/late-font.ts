/**
 * Brings the shipped font after the first picture. Its style sheet is 100 KB of character ranges, which a phone on a slow line would
 * have to fetch before it paints anything; so its words stand in the phone's own Chinese font first.
 */
export const bringFont = (): void => {
  requestAnimationFrame(() => setTimeout(() => void import('./tokens/font.css')));
};
