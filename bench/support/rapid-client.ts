import { connect, type Socket } from 'node:net';

/** One answer, with the milliseconds from sending to the last byte. */
export interface Timed {
  readonly status: number;
  readonly ms: number;
  readonly bytes: number;
}

/**
 * Sends prepared HTTP/1.1 requests over connections that stay open, one at a time on each. A client of our own because
 * the measured servers share the machine with it: this one costs a tenth of Node's.
 */
export async function sendAll(
  ports: readonly number[],
  requests: Iterator<Buffer>,
  { connections = 64, until = Number.POSITIVE_INFINITY }: { connections?: number; until?: number } = {},
): Promise<{ answers: Timed[]; seconds: number }> {
  const answers: Timed[] = [];
  const start = performance.now();
  await Promise.all(
    Array.from({ length: connections }, (_, index) =>
      serve(ports[index % ports.length] ?? 0, requests, answers, until),
    ),
  );
  return { answers, seconds: (performance.now() - start) / 1000 };
}

function serve(port: number, requests: Iterator<Buffer>, answers: Timed[], until: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let sentAt = 0;
    let received: Buffer[] = [];
    let size = 0;
    let wanted = -1;
    let status = 0;
    const next = () => {
      const request = performance.now() < until ? requests.next() : undefined;
      if (request === undefined || request.done) {
        socket.end();
        resolve();
        return;
      }
      received = [];
      size = 0;
      wanted = -1;
      sentAt = performance.now();
      socket.write(request.value);
    };
    socket.on('connect', next);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The server closed the connection')));
    socket.on('data', (part: Buffer) => {
      received.push(part);
      size += part.length;
      if (wanted < 0) {
        const whole = received.length === 1 ? part : Buffer.concat(received);
        const end = whole.indexOf('\r\n\r\n');
        if (end < 0) return;
        const head = whole.toString('latin1', 0, end);
        status = Number(head.slice(9, 12));
        const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
        if (length === undefined) {
          reject(new Error(`An answer without a length: ${head.slice(0, 200)}`));
          socket.destroy();
          return;
        }
        wanted = end + 4 + Number(length);
      }
      if (size < wanted) return;
      answers.push({ status, ms: performance.now() - sentAt, bytes: size });
      next();
    });
  });
}

/** A request as bytes, so that sending it costs nothing. */
export function prepared(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Buffer {
  const lines = Object.entries({
    host: 'localhost',
    ...headers,
    ...(body === ''
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}

export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
