import type { ReactiveController, ReactiveControllerHost } from 'lit';

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** A keypad beside the screen has arrows and one key to press with: arrows go from button to button, round and round. */
export class ArrowKeys implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('keydown', this.#pressed);
  }
  hostDisconnected(): void {
    removeEventListener('keydown', this.#pressed);
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const root = this.#host.shadowRoot;
    if (step === undefined || root === null) return;
    event.preventDefault();
    // While something is asked, only its answers can be reached.
    const asked = root.querySelector('tt-dialog')?.shadowRoot;
    const all = buttonsIn(asked ?? root);
    const at = all.findIndex((button) => button.matches(':focus'));
    all[at === -1 && step === -1 ? all.length - 1 : (at + step + all.length) % all.length]?.focus();
  };
}

/** Buttons that can be pressed, in reading order, whatever shadow they stand in. */
function buttonsIn(root: ParentNode): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    ...(element instanceof HTMLButtonElement && !element.disabled && element.checkVisibility() ? [element] : []),
    ...(element.shadowRoot === null ? [] : buttonsIn(element.shadowRoot)),
  ]);
}
