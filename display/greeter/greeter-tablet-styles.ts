import { css } from 'lit';

/** Standing, one hand free: rows tall enough to touch, the reason beside the wait. */
export const greeterTabletStyles = css`
  :host { block-size: 100dvh; display: grid; grid-template-rows: auto minmax(0, 1fr) auto; --tt-target: 56px; }
  header { display: flex; align-items: center; gap: var(--tt-space-6); min-block-size: 72px; padding: 0 var(--tt-space-4) 0 var(--tt-space-8); background: var(--tt-surface); border-block-end: 1px solid var(--tt-line); }
  header p { color: var(--tt-ink-soft); margin-inline-end: auto; }
  h1 { font-size: var(--tt-text-l); }
  h1 span { color: var(--tt-ink-soft); font-weight: var(--tt-weight-normal); }
  main { overflow-y: auto; padding: 0 var(--tt-space-8); }
  li { display: grid; grid-template-columns: 7rem minmax(0, 1fr) auto auto; gap: var(--tt-space-2) var(--tt-space-6); align-items: center; padding: var(--tt-space-3) 0; border-block-end: 1px solid var(--tt-line); min-block-size: 84px; }
  tt-ticket-number { font-size: 2rem; }
  .service { font-size: 1.125rem; font-weight: var(--tt-weight-strong); display: flex; flex-wrap: wrap; gap: var(--tt-space-2); align-items: center; }
  .service tt-ticket-marks { font-weight: var(--tt-weight-normal); }
  .line { color: var(--tt-ink-soft); }
  .wait { text-align: end; white-space: nowrap; }
  .wait small { display: block; }
  .near { color: var(--tt-at-risk); font-weight: var(--tt-weight-strong); }
  .over { color: var(--tt-breach); font-weight: var(--tt-weight-strong); }
  .acts { display: flex; gap: var(--tt-space-3); }
  .lines { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: var(--tt-space-3); align-items: center; padding: var(--tt-space-3) var(--tt-space-4); background: var(--tt-sunk); border-radius: var(--tt-radius-card); }
  .lines small { color: var(--tt-ink-soft); margin-inline-start: var(--tt-space-3); }
  footer { padding: var(--tt-space-3) var(--tt-space-8) var(--tt-space-4); }
  .skeleton { block-size: 60vh; margin-block-start: var(--tt-space-6); border-radius: var(--tt-radius-card); background: var(--tt-sunk); animation: appear 0.2s 0.3s both; }
  @keyframes appear { from { opacity: 0; } }
`;
