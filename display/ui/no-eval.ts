// A page's content policy forbids making code from text; the core's schemas must not even try. Said before zod itself is there, since a
// schema looks at it when it is made; in a chunk of its own (see vite.config.ts), so that no shared chunk comes before.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
