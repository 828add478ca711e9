import { resolve } from 'node:path';
import { z } from 'zod';

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** A web address as a browser writes it in the Origin header. */
const origin = z.string().refine((text) => URL.canParse(text) && new URL(text).origin === text, {
  error: 'use origins such as https://lobby.example, without a path, separated by commas',
});

/** Every variable the service reads. A name with our prefix that is not here is a mistake, never ignored. */
const variables = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'use a port from 0 to 65535 (0: any free one)')
    .transform(Number)
    .refine((port) => port <= 65_535, 'use a port from 0 to 65535 (0: any free one)')
    .default(3000),
  /** Folder of everything the service keeps. */
  TINGTANG_DATA: z.string().min(1, 'name a folder').default('./data'),
  /** Address listened on. The default keeps a fresh install off the network; a branch sets 0.0.0.0 behind its TLS proxy. */
  TINGTANG_HOST: z.string().min(1, 'name an address, e.g. 127.0.0.1 or 0.0.0.0').default('127.0.0.1'),
  /** Further origins whose pages may open sockets and send commands. */
  TINGTANG_ORIGINS: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(origin))
    .default([]),
  TINGTANG_LOG: z.enum(logLevels, `use one of ${logLevels.join(', ')}`).default('warn'),
};

/** The variables in words, for `serve --help`. */
export const variablesHelp = [
  'Environment:',
  '  PORT              port to listen on, 0 for any free one (default 3000)',
  '  TINGTANG_DATA     folder of everything the service keeps (default ./data)',
  '  TINGTANG_HOST     address to listen on (default 127.0.0.1: this machine only; 0.0.0.0 lets the branch network in)',
  '  TINGTANG_ORIGINS  further web origins whose pages may connect, separated by commas, e.g. https://lobby.example',
  `  TINGTANG_LOG      what is logged, on standard error: ${logLevels.join(', ')} (default warn)`,
].join('\n');

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly origins: readonly string[];
  readonly logLevel: (typeof logLevels)[number];
}

/** Reads the environment. The problem is one line: which variable, its value, what is allowed. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config | { readonly problem: string } {
  const unknown = Object.keys(env).filter((name) => name.startsWith('TINGTANG_') && !(name in variables));
  if (unknown.length > 0) {
    const known = Object.keys(variables).filter((name) => name.startsWith('TINGTANG_'));
    return { problem: `unknown variable ${unknown.join(', ')} in the environment; known: ${known.join(', ')}` };
  }
  const given = Object.fromEntries(Object.keys(variables).map((name) => [name, env[name]]));
  const read = z.object(variables).safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    const name = String(issue?.path[0]);
    return { problem: `${name}="${env[name] ?? ''}": ${issue?.message ?? 'not understood'}` };
  }
  const { PORT, TINGTANG_DATA, TINGTANG_HOST, TINGTANG_ORIGINS, TINGTANG_LOG } = read.data;
  return { port: PORT, host: TINGTANG_HOST, dataFolder: resolve(TINGTANG_DATA), origins: TINGTANG_ORIGINS, logLevel: TINGTANG_LOG };
}
