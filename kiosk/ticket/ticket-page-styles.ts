import { css } from 'lit';

/** One hand, one glance: the number and what to do next fill the first screen. */
export const ticketPageStyles = css`
  :host { min-block-size: 100dvh; max-inline-size: 30rem; margin-inline: auto; display: grid; grid-template: auto 1fr auto / minmax(0, 1fr); padding: 0 var(--tt-space-4) var(--tt-space-4); --tt-target: 52px; }
  header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; min-block-size: 56px; color: var(--tt-ink-soft); font-weight: var(--tt-weight-strong); }
  header tt-page-switches { font-weight: var(--tt-weight-normal); margin-inline-end: calc(-1 * var(--tt-space-3)); }
  main { display: flex; flex-direction: column; gap: var(--tt-space-4); }
  .pass { display: grid; grid-template-columns: minmax(0, 1fr); justify-items: center; gap: var(--tt-space-4); text-align: center; padding: var(--tt-space-8) var(--tt-space-6); background: var(--tt-surface); border: 1px solid var(--tt-line); border-radius: 16px; box-shadow: var(--tt-elevation); }
  .pass h1 { font-size: min(5.5rem, 24vw); line-height: 1; }
  .status { padding: 0.15em 0.9em; border-radius: 99px; background: var(--tt-waiting-tint); color: var(--tt-waiting); font-weight: var(--tt-weight-strong); }
  .say { font-size: min(var(--tt-text-l), 8.5vw); font-weight: var(--tt-weight-strong); line-height: 1.35; text-wrap: balance; }
  .pass.called { background: var(--tt-brand); border-color: var(--tt-brand); color: var(--tt-on-brand); }
  .pass.called .status { background: transparent; border: 1px solid currentColor; color: inherit; }
  .pass.called .say { font-size: min(var(--tt-text-xl), 9.5vw); }
  .pass.serving .status, .pass.done .status { background: var(--tt-serving-tint); color: var(--tt-serving); }
  .pass.no-show .status { background: var(--tt-at-risk-tint); color: var(--tt-at-risk); }
  .pass.done h1, .pass.abandoned h1, .pass.void h1 { color: var(--tt-ink-faint); font-size: 3rem; }
  dl { display: grid; gap: 1px; background: var(--tt-line); border-block: 1px solid var(--tt-line); }
  dl div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--tt-space-4); padding: var(--tt-space-3) 0; background: var(--tt-paper); font-size: 1.125rem; }
  dt { color: var(--tt-ink-soft); display: flex; gap: var(--tt-space-2); align-items: center; }
  dd { font-weight: var(--tt-weight-strong); text-align: end; overflow-wrap: anywhere; }
  .service { display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--tt-space-4); }
  .service span { color: var(--tt-ink-soft); }
  .leave, .sure { margin-block-start: auto; }
  .leave { inline-size: 100%; }
  .sure { display: grid; gap: var(--tt-space-3); padding: var(--tt-space-4); background: var(--tt-surface); border: 1px solid var(--tt-line-strong); border-radius: 16px; }
  footer { display: grid; justify-items: center; padding-block: var(--tt-space-4) 0; font-size: var(--tt-text-xs); }
  .skeleton { block-size: 18rem; border-radius: 16px; background: var(--tt-sunk); animation: appear 0.2s 0.3s both; }
  @keyframes appear { from { opacity: 0; } }
`;
