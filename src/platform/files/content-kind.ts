import { fileTypeFromBuffer } from 'file-type';

/** The media type of a content by what stands in it, whatever it is called. */
export async function contentType(content: Uint8Array): Promise<string | undefined> {
  return (await fileTypeFromBuffer(content).catch(() => undefined))?.mime;
}
