#!/usr/bin/env node
import { operationsVerbs } from './server/cli/verbs.ts';
import { openFrontDoor } from './simulator/cli/front-door.ts';
import { studyVerbs } from './simulator/cli/verbs.ts';

await openFrontDoor([...operationsVerbs, ...studyVerbs], process.argv);
