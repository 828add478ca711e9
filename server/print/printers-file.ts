import { readFileSync } from 'node:fs';
import { type PrintersFile, printersFileSchema } from './printer-config.ts';

/** Reads which printers there are; a service without the file has none. The problem is one line: where, what, what is allowed. */
export function readPrintersFile(file: string): PrintersFile | { readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { v: 1, printers: [] };
    return { problem: `${file}: ${(error as Error).message}` };
  }
  const read = printersFileSchema.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return { problem: `${file}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not understood'}` };
}
