/** What every operation of the API has in common, added to the description of each. */

type Json = Record<string, unknown>;

const rateLimits = {
  'RateLimit-Limit': header('Requests allowed in a minute'),
  'RateLimit-Remaining': header('Requests left in this minute'),
  'RateLimit-Reset': header('Seconds until the count starts anew'),
};
const retryAfter = { 'Retry-After': header('Seconds to wait before the next try') };

function header(description: string): Json {
  return { description, schema: { type: 'integer', format: 'int32', minimum: 0 } };
}

function problem(description: string, headers: Json = rateLimits): Json {
  return {
    description,
    headers,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

export const problemSchema = {
  type: 'object',
  description: 'An error (RFC 9457) with a closed code.',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer', format: 'int32', minimum: 100, maximum: 599 },
    detail: { type: 'string' },
    code: { type: 'string', pattern: '^[a-z_]+$' },
    instance: { type: 'string', format: 'uri-reference' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer into the request body' },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
  },
};

export const statusPath = {
  get: {
    summary: 'Health of the service',
    description: 'Answers 200 while this instance and its database work.',
    operationId: 'readStatus',
    tags: ['status'],
    security: [],
    responses: {
      200: {
        description: 'Everything works',
        headers: rateLimits,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
      429: problem('Too many requests', { ...rateLimits, ...retryAfter }),
      503: problem('The database does not answer', retryAfter),
      default: problem('Any other error'),
    },
  },
};

const verbs: Readonly<Record<string, string>> = {
  get: 'read',
  post: 'create',
  put: 'replace',
  patch: 'change',
  delete: 'remove',
};

/** `POST /api/v1/citizenship/assessments` is `createCitizenshipAssessments`. */
function operationId(method: string, path: string): string {
  const words = path
    .replace('/api/v1/', '')
    .split(/[^a-z0-9]+/i)
    .filter(Boolean);
  return (
    (verbs[method] ?? method) + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  );
}

/** An operation with the answers that any may give, and a name. */
export function completed(method: string, path: string, operation: Json): Json {
  const own = Object.entries((operation['responses'] ?? {}) as Record<string, Json>)
    // Without a schema the library invents an empty answer.
    .filter(([, answer]) => answer['description'] !== 'Default Response' || answer['content'] !== undefined)
    .map(([status, answer]) => [status, describedAnswer(status, answer)]);
  return {
    operationId: operationId(method, path),
    tags: [path.split('/')[3] ?? 'api'],
    ...operation,
    responses: {
      ...(operation['requestBody'] === undefined
        ? {}
        : { 422: problem('The request does not fit the schema') }),
      429: problem('Too many requests', { ...rateLimits, ...retryAfter }),
      503: problem('The service is back in a moment: the same request may be sent again', {
        ...rateLimits,
        ...retryAfter,
      }),
      default: problem('Any other error'),
      ...Object.fromEntries(own),
    },
  };
}

const statusWords: Readonly<Record<string, string>> = {
  200: 'Done',
  201: 'Created',
  202: 'Accepted',
  204: 'Done, without content',
  400: 'The request cannot be read',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Nothing here',
  409: 'Not possible now',
  422: 'The request does not fit the schema',
};

function describedAnswer(status: string, answer: Json): Json {
  const invented = answer['description'] === 'Default Response';
  const { content, ...rest } = answer as { content?: Json };
  const media = Number(status) >= 400 ? 'application/problem+json' : undefined;
  const schemas = Object.entries(content ?? {}).map(([type, value]) => [
    type === 'application/json' ? (media ?? type) : type,
    value,
  ]);
  return {
    ...rest,
    description: invented ? (statusWords[status] ?? 'Answer') : answer['description'],
    headers: { ...rateLimits, ...(answer['headers'] as Json | undefined) },
    ...(content === undefined ? {} : { content: Object.fromEntries(schemas) }),
  };
}

/** Numbers say how large they may be: generators of clients need it. */
export function withFormats(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withFormats);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, withFormats(each)]);
  const schema = Object.fromEntries(entries) as Json;
  if (schema['type'] === 'integer')
    schema['format'] ??= Number(schema['maximum'] ?? Infinity) <= 2 ** 31 - 1 ? 'int32' : 'int64';
  if (schema['type'] === 'number') schema['format'] ??= 'double';
  return schema;
}
