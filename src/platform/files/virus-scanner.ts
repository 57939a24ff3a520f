import { connect } from 'node:net';

/** Looks for malware in what people send. */
export interface VirusScanner {
  /** `not_scanned` where the installation has no scanner: that is said wherever the file is shown to an official. */
  scan(content: Uint8Array): Promise<'clean' | 'infected' | 'not_scanned'>;
}

/** The scanner does not answer, or not in words that we know: nothing may be let through. */
export class ScannerAway extends Error {}

const chunkBytes = 64 * 1024;

/** A client of ClamAV's daemon (`tcp://host:3310` or `unix:/path/of/the/socket`), by its INSTREAM command. */
export function connectClamd(url: string, timeoutMs = 20_000): VirusScanner {
  const { protocol, hostname, port, pathname } = new URL(url);
  const address = protocol === 'unix:' ? { path: pathname } : { host: hostname, port: Number(port || 3310) };
  return {
    scan: (content) =>
      new Promise((resolve, reject) => {
        const socket = connect(address);
        const answer: Buffer[] = [];
        const fail = (cause?: unknown) => {
          socket.destroy();
          reject(new ScannerAway('The virus scanner does not answer', { cause }));
        };
        socket.setTimeout(timeoutMs, () => fail());
        socket.on('error', fail);
        socket.on('data', (data: Buffer) => void answer.push(data));
        socket.on('connect', () => {
          socket.write('zINSTREAM\0');
          for (let start = 0; start < content.length; start += chunkBytes) {
            const chunk = content.subarray(start, start + chunkBytes);
            const length = Buffer.alloc(4);
            length.writeUInt32BE(chunk.length);
            socket.write(length);
            socket.write(chunk);
          }
          socket.write(Buffer.alloc(4));
        });
        socket.on('close', () => {
          const text = Buffer.concat(answer).toString('utf8').replaceAll('\0', '').trim();
          if (text === 'stream: OK') resolve('clean');
          else if (/^stream: .+ FOUND$/.test(text)) resolve('infected');
          else fail(new Error('Unexpected answer of the virus scanner'));
        });
      }),
  };
}

/** Where no scanner is configured, the other checks stand alone. */
export const noScanner: VirusScanner = { scan: async () => 'not_scanned' };
