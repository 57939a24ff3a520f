import { DOMParser } from '@xmldom/xmldom';
import { longestMessage } from './names.ts';

/** A text that is not the plain XML that the protocol allows. */
export class XmlRefused extends Error {}

const refuse = (why: string): never => {
  throw new XmlRefused(why);
};

/** Reads a document: well-formed, of bearable size, without document type, entities, CDATA and processing instructions. */
export function parseXml(text: string, longest: number = longestMessage): Element {
  if (text.length > longest) refuse('too long');
  if (/<!(?!--)/.test(text)) refuse('a declaration');
  if (/<\?(?!xml\s)/.test(text) || text.lastIndexOf('<?xml') > 0) refuse('an instruction');
  const parser = new DOMParser({ errorHandler: { warning: refuse, error: refuse, fatalError: refuse } });
  let document: Document;
  try {
    document = parser.parseFromString(text, 'text/xml');
  } catch (error) {
    throw error instanceof XmlRefused ? error : new XmlRefused('not well-formed');
  }
  const elements = Array.from(document?.childNodes ?? []).filter((node) => node.nodeType === 1);
  const [root] = elements;
  if (root === undefined || elements.length !== 1) throw new XmlRefused('not one root');
  return root as Element;
}

export const isNamed = (element: Element, namespace: string, name: string): boolean =>
  element.namespaceURI === namespace && element.localName === name;

export function childElements(parent: Element): Element[] {
  return Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === 1);
}

/** The children of this name, direct ones alone. */
export function childrenNamed(parent: Element, namespace: string, name: string): Element[] {
  return childElements(parent).filter((each) => isNamed(each, namespace, name));
}

/** The child of this name, where there is exactly one. */
export function onlyChild(parent: Element | undefined, namespace: string, name: string): Element | undefined {
  if (parent === undefined) return undefined;
  const found = childrenNamed(parent, namespace, name);
  return found.length === 1 ? found[0] : undefined;
}

/** Every element below, and the element itself. */
export function everyElement(element: Element): Element[] {
  return [element, ...childElements(element).flatMap(everyElement)];
}

/** An attribute without namespace; nothing where it is missing. */
export function attributeOf(element: Element | undefined, name: string): string | undefined {
  return element?.hasAttribute(name) ? (element.getAttribute(name) ?? undefined) : undefined;
}

export const textOf = (element: Element | undefined): string => (element?.textContent ?? '').trim();

/** An instant in UTC as the rules write it; nothing where it is written otherwise. */
export function parseInstant(text: string | undefined): Temporal.Instant | undefined {
  if (text === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(text)) return undefined;
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}

/** An instant as the rules want it: UTC, whole seconds. */
export const instantText = (at: Temporal.Instant): string =>
  at.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString();
