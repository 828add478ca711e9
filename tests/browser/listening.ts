/**
 * Run in a page before its scripts: a machine with voices, whose every sound is written down. A sentence takes `speechMs`,
 * is spoken over nothing, and tells when it ends; one that holds `lost` ends without a word.
 */
export const listening = `
  window.sounds = [];
  window.faults = [];
  window.speechMs = 0;
  window.lost = '\\0';
  const ring = AudioContext.prototype.createOscillator;
  AudioContext.prototype.createOscillator = function () {
    if (window.speechSynthesis.speaking) window.faults.push('chime over speech');
    window.sounds.push('bell');
    return ring.call(this);
  };
  class Utterance { constructor(text) { this.text = text; } }
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  const engine = {
    speaking: false, pending: false,
    getVoices: () => [{ lang: 'zh-CN', localService: true }, { lang: 'en-US', localService: true }],
    speak(words) {
      if (engine.speaking) window.faults.push('over another: ' + words.text);
      engine.speaking = true;
      window.sounds.push(words.text);
      setTimeout(() => {
        engine.speaking = false;
        if (!words.text.includes(window.lost)) words.onend();
      }, window.speechMs);
    },
    cancel() { if (engine.speaking) window.faults.push('cut'); },
    resume() {}, addEventListener() {},
  };
  Object.defineProperty(window, 'speechSynthesis', { value: engine });
`;

/** What the page has spoken so far, chimes left out; and how many bells it has rung. */
export const spoken = 'window.sounds.filter((sound) => sound !== "bell")';
export const bells = 'window.sounds.filter((sound) => sound === "bell").length';
/** Sentences that were cut, or spoken over something. */
export const faults = 'window.faults';
