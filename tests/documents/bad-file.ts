import type { UploadRefusal } from '#modules/documents/domain/document.ts';

/** A file that somebody sends by mistake or to do harm, and what becomes of it. */
export interface BadFile {
  readonly what: string;
  readonly name: string;
  readonly declared?: string;
  readonly make: () => Promise<Uint8Array> | Uint8Array;
  /** Refused with this sentence; or taken and kept as this kind, free of these marks. */
  readonly becomes:
    | UploadRefusal['code']
    | {
        readonly kind: 'jpeg' | 'png' | 'webp' | 'pdf';
        readonly gone: readonly string[];
        readonly name?: string;
      };
}

export const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

/** An archive with one entry that is called so and unpacks to so many bytes. */
export function archive(entry: string, packed: Uint8Array, unpacked: number): Buffer {
  const name = Buffer.from(entry);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(unpacked, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name, packed]);
}
