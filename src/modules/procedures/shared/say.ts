import type { Text } from '#kernel/locale.ts';

export function say(it: string, en: string): Text {
  return { it, en };
}
