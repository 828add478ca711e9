import type { Language } from '../../../simulator/lobby/branch/language.ts';

/** What an announcer needs of a machine. Each promise settles when the sound has ended. */
export interface Voice {
  chime(): Promise<void>;
  speak(text: string, language: Language): Promise<void>;
  /** Silences what is being said, so that a voice that never ends cannot block the next call. */
  hush(): void;
}

export interface Announcement {
  readonly language: Language;
  readonly text: string;
}

/** Longest a chime or a sentence may take; online voices are known never to say that they ended. A slow voice reads five characters a second. */
export const watchdogMs = (text = ''): number => Math.max(12_000, 6_000 + text.length * 200);

/** Announces calls one after another, each once and whole, in the order they were made. */
export class Announcer {
  readonly #voice: Voice;
  readonly #after: (ms: number, bark: () => void) => () => void;
  #queue: Promise<void> = Promise.resolve();
  #unsaid = 0;

  constructor(voice: Voice, after: (ms: number, bark: () => void) => () => void = timer) {
    this.#voice = voice;
    this.#after = after;
  }

  /** Something is being said, or waits to be. */
  get busy(): boolean {
    return this.#unsaid > 0;
  }

  /** Queues one call: the chime, then each sentence. The promise settles when it has been said. */
  announce(sentences: readonly Announcement[]): Promise<void> {
    this.#unsaid += 1;
    this.#queue = this.#queue.then(async () => {
      await this.#watched('', () => this.#voice.chime());
      for (const { text, language } of sentences) await this.#watched(text, () => this.#voice.speak(text, language));
      this.#unsaid -= 1;
    });
    return this.#queue;
  }

  async #watched(text: string, sound: () => Promise<void>): Promise<void> {
    await new Promise<void>((resolve) => {
      const cancel = this.#after(watchdogMs(text), () => {
        this.#voice.hush();
        resolve();
      });
      const ended = (): void => {
        cancel();
        resolve();
      };
      // A sound that fails is a sound that ended: the screen still shows the number.
      sound().then(ended, ended);
    });
  }
}

function timer(ms: number, bark: () => void): () => void {
  const id = setTimeout(bark, ms);
  return () => clearTimeout(id);
}
