import type { Language } from '../words/words.ts';
import type { Voice } from './announcer.ts';

/** A falling third, as the bell of a well-run lobby: two sine notes with a soft fifth above each. */
const notes = [
  { hertz: 659.25, atS: 0 },
  { hertz: 523.25, atS: 0.42 },
] as const;
const ringS = 1.1;

/** The browser's own sound: WebAudio for the chime, Web Speech for the words. */
export class BrowserVoice implements Voice {
  readonly #audio = new AudioContext();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.#audio.addEventListener('statechange', changed);
    globalThis.speechSynthesis?.addEventListener?.('voiceschanged', changed);
  }

  /** False until the browser lets the page sound: by a touch, or by its autoplay policy. */
  get audible(): boolean {
    return this.#audio.state === 'running';
  }

  /** Some voice is installed for the language. */
  speaks(language: Language): boolean {
    return this.#voiceFor(language) !== undefined;
  }

  /** To be called from a touch. */
  async unlock(): Promise<void> {
    await this.#audio.resume();
    this.#changed();
  }

  async chime(): Promise<void> {
    if (!this.audible) return;
    const start = this.#audio.currentTime + 0.02;
    const bells = notes.flatMap(({ hertz, atS }) => [
      this.#bell(hertz, start + atS, 0.32),
      this.#bell(hertz * 1.5, start + atS, 0.07),
    ]);
    await Promise.all(bells);
  }

  speak(text: string, language: Language): Promise<void> {
    const voice = this.#voiceFor(language);
    if (voice === undefined) return Promise.resolve();
    return new Promise((resolve) => {
      const words = new SpeechSynthesisUtterance(text);
      words.lang = language;
      words.voice = voice;
      words.rate = 0.9;
      words.onend = () => resolve();
      words.onerror = () => resolve();
      speechSynthesis.speak(words);
    });
  }

  hush(): void {
    globalThis.speechSynthesis?.cancel();
  }

  #voiceFor(language: Language): SpeechSynthesisVoice | undefined {
    const kind = language.slice(0, 2);
    return globalThis.speechSynthesis?.getVoices().find(({ lang }) => lang.replace('_', '-').startsWith(kind));
  }

  #bell(hertz: number, start: number, loudness: number): Promise<void> {
    const tone = this.#audio.createOscillator();
    const level = this.#audio.createGain();
    tone.frequency.value = hertz;
    level.gain.setValueAtTime(0, start);
    level.gain.linearRampToValueAtTime(loudness, start + 0.012);
    level.gain.exponentialRampToValueAtTime(0.0001, start + ringS);
    tone.connect(level).connect(this.#audio.destination);
    return new Promise((resolve) => {
      tone.onended = () => resolve();
      tone.start(start);
      tone.stop(start + ringS);
    });
  }
}
