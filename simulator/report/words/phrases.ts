/** Sentences of one language, and their Chinese; `$1` … are the parts that change. */
export type Phrases = readonly (readonly [RegExp, string])[];

/** A sentence in Chinese; null where none is known. */
export function phraseIn(phrases: Phrases, sentence: string): string | null {
  for (const [pattern, chinese] of phrases) {
    const m = pattern.exec(sentence);
    if (m !== null) return chinese.replace(/\$(\d)/g, (_, at: string) => m[Number(at)] ?? (at === '1' ? '1' : ''));
  }
  return null;
}
