import { z } from 'zod';
import { refusalCodes } from '../../simulator/lobby/refusal.ts';
import { roleTable } from '../auth/role-table.ts';
import { hostCodes } from './error-codes.ts';
import type { Route } from './route.ts';
import { routes } from './routes/table.ts';

type Json = Readonly<Record<string, unknown>>;

/** The schema of what may be sent; checks that JSON Schema cannot say are left to the answer. */
const schemaOf = (schema: z.ZodType): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return json;
};

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
  const named = [...`/api/branches/:branch${route.path}`.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: text,
  }));
  const query =
    route.query === undefined
      ? []
      : Object.entries(schemaOf(route.query).properties ?? {}).map(([name, schema]) => ({ name, in: 'query', schema }));
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
    parameters: [...named, ...query, ...key],
    ...(route.body === undefined
      ? {}
      : { requestBody: { required: false, content: { 'application/json': { schema: schemaOf(route.body) } } } }),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, description]) => [status, answerOf(Number(status), description)]),
    ),
  };
}

const answerOf = (status: number, description: string): Json => ({
  description,
  content: { 'application/json': { schema: status < 400 ? { type: 'object' } : { $ref: '#/components/schemas/Error' } } },
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
    description: 'A branch lobby. Commands need an Idempotency-Key; the same key and body get the same answer.',
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
        responses: { 200: answerOf(200, 'The ticket'), 404: answerOf(404, 'Unknown') },
      },
    },
  },
  components: { schemas: { Error: errorSchema }, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
};
