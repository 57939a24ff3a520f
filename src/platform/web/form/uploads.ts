import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A file of a posted form as it came. */
export interface Upload {
  /** The field of the form that it came in. */
  readonly field: string;
  readonly name: string;
  /** The media type that the sender says it has. */
  readonly declaredType: string;
  readonly content: Uint8Array;
  /** It is longer than allowed: the content was let go. */
  readonly tooLarge: boolean;
}

interface UploadLimits {
  readonly largestFile: number;
  /** Files of one form that are looked at; the others arrive with nothing in them. */
  readonly mostFiles: number;
  /** Bytes of all the files of one form; what goes beyond counts as too large. */
  readonly mostBytes?: number;
}

const received = new WeakMap<FastifyRequest, readonly Upload[]>();

/** The files that came with a form. */
export function uploadsOf(request: FastifyRequest): readonly Upload[] {
  return received.get(request) ?? [];
}

/**
 * Lets the forms of these routes carry files. Whatever is wrong with a file, the request goes on with the text that
 * was typed: a file too many or too large never costs the rest of the form.
 */
export async function takeUploads(
  app: FastifyInstance,
  { largestFile, mostFiles, mostBytes = Number.POSITIVE_INFINITY }: UploadLimits,
): Promise<void> {
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: {
      fileSize: largestFile,
      files: 100,
      fields: 60,
      fieldSize: 256 * 1024,
      parts: 160,
      headerPairs: 20,
    },
  });
  app.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) return;
    const fields: Record<string, string | string[]> = Object.create(null);
    const files: Upload[] = [];
    let room = mostBytes;
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        const value = typeof part.value === 'string' ? part.value : '';
        const before = fields[part.fieldname];
        fields[part.fieldname] = before === undefined ? value : [before, value].flat();
        continue;
      }
      const kept: Buffer[] = [];
      const before = room;
      for await (const chunk of part.file as AsyncIterable<Buffer>) {
        room -= chunk.length;
        if (files.length < mostFiles && room >= 0) kept.push(chunk);
      }
      const tooLarge = part.file.truncated || room < 0;
      if (tooLarge) room = before;
      const content = tooLarge ? new Uint8Array() : new Uint8Array(Buffer.concat(kept));
      // A field without a choice is sent too, as a file without name and content.
      if (part.filename || content.length > 0)
        files.push({
          field: part.fieldname,
          name: part.filename ?? '',
          declaredType: part.mimetype,
          content,
          tooLarge,
        });
    }
    request.body = { ...fields };
    received.set(request, files);
  });
}
