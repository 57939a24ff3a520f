import type { Locale } from '#kernel/locale.ts';
import type { Answers } from '../../domain/guide/answers.ts';
import type { Who } from '../words/question-words.ts';
import { guideWords } from '../words/words.ts';

/** Whether the assessment is about the reader, or about a child of theirs. */
export function isAboutChild(answers: Answers): boolean {
  return answers['a.goal'] === 'child';
}

/** Somebody of the family as sentences to the reader name them. */
export function whoIs(id: string, locale: Locale, aboutChild: boolean): Who {
  const you = id === 'a' && !aboutChild;
  const female = id.endsWith('m');
  if (id === 's') {
    return locale === 'it'
      ? { you: false, name: 'l’altra persona', of: 'dell’altra persona', female: true }
      : { you: false, name: 'the other person', of: 'the other person’s', female: false };
  }
  return locale === 'it'
    ? { you, female, ...italian(id, aboutChild) }
    : { you, female, ...english(id, aboutChild) };
}

const grandparents = {
  it: { ff: 'nonno paterno', fm: 'nonna paterna', mf: 'nonno materno', mm: 'nonna materna' },
  en: {
    ff: 'paternal grandfather',
    fm: 'paternal grandmother',
    mf: 'maternal grandfather',
    mm: 'maternal grandmother',
  },
} as const;

type Grandparent = keyof typeof grandparents.it;

function italian(id: string, aboutChild: boolean): { name: string; of: string } {
  if (id === 'a') return { name: aboutChild ? 'tuo figlio' : 'tu', of: aboutChild ? 'di tuo figlio' : 'tuo' };
  const female = id.endsWith('m');
  if (id.length <= 3) {
    const kin = id.length === 2 ? (female ? 'madre' : 'padre') : grandparents.it[id.slice(1) as Grandparent];
    if (aboutChild)
      return {
        name: `${female ? 'la' : 'il'} ${kin} di tuo figlio`,
        of: `${female ? 'della' : 'del'} ${kin} di tuo figlio`,
      };
    return { name: `${female ? 'tua' : 'tuo'} ${kin}`, of: `di ${female ? 'tua' : 'tuo'} ${kin}` };
  }
  const child = italian(id.slice(0, -1), aboutChild);
  return {
    name: `${female ? 'la madre' : 'il padre'} ${child.of}`,
    of: `${female ? 'della madre' : 'del padre'} ${child.of}`,
  };
}

function english(id: string, aboutChild: boolean): { name: string; of: string } {
  if (id === 'a')
    return { name: aboutChild ? 'your child' : 'you', of: aboutChild ? 'your child’s' : 'your' };
  const female = id.endsWith('m');
  if (id.length <= 3) {
    const kin =
      id.length === 2 ? (female ? 'mother' : 'father') : grandparents.en[id.slice(1) as Grandparent];
    const name = `${aboutChild ? 'your child’s' : 'your'} ${kin}`;
    return { name, of: `${name}’s` };
  }
  const name = `the ${female ? 'mother' : 'father'} of ${english(id.slice(0, -1), aboutChild).name}`;
  return { name, of: `${name}’s` };
}

/** Somebody as lists of papers name them. */
export function nameForPapers(person: string, answers: Answers, locale: Locale): string {
  if (person === 'c') return guideWords[locale].tree.child;
  const { name } = whoIs(person, locale, isAboutChild(answers));
  return name.charAt(0).toUpperCase() + name.slice(1);
}
