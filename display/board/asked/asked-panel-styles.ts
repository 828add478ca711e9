import { css } from 'lit';

export const askedPanelStyles = css`
  :host { --tt-target: 44px; }
  section { block-size: 100%; display: grid; grid-template-rows: auto minmax(0, 1fr); background: var(--tt-surface); border-inline-start: 1px solid var(--tt-line); box-shadow: var(--tt-elevation); }
  header { display: flex; justify-content: space-between; align-items: center; gap: var(--tt-space-4); padding: var(--tt-space-3) var(--tt-space-4) var(--tt-space-2) var(--tt-space-6); border-block-end: 1px solid var(--tt-line); min-block-size: 64px; }
  h2 { font-size: var(--tt-text-m); }
  h2:focus-visible { outline: none; }
  .body { overflow-y: auto; padding: var(--tt-space-4) var(--tt-space-6) var(--tt-space-8); display: grid; gap: var(--tt-space-4); align-content: start; }
  .big { font-size: var(--tt-text-2xl); font-weight: var(--tt-weight-number); line-height: 1.2; }
`;
