import type { z } from 'zod';

/** One thing wrong with what was given: where, and what is allowed there. */
export interface Problem {
  /** Dotted, from the value that was given, e.g. `options.weights.vip`. */
  readonly path: string;
  readonly message: string;
}

/** A value could not be used; every problem is listed, not the first only. */
export interface Problems {
  readonly problems: readonly Problem[];
}

export const hasProblems = (made: object): made is Problems => 'problems' in made;

/** What zod found, in words for who wrote the value: a missing one is missing, not of the wrong type. */
export const saidOf = ({ message, code }: z.core.$ZodIssue): string => {
  if (code === 'unrecognized_keys') return `${message}; leave it out`;
  const missing = /^Invalid (?:input|option): expected (.+), received undefined$/.exec(message);
  return missing === null ? message : `is required (${missing[1]})`;
};

/** The problems zod found, under the path of the value it was given. */
export const problemsOf = (error: z.ZodError, under: string): readonly Problem[] =>
  error.issues.map((issue) => ({ path: [under, ...issue.path.map(String)].join('.'), message: saidOf(issue) }));

/** A name that nobody declared, with the declared ones. */
export const unknownName = (path: string, what: string, name: string, declared: Iterable<string>): Problem => ({
  path,
  message: `unknown ${what} "${name}"; declared: ${[...declared].join(', ') || 'none'}`,
});
