import express, { type Request, type Response } from 'express';
import type { Answer } from '../branches/answer.ts';
import { errorAnswer } from './error-answer.ts';

/** A command fits in this many bytes. */
const usualLimit = '16kb';

const parsers = new Map<string, ReturnType<typeof express.json>>();

function parserOf(limit: string): ReturnType<typeof express.json> {
  const kept = parsers.get(limit);
  if (kept !== undefined) return kept;
  const made = express.json({ limit, strict: false, inflate: false, type: 'application/json' });
  parsers.set(limit, made);
  return made;
}

/** Reads JSON from a request whose sender is known by now. No body at all is `{}`. */
export async function readJson(req: Request, res: Response, limit = usualLimit): Promise<{ readonly json: unknown } | Answer> {
  const empty = req.headers['transfer-encoding'] === undefined && Number(req.headers['content-length'] ?? 0) === 0;
  if (empty) return { json: {} };
  const error = await new Promise<unknown>((resolve) => parserOf(limit)(req, res, resolve));
  if (error !== undefined) return parseProblem(error, limit);
  const json: unknown = req.body;
  if (json === undefined) return errorAnswer(400, 'not-json', { contentType: req.headers['content-type'] ?? null });
  return { json };
}

/** What body-parser calls its errors, in our words. Aborted and foreign ones are bad input too: never ours. */
function parseProblem(error: unknown, limit: string): Answer {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : null;
  if (type === 'entity.too.large') return errorAnswer(413, 'too-large', { limit });
  if (type === 'encoding.unsupported' || type === 'charset.unsupported')
    return errorAnswer(400, 'not-json', { allowed: 'utf-8, no content-encoding' });
  return errorAnswer(400, 'malformed-json');
}
