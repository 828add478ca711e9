#!/usr/bin/env node
import { keepCompiled } from './simulator/cli/keep-compiled.ts';
import { setV8For } from './simulator/cli/v8-for-verbs.ts';
import { studyVerbs } from './simulator/cli/verbs.ts';

setV8For(studyVerbs, process.argv[2]);
keepCompiled();
const { operationsVerbs } = await import('./server/cli/verbs.ts');
const { openFrontDoor } = await import('./simulator/cli/front-door.ts');

await openFrontDoor([...operationsVerbs, ...studyVerbs], process.argv);
