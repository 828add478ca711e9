import type { Verb } from '../../simulator/cli/verb.ts';
import { backup } from './backup.ts';
import { configure } from './configure.ts';
import { drill } from './drill.ts';
import { exportVerb } from './export.ts';
import { restore } from './restore.ts';
import { serve } from './serve.ts';
import { token } from './token.ts';
import { verify } from './verify.ts';

/** The operations verbs, one a file. */
export const operationsVerbs: readonly Verb[] = [serve, configure, token, exportVerb, verify, backup, restore, drill];
