import { en } from './verify.en.ts';
import { it } from './verify.it.ts';

export const verifyWords = { it, en };
