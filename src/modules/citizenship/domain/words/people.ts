import type { Locale } from '#kernel/locale.ts';
import type { Person, Tree } from '../facts/tree.ts';

interface Relation {
  readonly words: Readonly<Record<Locale, string>>;
  readonly female: boolean | undefined;
}

const italianGrandparents = {
  'male male': 'nonno paterno',
  'female male': 'nonna paterna',
  'male female': 'nonno materno',
  'female female': 'nonna materna',
} as const;
const englishGrandparents = {
  'male male': 'paternal grandfather',
  'female male': 'paternal grandmother',
  'male female': 'maternal grandfather',
  'female female': 'maternal grandmother',
} as const;

/** What each person is to the applicant, in words: `nonna materna`, `father of the paternal grandfather`. */
export function relationsIn(tree: Tree, locale: Locale): (id: string) => string {
  const known = new Map<string, Relation>();
  const queue: Person[] = [];
  const add = (person: Person, relation: Relation) => {
    if (known.has(person.id)) return;
    known.set(person.id, relation);
    queue.push(person);
  };
  const { applicant } = tree;
  add(applicant, { words: { it: 'richiedente', en: 'applicant' }, female: undefined });
  for (let person = queue.shift(); person !== undefined; person = queue.shift()) {
    const relation = known.get(person.id) as Relation;
    for (const { parent } of person.parents) add(parent, parentOf(person, parent, relation, tree));
    for (const { partners } of person.unions) {
      const partner = partners[0] === person ? partners[1] : partners[0];
      const words =
        person === applicant
          ? { it: 'coniuge', en: 'spouse' }
          : ofWhom({ it: 'coniuge', en: 'spouse' }, relation);
      add(partner, { words, female: undefined });
    }
    for (const child of person.children) {
      const words = { it: child.facts.sex === 'female' ? 'figlia' : 'figlio', en: 'child' };
      add(child, {
        words: person === applicant ? words : ofWhom(words, relation),
        female: child.facts.sex === 'female',
      });
    }
  }
  return (id) => known.get(id)?.words[locale] ?? id;
}

function parentOf(child: Person, parent: Person, relation: Relation, tree: Tree): Relation {
  const female = parent.facts.sex === null ? undefined : parent.facts.sex === 'female';
  const words =
    female === undefined
      ? { it: 'genitore', en: 'parent' }
      : female
        ? { it: 'madre', en: 'mother' }
        : { it: 'padre', en: 'father' };
  if (child === tree.applicant) return { words, female };
  const isParent = tree.applicant.parents.some((link) => link.parent === child);
  const key = `${parent.facts.sex} ${child.facts.sex}` as keyof typeof italianGrandparents;
  if (isParent && italianGrandparents[key] !== undefined)
    return { words: { it: italianGrandparents[key], en: englishGrandparents[key] }, female };
  return { words: ofWhom(words, relation), female };
}

function ofWhom(words: Readonly<Record<Locale, string>>, { words: whose, female }: Relation) {
  const article = female === undefined ? 'di' : female ? 'della' : 'del';
  return { it: `${words.it} ${article} ${whose.it}`, en: `${words.en} of the ${whose.en}` };
}
