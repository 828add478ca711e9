/** How broad a name is, in Latin letters: a Chinese character is nearly as broad as two. */
export const breadth = (name: string): number => [...name].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1.8 : 1), 0);
