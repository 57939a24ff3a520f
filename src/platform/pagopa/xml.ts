import { DOMParser } from '@xmldom/xmldom';

const longest = 200_000;

/** XML as a document; nothing where it is broken, too long, or brings definitions of its own. */
export function parseXml(xml: string): Document | undefined {
  if (xml.length > longest || /<!(DOCTYPE|ENTITY)/i.test(xml)) return undefined;
  try {
    const stop = (message: string) => {
      throw new Error(message);
    };
    const errorHandler = { warning: stop, error: stop, fatalError: stop };
    return new DOMParser({ errorHandler }).parseFromString(xml, 'text/xml');
  } catch {
    return undefined;
  }
}
