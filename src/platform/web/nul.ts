import type { FastifyRequest } from 'fastify';
import { isApi } from './problem.ts';

/** The character NUL, which PostgreSQL cannot keep, stands nowhere in a value. */
function isClean(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, each]) => isClean(name) && isClean(each));
}

class Unreadable extends Error {
  readonly statusCode = 400;
}

/** Refuses addresses and API bodies that hold the character NUL; forms lose it when they are read. */
export async function refuseNul(request: FastifyRequest): Promise<void> {
  const parts = [request.query, request.params, isApi(request.url) ? request.body : undefined];
  if (!parts.every(isClean)) throw new Unreadable('The request holds the character NUL');
}
