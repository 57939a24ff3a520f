import type { Locale } from '#kernel/locale.ts';
import { guideEn } from './guide.en.ts';
import { guideIt } from './guide.it.ts';
import type { AllQuestionWords } from './question-words.ts';
import { questionsEn } from './questions.en.ts';
import { questionsIt } from './questions.it.ts';
import { toolsEn } from './tools.en.ts';
import { toolsIt } from './tools.it.ts';

export const guideWords: Record<Locale, typeof guideIt> = { it: guideIt, en: guideEn };
export const questionWords: Record<Locale, AllQuestionWords> = { it: questionsIt, en: questionsEn };
export const toolWords: Record<Locale, typeof toolsIt> = { it: toolsIt, en: toolsEn };
