import { css } from 'lit';

/**
 * What to act on first, across the top; then lines and charts at the left, stations and people at the right; on a wall in
 * three columns. What is asked about stands beside, and the board makes room for it.
 */
export const managerBoardStyles = css`
  :host { block-size: 100dvh; --tt-target: 44px; }
  .page { block-size: 100%; display: grid; grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr); }
  .page.asked { grid-template-columns: minmax(0, 1fr) min(27rem, 50vw); }
  header { grid-column: 1 / -1; display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--tt-space-4); min-block-size: 64px; padding: 0 var(--tt-space-4) 0 var(--tt-space-6); background: var(--tt-surface); border-block-end: 1px solid var(--tt-line); }
  header p { color: var(--tt-ink-soft); font-size: var(--tt-text-m); }
  h1 { font-size: var(--tt-text-l); }
  .rule { margin-inline-start: auto; color: var(--tt-ink-soft); }
  .rule strong { color: var(--tt-ink); margin-inline-start: var(--tt-space-1); }
  main { overflow-y: auto; container-type: size; padding: var(--tt-space-4) var(--tt-space-6) var(--tt-space-8); }
  .grid, .grid > div { display: grid; gap: var(--tt-space-4) var(--tt-space-6); align-content: start; grid-template-columns: minmax(0, 1fr); }
  h2 { font-size: var(--tt-text-m); margin-block-end: var(--tt-space-2); }
  h2 span { font-size: var(--tt-text-s); font-weight: var(--tt-weight-normal); color: var(--tt-ink-soft); margin-inline-start: var(--tt-space-2); }
  h2 .failed { color: var(--tt-at-risk); }
  .grid > * { min-inline-size: 0; }
  .charts tt-chart-figure { padding: var(--tt-space-2) var(--tt-space-3) var(--tt-space-3) var(--tt-space-4); background: var(--tt-surface); border: 1px solid var(--tt-line); border-radius: var(--tt-radius-card); }
  @container (min-width: 56rem) {
    .grid { grid-template-columns: minmax(0, 6fr) minmax(0, 5fr); }
    .troubles, .figures { grid-column: 1 / -1; }
    .floor { grid-column: 2; grid-row: 3 / span 2; }
  }
  @container (min-width: 96rem) {
    .grid { grid-template-columns: minmax(0, 5fr) minmax(0, 5fr) minmax(0, 5fr); }
    .floor { grid-column: 3; grid-row: 3; }
  }
  /* On a wall nobody scrolls: all of it at once, the charts take what is left. */
  @container (min-width: 96rem) and (min-height: 56rem) {
    .grid { block-size: 100%; grid-template-columns: minmax(0, 5fr) minmax(0, 5fr) minmax(0, 6.2fr); grid-template-rows: auto auto minmax(0, 1fr); gap: var(--tt-space-3) var(--tt-space-6); }
    .lines, .charts, .floor { min-block-size: 0; overflow-y: auto; }
    .grid > :is(.lines, .floor) { gap: var(--tt-space-3); }
    .grid > .charts { grid-template-rows: minmax(0, 8fr) minmax(0, 12fr); gap: var(--tt-space-3); }
    .charts tt-chart-figure { min-block-size: 0; overflow: hidden; --chart-fill: 1; }
  }
  @media (min-height: 62rem) { main { padding-block: var(--tt-space-3); } }
  .floor ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr)); gap: var(--tt-space-2); }
  .tile { display: block; inline-size: 100%; block-size: 100%; padding: 0; border: 0; text-align: start; background: none; }
  footer { grid-column: 1 / -1; padding: var(--tt-space-2) var(--tt-space-6); border-block-start: 1px solid var(--tt-line); }
  footer.silent { block-size: 0; padding: 0; border: 0; overflow: hidden; }
  .skeleton { block-size: 60vh; border-radius: var(--tt-radius-card); background: var(--tt-sunk); animation: appear 0.2s 0.3s both; }
  @keyframes appear { from { opacity: 0; } }
`;
