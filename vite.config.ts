import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const page = (path: string): string => resolve(import.meta.dirname, path, 'index.html');

/** Builds every screen into dist/, which the server serves as it is. */
export default defineConfig({
  appType: 'mpa',
  publicDir: false,
  // Lit elements use TypeScript's own decorators, as display/tsconfig.json says.
  oxc: {
    decorator: { legacy: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    // The pages' content security policy allows nothing inline, data: URLs included.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        kiosk: page('kiosk'),
        ticket: page('kiosk/ticket'),
        lobby: page('display/lobby'),
        counter: page('display/counter'),
        greeter: page('display/greeter'),
        board: page('display/board'),
        'service-worker': resolve(import.meta.dirname, 'kiosk/service-worker.ts'),
        study: resolve(import.meta.dirname, 'simulator/hosts/web-pool.ts'),
      },
      // What studies run on in a browser is a module of its own: its exports are kept for who imports it.
      preserveEntrySignatures: 'exports-only',
      // A service worker has power over its own folder only, and must keep its name.
      output: {
        // Evaluated before whatever chunk holds the schemas.
        codeSplitting: { groups: [{ name: 'no-eval', test: /no-eval\.ts$/ }] },
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'kiosk/[name].js' : name === 'study' ? 'study/pool.js' : 'assets/[name]-[hash].js',
      },
    },
  },
});
