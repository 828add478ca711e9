export const onlyService = 'service';
export const onlySegment = 'normal';

const codePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/** A code for each text: the text itself where it is one, else a letter and its place. */
export function codesOf(texts: readonly string[], letter: string): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  texts.forEach((text, at) => {
    const code = codePattern.test(text) ? text : `${letter}${at + 1}`;
    codes.set(text, [...codes.values()].includes(code) ? `${code}-${at + 1}` : code);
  });
  return codes;
}
