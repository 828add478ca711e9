import { css } from 'lit';

export const deviceRailStyles = css`
  :host { --tt-target: 60px; }
  ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: var(--tt-space-3); }
  li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--tt-space-2) var(--tt-space-3); align-items: center; padding: var(--tt-space-2) var(--tt-space-2) var(--tt-space-2) var(--tt-space-4); min-block-size: 78px; border: 1px solid var(--tt-line); border-inline-start: 5px solid var(--tt-line-strong); border-radius: var(--tt-radius-card); background: var(--tt-surface); }
  .busy { border-inline-start-color: var(--tt-serving); }
  .paused { border-inline-start-color: var(--tt-at-risk); }
  .closed { background: transparent; border-inline-start-style: dashed; color: var(--tt-ink-soft); }
  li.open { grid-template-columns: minmax(0, 1fr); padding-block: var(--tt-space-3); }
  h3 { display: flex; flex-wrap: wrap; gap: 0 var(--tt-space-3); align-items: baseline; font-size: var(--tt-text-s); }
  .head p { font-size: var(--tt-text-xs); color: var(--tt-ink-soft); }
  tt-ticket-number { font-size: 1.375rem; }
  .ask { display: grid; gap: var(--tt-space-3); }
  .ask > p { font-weight: var(--tt-weight-strong); }
  .taker { display: flex; align-items: center; gap: var(--tt-space-3); text-align: start; }
  .none { color: var(--tt-ink-soft); }
  .ask > .none { font-weight: var(--tt-weight-normal); }
`;
