import { css } from 'lit';

/** Buttons are native; these are their clothes. `primary` is the one thing to do, `quiet` what may be done. */
export const buttonStyles = css`
  button {
    font: inherit;
    color: inherit;
    border: 1px solid var(--tt-line-strong);
    border-radius: var(--tt-radius-card);
    background: var(--tt-surface);
    min-block-size: var(--tt-target);
    padding: var(--tt-space-2) var(--tt-space-4);
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
    transition: background-color var(--tt-motion), border-color var(--tt-motion), transform var(--tt-motion);
  }
  button:active { transform: scale(0.985); }
  button.primary { background: var(--tt-brand); border-color: var(--tt-brand); color: var(--tt-on-brand); font-weight: var(--tt-weight-strong); }
  button.quiet { background: transparent; border-color: transparent; }
  button.grave { color: var(--tt-breach); border-color: var(--tt-breach); }
  /* A finger leaves no pointer behind: on a touch screen nothing stays lit. */
  @media (hover: hover) {
    button:hover:enabled { border-color: var(--tt-brand); }
    button.primary:hover:enabled { background: var(--tt-brand-strong); border-color: var(--tt-brand-strong); }
    button.quiet:hover:enabled { background: var(--tt-sunk); }
  }
  button:disabled { color: var(--tt-ink-faint); background: transparent; border-color: var(--tt-line); border-style: var(--tt-disabled); cursor: default; transform: none; font-weight: var(--tt-weight-normal); }
`;
