import type { it } from './it.ts';

export const en: typeof it = { product: 'Sportello', page: 'Page', of: 'of' };
