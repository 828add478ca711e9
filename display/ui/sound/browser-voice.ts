import type { Language } from '../../../simulator/lobby/branch/language.ts';
import type { Voice } from './announcer.ts';

/** A falling third, as the bell of a well-run lobby: two sine notes with a soft fifth above each. */
const notes = [
  { hertz: 659.25, atS: 0 },
  { hertz: 523.25, atS: 0.42 },
] as const;
const ringS = 1.1;
/** How often a sentence is looked at: browsers are known to lose the word that it ended. */
const lookMs = 500;

/** The browser's own sound: WebAudio for the chime, Web Speech for the words. */
export class BrowserVoice implements Voice {
  readonly #audio = new AudioContext();
  readonly #changed: () => void;
  /** What is being said. Held here because a browser forgets a sentence that nothing holds, and with it the word that it ended. */
  readonly #saying = new Set<SpeechSynthesisUtterance>();

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
      let quiet = 0;
      const look = setInterval(() => {
        quiet = speechSynthesis.speaking || speechSynthesis.pending ? 0 : quiet + 1;
        // Quiet at three looks in a row: it ended, and nobody said so.
        if (quiet >= 3) ended();
      }, lookMs);
      const ended = (): void => {
        clearInterval(look);
        this.#saying.delete(words);
        resolve();
      };
      words.onend = ended;
      words.onerror = ended;
      this.#saying.add(words);
      speechSynthesis.resume();
      speechSynthesis.speak(words);
    });
  }

  hush(): void {
    this.#saying.clear();
    globalThis.speechSynthesis?.cancel();
  }

  #voiceFor(language: Language): SpeechSynthesisVoice | undefined {
    const kind = language.slice(0, 2);
    const able = globalThis.speechSynthesis?.getVoices().filter(({ lang }) => lang.replace('_', '-').startsWith(kind));
    // A voice of this machine speaks without the internet.
    return able?.find(({ localService }) => localService) ?? able?.[0];
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
