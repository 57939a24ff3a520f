import { type Agent, request } from 'node:http';
import { anAnswerToEach } from './crowd.ts';

export interface Try {
  readonly port: number;
  readonly cookie: string;
  /** Number of the person: each has an address of their own behind the balancer. */
  readonly person: number;
  readonly slot: number;
  readonly key: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** One try for a place, as a signed-in person's program sends it. */
export function bookOverHttp(agent: Agent, { port, cookie, person, slot, key }: Try): Promise<Answer> {
  const body = JSON.stringify({
    office_id: 'manchester',
    service_id: 'change-of-address',
    slot_id: slot,
    answers: anAnswerToEach('change-of-address'),
  });
  return send(agent, port, 'POST', '/api/v1/appointments', body, {
    cookie: `session=${cookie}`,
    'idempotency-key': key,
    'x-forwarded-for': `10.${person >> 16}.${(person >> 8) & 255}.${person & 255}`,
  });
}

export function send(
  agent: Agent,
  port: number,
  method: string,
  path: string,
  body = '',
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: {
          ...headers,
          ...(body === ''
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
        },
      },
      (answer) => {
        let text = '';
        answer.on('data', (part) => {
          text += part;
        });
        answer.on('error', reject);
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Does many things, so many of them at a time. */
export async function together<Item>(
  items: readonly Item[],
  atOnce: number,
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of waiting) await act(item);
    }),
  );
}
