/** Run in a page before its scripts: a machine with voices, whose every sound is written down; each ends at once. */
export const listening = `
  window.sounds = [];
  const ring = AudioContext.prototype.createOscillator;
  AudioContext.prototype.createOscillator = function () { window.sounds.push('bell'); return ring.call(this); };
  class Utterance { constructor(text) { this.text = text; } }
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => [{ lang: 'zh-CN' }, { lang: 'en-US' }],
    speak: (words) => { window.sounds.push(words.text); setTimeout(() => words.onend()); },
    cancel: () => {}, addEventListener: () => {},
  } });
`;

/** What the page has spoken so far, chimes left out; and how many bells it has rung. */
export const spoken = 'window.sounds.filter((sound) => sound !== "bell")';
export const bells = 'window.sounds.filter((sound) => sound === "bell").length';
