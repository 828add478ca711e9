/**
 * simjs publishes its API only as `window.Sim`, and only where `window` exists when it is loaded: not in Node, not in a worker.
 * This module must be imported before simjs; imports are hoisted, so it has to be a module of its own.
 */
const scope = globalThis as { window?: { Sim?: unknown } };

/** True where there was no window: the holder is taken away again after loading. */
export const windowWasMissing = scope.window === undefined;
if (windowWasMissing) scope.window = {};
