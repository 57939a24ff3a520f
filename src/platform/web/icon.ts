import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Html } from './html.ts';

const names = [
  'arrow-right',
  'calendar',
  'camera',
  'check-circle',
  'chevron-left',
  'chevron-right',
  'download',
  'file',
  'flag',
  'help-circle',
  'horn',
  'info-circle',
  'key',
  'mail',
  'map-marker',
  'pa',
  'print',
  'search',
  'team-digitale',
  'user',
  'warning-circle',
] as const;
export type IconName = (typeof names)[number];

const sprite = readFileSync(
  createRequire(import.meta.url).resolve('bootstrap-italia/dist/svg/sprites.svg'),
  'utf8',
);

const drawings = new Map<string, Html>(
  names.map((name) => {
    const content = new RegExp(`<symbol id="it-${name}" viewBox="0 0 24 24">(.*?)</symbol>`).exec(
      sprite,
    )?.[1];
    if (content === undefined) throw new Error(`The design system has no icon ${name}`);
    return [name, new Html(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${content}</svg>`)];
  }),
);

/** A drawing of the design system beside a word; screen readers pass over it. */
export function icon(name: IconName): Html {
  return drawings.get(name) ?? new Html('');
}
