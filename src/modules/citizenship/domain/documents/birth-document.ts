import type { Person } from '../facts/tree.ts';
import { birthForm } from './birth-certificate.ts';
import type { ListedDocument, Lister } from './document.ts';

/** The birth certificate in the form that the country of birth gives it. */
export function birthDocument(
  list: Lister,
  person: Person,
  euFormListed = true,
  shareable = false,
): ListedDocument {
  const form = birthForm(person.facts.born.country, euFormListed);
  const { legalisation, translation, note } = form;
  return list('birth_certificate', person.id, form.name, { legalisation, translation, note, shareable });
}
