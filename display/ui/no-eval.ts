import { config } from 'zod';

// A page's content policy forbids making code from text; the core's schemas must not even try. Imported before them.
config({ jitless: true });
