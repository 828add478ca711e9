/** The file of a thread of this folder, as this one is: .ts from the source, .js in a build. */
export const threadFile = (name: string): URL =>
  new URL(`./${name}${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url);
