import type { Locale } from '#kernel/locale.ts';
import { lineParents } from '../bar/line.ts';
import type { Route } from '../facts/shape.ts';
import type { Person } from '../facts/tree.ts';
import type { World } from '../reasoning/world.ts';
import { isBritishOn } from '../status/foreign.ts';
import { eighteenth } from '../status/majority.ts';
import { birthDocument } from './birth-document.ts';
import { afterDecree, forMarriage, forReacquisition, forRenunciation } from './declaration-documents.ts';
import { formalities, type ListedDocument, type Lister, listerFor } from './document.ts';
import { civilStatus, lineDocuments } from './line-documents.ts';
import { documentNames as names, documentNotes as notes } from './names.ts';

/** The personal list: by route, country of birth and civil status of everybody in the line. */
export function listDocuments(world: World, route: Route, locale: Locale): ListedDocument[] {
  const list = listerFor(locale);
  const person = world.tree.applicant;
  switch (route) {
    case 'transmission':
      return [];
    case 'descent_adult_abb':
    case 'descent_letter_c':
      return [
        ...applicantFile(list, person),
        ...minorChildren(world, list, person),
        ...lineDocuments(world, list, person),
      ];
    case 'descent_letter_d':
      return [
        ...applicantFile(list, person),
        ...parentInItaly(world, list, person),
        ...parentsUnion(list, person),
      ];
    case 'descent_minor':
      return [
        birthDocument(list, person),
        ...identities(list, person),
        ...lineDocuments(world, list, person),
        ...parentsUnion(list, person),
      ];
    case 'marriage':
      return forMarriage(world, list, person);
    case 'marriage_oath':
      return afterDecree(world, list, person);
    case 'benefit_of_law':
    case 'transitional_1ter':
      return [
        list('declaration_of_will', person.id, names.declaration_of_will),
        birthDocument(list, person, false),
        ...identities(list, person),
        ...parentsUnion(list, person),
      ];
    case 'reacquisition_art17':
    case 'reacquisition_women':
      return forReacquisition(list, person);
    case 'renunciation':
      return forRenunciation(list, person);
  }
}

function applicantFile(list: Lister, person: Person): ListedDocument[] {
  const foreign = person.events.some(
    ({ citizenship, type, how }) =>
      citizenship !== 'IT' && type === 'acquired' && how !== 'birth_territory' && how !== 'birth_descent',
  );
  return [
    list('passport', person.id, names.passport, { note: notes.not_latin }),
    ...(foreign ? [list('naturalisations', person.id, names.naturalisations, formalities(undefined))] : []),
    list('proof_of_residence', person.id, names.proof_of_residence),
    birthDocument(list, person),
    ...civilStatus(list, person, false),
  ];
}

/** Optional for whoever applies through a parent who was not British when the applicant's minor children were born. */
function minorChildren(world: World, list: Lister, person: Person): ListedDocument[] {
  const parents = lineParents(world, person).map(({ parent }) => parent);
  return person.children
    .filter((child) => world.before(world.asOf, eighteenth(child)))
    .filter((child) => parents.some((parent) => !isBritishOn(world, parent, child.born)))
    .map((child) =>
      list(
        'minor_children',
        child.id,
        names.minor_children,
        formalities(child.facts.born.country ?? undefined),
      ),
    );
}

function parentInItaly(world: World, list: Lister, person: Person): ListedDocument[] {
  const british = person.events.some(({ citizenship }) => citizenship === 'GB');
  const inUk = person.stays.some(({ country, to }) => country === 'GB' && to === Number.POSITIVE_INFINITY);
  return [
    ...lineParents(world, person).flatMap(({ parent }) => [
      birthDocument(list, parent, true, true),
      list('citizenship_with_date', parent.id, names.citizenship_with_date, { shareable: true, months: 3 }),
      list('historical_residence', parent.id, names.historical_residence, { shareable: true }),
      list('italian_identity', parent.id, names.italian_identity, { original: false, shareable: true }),
    ]),
    ...(inUk && !british ? [list('right_to_live', person.id, names.right_to_live, { original: false })] : []),
    ...(inUk ? [list('envelope', person.id, names.envelope)] : []),
  ];
}

/** The parents' union where Italy does not know it, or a recognition where there is none. */
function parentsUnion(list: Lister, person: Person): ListedDocument[] {
  const parents = person.parents.filter(({ kind }) => kind !== 'adoption').map(({ parent }) => parent);
  const union = parents[0]?.unions.find(({ partners }) =>
    partners.every((partner) => parents.includes(partner)),
  );
  if (union !== undefined) {
    const known = union.facts.country === 'IT' || typeof union.facts.transcribed_in_italy_on === 'string';
    return known
      ? []
      : [
          list(
            'transcription_of_union',
            parents[0]?.id ?? person.id,
            names.transcription_of_union,
            formalities(union.facts.country),
          ),
        ];
  }
  if (parents.length < 2) return [];
  return [
    list('recognition_deed', person.id, names.recognition_deed, {
      ...formalities(undefined),
      note: notes.uk_notary,
    }),
  ];
}

function identities(list: Lister, person: Person): ListedDocument[] {
  const alive = person.parents.map(({ parent }) => parent).filter(({ died }) => died === undefined);
  return [person, ...new Set(alive)].map((each) =>
    list('identity_family', each.id, names.identity_family, { original: false, note: notes.not_latin }),
  );
}
