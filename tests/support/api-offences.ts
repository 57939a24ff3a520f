/** The parts of an OpenAPI document that the guidelines speak of. */
export interface OpenApi {
  openapi: string;
  info: Record<string, unknown>;
  servers: Record<string, unknown>[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}

interface Operation {
  summary?: string;
  operationId?: string;
  tags?: string[];
  parameters?: { in: string; name: string; required?: boolean }[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, Answer>;
}

interface Answer {
  description?: string;
  headers?: Record<string, unknown>;
  content?: Record<string, { schema?: Record<string, unknown> }>;
}

const limits = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'];

/** Where a description of the API does not keep to the Italian interoperability guidelines. */
export function apiOffences(document: OpenApi): string[] {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const names = operations.map(({ operation }) => operation.operationId);
  return [
    ...wholeOffences(document),
    ...(new Set(names).size === names.length ? [] : ['two operations of one name']),
    ...operations.flatMap(({ path, method, operation }) =>
      operationOffences(path, method, operation).map((offence) => `${method} ${path}: ${offence}`),
    ),
    ...schemaOffences(document, document, '#'),
  ];
}

function wholeOffences({ openapi, info, servers, paths }: OpenApi): string[] {
  const missing = ['title', 'description', 'x-summary', 'contact', 'termsOfService', 'license'];
  return [
    ...(openapi.startsWith('3.1.') ? [] : ['not OpenAPI 3.1']),
    ...missing.filter((name) => !info[name]).map((name) => `info.${name} is missing`),
    ...(/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(info['version'])) ? [] : ['info.version is no version']),
    ...(servers.length > 0 && servers.every((each) => each['description'])
      ? []
      : ['a server without description']),
    ...servers
      .filter((each) => !String(each['url']).startsWith('https:') && each['x-sandbox'] !== true)
      .map(() => 'a server without https that is no sandbox'),
    ...(paths['/status']?.['get'] === undefined ? ['no /status'] : []),
  ];
}

function operationOffences(path: string, method: string, operation: Operation): string[] {
  const { parameters = [], responses } = operation;
  const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '');
  const declared = parameters.filter((each) => each.in === 'path').map(({ name }) => name);
  const forbidden = parameters.filter(({ name }) => /^(authorization|content-type|accept)$/i.test(name));
  const fine = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  return [
    ...(/^(\/([a-z0-9]+(-[a-z0-9]+)*|\{[a-z0-9_]+\}|openapi\.[a-z]+))+$/.test(path)
      ? []
      : ['path is not kebab-case']),
    ...(operation.summary ? [] : ['no summary']),
    ...(operation.tags?.length ? [] : ['no tag']),
    ...(inPath.toSorted().join() === declared.toSorted().join() ? [] : ['parameters of the path differ']),
    ...parameters
      .filter(({ name, in: place }) => place !== 'header' && !/^[a-z0-9_]+$/.test(name))
      .map(({ name }) => `parameter ${name} is not snake_case`),
    ...forbidden.map(({ name }) => `parameter ${name} belongs to the protocol`),
    ...(['get', 'delete', 'head'].includes(method) && operation.requestBody !== undefined ? ['a body'] : []),
    ...(fine.length > 0 ? [] : ['no answer of success']),
    ...(responses['429'] === undefined ? ['no 429'] : []),
    ...(responses['503']?.headers?.['Retry-After'] === undefined ? ['503 without Retry-After'] : []),
    ...(responses['429']?.headers?.['Retry-After'] === undefined ? ['429 without Retry-After'] : []),
    ...Object.entries(responses).flatMap(([status, answer]) =>
      answerOffences(status, answer).map((offence) => `${status}: ${offence}`),
    ),
  ];
}

function answerOffences(status: string, { description, headers = {}, content }: Answer): string[] {
  const isError = status === 'default' || Number(status) >= 400;
  const media = Object.keys(content ?? {});
  const json = content?.['application/json']?.schema;
  return [
    ...(description ? [] : ['no description']),
    ...(isError && media.join() !== 'application/problem+json' ? ['an error that is no problem+json'] : []),
    ...(/^20[45]$/.test(status) && media.length > 0 ? ['content where there is none'] : []),
    ...(/^2(?!0[45])/.test(status) && media.length === 0 ? ['no content'] : []),
    ...(json !== undefined && json['type'] === 'array' ? ['a bare list'] : []),
    ...(/^[24]/.test(status)
      ? limits.filter((name) => headers[name] === undefined).map((name) => `no ${name}`)
      : []),
  ];
}

/** Schemas anywhere in the document: members in snake_case, numbers with a format, references that lead somewhere. */
function schemaOffences(document: OpenApi, value: unknown, place: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  const own: string[] = [];
  if ((record['type'] === 'integer' || record['type'] === 'number') && record['format'] === undefined)
    own.push(`${place}: a number without format`);
  if (typeof record['$ref'] === 'string' && resolved(document, record['$ref']) === undefined)
    own.push(`${place}: ${record['$ref']} leads nowhere`);
  if (record['type'] === 'object' && typeof record['properties'] === 'object')
    for (const name of Object.keys(record['properties'] ?? {}))
      if (!/^[a-z0-9_]+$/.test(name)) own.push(`${place}: ${name} is not snake_case`);
  return [
    ...own,
    ...Object.entries(record).flatMap(([key, each]) => schemaOffences(document, each, `${place}/${key}`)),
  ];
}

function resolved(document: OpenApi, reference: string): unknown {
  let found: unknown = document;
  for (const part of reference.replace('#/', '').split('/'))
    found = (found as Record<string, unknown> | undefined)?.[
      part.replaceAll('~1', '/').replaceAll('~0', '~')
    ];
  return found;
}
