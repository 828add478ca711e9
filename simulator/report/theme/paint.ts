import { lightTokens } from './tokens.ts';

export type Paint = keyof typeof lightTokens;

/** A colour of the page it is shown on, or the product's own where the drawing stands alone. */
export const paint = (name: Paint): string => `var(--tt-${name}, ${lightTokens[name]})`;

/** Hues that tell things of one kind apart, in this order; there is no sixth, so that they can be told apart. */
export const hues = ['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5'] as const satisfies readonly Paint[];
/** Dashes that go with the hues, so that a grey print keeps them apart. */
export const dashes: readonly (string | null)[] = [null, null, '7 3', '2 3', '10 3 2 3'];
