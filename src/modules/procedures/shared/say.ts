import type { Text } from '#kernel/locale.ts';

export function say(it: string, en: string): Text {
  return { it, en };
}

/** Two sentences, or more, as one. */
export function join(...parts: readonly Text[]): Text {
  return { it: parts.map((part) => part.it).join(' '), en: parts.map((part) => part.en).join(' ') };
}
