import { z } from 'zod';
import { refusalCodes } from '../../simulator/lobby/refusal.ts';
import { roleTable } from '../auth/role-table.ts';
import { journalAnswer } from './answers/event.ts';
import { ownTicketAnswer } from './answers/ticket.ts';
import { hostCodes } from './error-codes.ts';
import type { Route } from './route.ts';
import { routes } from './routes/table.ts';

type Json = Readonly<Record<string, unknown>>;

/** Schemas with a name of their own, gathered from the answers that hold them. */
const named: Record<string, unknown> = {};

/** The schema of what may be sent, or is answered; checks that JSON Schema cannot say are left to the answer. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const {
    $schema: _,
    $defs,
    id,
    ...json
  } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    // Who reads an answer must bear more fields than are written here today.
    override: ({ jsonSchema }) => {
      if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  const moved = JSON.parse(JSON.stringify({ own: json, $defs }).replaceAll('#/$defs/', '#/components/schemas/'));
  Object.assign(named, moved.$defs);
  if (id === undefined) return moved.own;
  named[id] = moved.own;
  return { $ref: `#/components/schemas/${id}` };
}

const text = { type: 'string' };
const code = { ...text, enum: [...hostCodes, ...refusalCodes] };
const errorSchema = {
  type: 'object',
  required: ['code', 'error'],
  properties: {
    code,
    error: {
      type: 'object',
      required: ['code', 'message', 'facts'],
      properties: {
        code,
        message: { type: 'object', properties: { zh: text, en: text } },
        facts: { type: 'object' },
        problems: { type: 'array', items: { type: 'object', properties: { path: text, message: text } } },
      },
    },
  },
};

const errorAnswers: Readonly<Record<number, string>> = {
  400: 'Bad input; every problem is listed',
  401: 'No or bad token',
  403: 'The role may not',
  404: 'Unknown, or of another branch',
  413: 'Too large',
  503: 'The store cannot be reached; try again, a command with the same key',
};

function operationOf(route: Route): Json {
  const inPath = [...`/api/branches/:branch${route.path}`.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: text,
  }));
  const query =
    route.query === undefined
      ? []
      : Object.entries(schemaOf(route.query, 'input').properties ?? {}).map(([name, schema]) => ({ name, in: 'query', schema }));
  const key = route.command ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { ...text, maxLength: 200 } }] : [];
  const answers = {
    ...errorAnswers,
    ...(route.command ? { 409: 'Refused, or the key is in flight', 422: 'Same key, other body' } : {}),
    ...route.answers,
  };
  return {
    operationId: route.id,
    summary: route.does,
    description: `Roles: ${roleTable[route.id].join(', ')}`,
    parameters: [...inPath, ...query, ...key],
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            // No body at all is an empty one, where all of it is optional.
            required: !route.body.safeParse({}).success,
            content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
          },
        }),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, description]) => [
        status,
        Number(status) < 300 ? answerOf(description, schemaOf(route.answer, 'output'), route.answer) : failureOf(description),
      ]),
    ),
  };
}

const answerOf = (description: string, schema: Json, answer: z.ZodType): Json => ({
  description,
  content: { [answer === journalAnswer ? 'application/x-ndjson' : 'application/json']: { schema } },
});

const failureOf = (description: string): Json => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
});

function paths(): Json {
  const all: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = `/api/branches/:branch${route.path}`.replaceAll(/:(\w+)/g, '{$1}');
    all[path] = { ...all[path], [route.method]: operationOf(route) };
  }
  return all;
}

/** OpenAPI 3.1, made from the same table that serves. */
export const openApi: Json = {
  openapi: '3.1.0',
  info: {
    title: 'Tingtang',
    version: '1',
    description:
      'A branch lobby. Commands need an Idempotency-Key; the same key and body get the same answer. Screens follow a lobby over a socket: docs/socket.md.',
  },
  security: [{ token: [] }],
  paths: {
    ...paths(),
    '/api/tickets/{id}': {
      get: {
        operationId: 'ticket',
        summary: 'One ticket by its unguessable id',
        security: [],
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        responses: {
          200: answerOf('The ticket', schemaOf(ownTicketAnswer, 'output'), ownTicketAnswer),
          404: failureOf('Unknown'),
        },
      },
    },
  },
  components: { schemas: { ...named, Error: errorSchema }, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
};
