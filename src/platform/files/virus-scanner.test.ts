import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { connectClamd, ScannerAway } from './virus-scanner.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** A daemon that speaks INSTREAM: gathers the chunks, and answers about the whole. */
async function daemon(answer: (content: Buffer) => string | undefined): Promise<string> {
  server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('data', (data: Buffer) => {
      received = Buffer.concat([received, data]);
      const command = 'zINSTREAM\0';
      if (received.length < command.length) return;
      if (received.subarray(0, command.length).toString() !== command)
        return void socket.end('UNKNOWN COMMAND\0');
      const parts: Buffer[] = [];
      let at = command.length;
      while (at + 4 <= received.length) {
        const length = received.readUInt32BE(at);
        if (length === 0) {
          const said = answer(Buffer.concat(parts));
          return said === undefined ? void socket.destroy() : void socket.end(`${said}\0`);
        }
        if (at + 4 + length > received.length) return;
        parts.push(received.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
    socket.on('error', () => {});
  });
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  return `tcp://127.0.0.1:${(server.address() as { port: number }).port}`;
}

const signed = (content: Buffer) =>
  content.includes('HARMFUL') ? 'stream: Test-Signature FOUND' : 'stream: OK';

describe('asking the virus scanner', () => {
  test('CF-6: clean content is clean, however many chunks it takes', async () => {
    let seen = 0;
    const url = await daemon((content) => {
      seen = content.length;
      return signed(content);
    });
    expect(await connectClamd(url).scan(Buffer.alloc(300_000, 1))).toBe('clean');
    expect(seen).toBe(300_000);
  });

  test('CF-6: malware that lies across two chunks is found', async () => {
    const content = Buffer.concat([Buffer.alloc(64 * 1024 - 3, 1), Buffer.from('HARMFUL')]);
    expect(await connectClamd(await daemon(signed)).scan(content)).toBe('infected');
  });

  test.each([
    ['an error', 'INSTREAM size limit exceeded. ERROR'],
    ['silence', undefined],
    ['something else', 'PONG'],
  ])('CF-6: %s lets nothing through', async (_, said) => {
    const url = await daemon(() => said);
    await expect(connectClamd(url).scan(Buffer.from('x'))).rejects.toBeInstanceOf(ScannerAway);
  });

  test('CF-6: a daemon that is away lets nothing through', async () => {
    await expect(connectClamd('tcp://127.0.0.1:1').scan(Buffer.from('x'))).rejects.toBeInstanceOf(
      ScannerAway,
    );
  });
});
