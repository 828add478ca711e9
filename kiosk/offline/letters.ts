import { catalogueOf } from '../../display/ui/words/words.ts';
import { languages } from '../../simulator/lobby/branch/language.ts';

/** The first question has been drawn by then: it waits for none of these letters. */
const afterMs = 1_000;

/**
 * Fetches the font for every letter of what a kiosk says while the lobby is away, and of the branch's own names. The shipped font
 * comes in chunks, each fetched when a letter of it is first shown: what is first said in an outage would be empty boxes.
 */
export async function bringLetters(branch: unknown = null): Promise<void> {
  await new Promise((done) => setTimeout(done, afterMs));
  await document.fonts.load(`1em ${getComputedStyle(document.body).fontFamily}`, lettersOf([wordsOfOutage(), branch]));
}

const wordsOfOutage = (): unknown =>
  languages.map((language) => {
    const { kiosk, failure, ahead, band, people, page, ownName } = catalogueOf(language);
    return { kiosk, failure, ahead, band, people, page, ownName };
  });

/** Each letter once; those of a text with a place for something stand in its function. */
function lettersOf(texts: unknown): string {
  const written = JSON.stringify(texts, (_, part: unknown) => (typeof part === 'function' ? String(part) : part));
  return [...new Set(written)].join('');
}
