import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

/** pagoPA does not answer, or not usably: later it may. Nothing is known of what it has done. */
export class PagopaAway extends Error {}

/** pagoPA refuses what we ask, with its own code. */
export class PagopaRefusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(`pagoPA refuses: ${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

export interface Call {
  readonly base: string;
  readonly key: string;
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
  /** Statuses that are an answer; others are a refusal (4xx) or an absence (5xx, 429, no answer). */
  readonly answers: readonly number[];
  /** How often it is tried again where nobody answers; a write that could be done twice is not. */
  readonly again?: number;
  readonly timeoutMs: number;
  readonly pauseMs: number;
}

export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly body: unknown;
}

/** problem+json of pagoPA, and the body with which the node's faults come. */
const refusalBody = z.object({
  code: z.string().optional(),
  faultCodeCategory: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
});

const longestAnswer = 2_000_000;

/** One call of an interface of pagoPA: subscription key, time limit, repetition where it is harmless. */
export async function callPagopa(call: Call): Promise<Answer> {
  const tries = 1 + (call.again ?? 0);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await callOnce(call);
    } catch (error) {
      if (!(error instanceof PagopaAway) || attempt >= tries) throw error;
      await wait(call.pauseMs * attempt);
    }
  }
}

async function callOnce({ base, key, path, method = 'GET', body, answers, timeoutMs }: Call) {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${base}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        'ocp-apim-subscription-key': key,
        accept: 'application/json, application/problem+json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    text = await response.text();
  } catch (error) {
    throw new PagopaAway('pagoPA does not answer', { cause: error });
  }
  if (text.length > longestAnswer) throw new PagopaAway('pagoPA answers too much');
  const { status } = response;
  const answer = { status, location: response.headers.get('location'), body: parsed(text) };
  if (answers.includes(status)) return answer;
  if (status >= 500 || status === 429 || status < 400) throw new PagopaAway(`pagoPA answers ${status}`);
  const said = refusalBody.safeParse(answer.body);
  const code = said.success ? (said.data.faultCodeCategory ?? said.data.code ?? said.data.detail) : undefined;
  throw new PagopaRefusal(status, (code ?? 'unknown').slice(0, 100));
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads an answer after its contract; one that does not fit is as good as none. */
export function readAnswer<Value>(schema: z.ZodType<Value>, body: unknown): Value {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const where = read.error.issues.map((issue) => issue.path.join('.') || '(all)').join(', ');
  throw new PagopaAway(`pagoPA answers outside of its contract: ${where}`);
}
