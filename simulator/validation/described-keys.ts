/** Keys of `expected` that describe a case rather than a result; a program need not answer them. */
const described = new Set(['tableBlocking', 'simCheck', 'simulated', 'erlangC', 'lp', 'allenCunneen', 'cosmetatos']);

export const isDescribed = (key: string): boolean => described.has(key) || /(stdErr|CI95)$/i.test(key);
