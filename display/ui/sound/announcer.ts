import type { Language } from '../words/words.ts';

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

/** Longest a chime or a sentence may take; online voices are known never to say that they ended. */
export const watchdogMs = 12_000;

/** Announces calls one after another, each once and whole, in the order they were made. */
export class Announcer {
  readonly #voice: Voice;
  readonly #after: (ms: number, bark: () => void) => () => void;
  #queue: Promise<void> = Promise.resolve();

  constructor(voice: Voice, after: (ms: number, bark: () => void) => () => void = timer) {
    this.#voice = voice;
    this.#after = after;
  }

  /** Queues one call: the chime, then each sentence. The promise settles when it has been said. */
  announce(sentences: readonly Announcement[]): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      await this.#watched(() => this.#voice.chime());
      for (const { text, language } of sentences) await this.#watched(() => this.#voice.speak(text, language));
    });
    return this.#queue;
  }

  async #watched(sound: () => Promise<void>): Promise<void> {
    await new Promise<void>((resolve) => {
      const cancel = this.#after(watchdogMs, () => {
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
