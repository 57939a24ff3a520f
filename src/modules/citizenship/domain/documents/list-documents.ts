import type { Locale } from '#kernel/locale.ts';
import { lineParents } from '../bar/line.ts';
import type { Route } from '../facts/shape.ts';
import type { Person } from '../facts/tree.ts';
import type { World } from '../reasoning/world.ts';
import { birthForm } from './birth-certificate.ts';
import { birthDocument } from './birth-document.ts';
import { afterDecree, forMarriage, forReacquisition, forRenunciation } from './declaration-documents.ts';
import { formalities, type ListedDocument, type Lister, listerFor } from './document.ts';
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
      return [...applicantFile(list, person), ...line(world, list, person, true)];
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
        ...line(world, list, person, true),
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
  const foreign = person.events.some((event) => event.citizenship !== 'IT' && event.how === 'naturalisation');
  return [
    list('passport', person.id, names.passport, { note: notes.not_latin }),
    ...(foreign ? [list('naturalisations', person.id, names.naturalisations, formalities(undefined))] : []),
    list('proof_of_residence', person.id, names.proof_of_residence),
    birthDocument(list, person),
    ...civilStatus(list, person, false),
  ];
}

/** Marriages, their ends and deaths, with the papers of each spouse. */
function civilStatus(list: Lister, person: Person, inLine: boolean): ListedDocument[] {
  const records = person.unions.flatMap((union) => {
    const { country } = union.facts;
    const spouse = union.partners[0] === person ? union.partners[1] : union.partners[0];
    const ended = union.ended !== undefined && union.ended.how !== 'death';
    const note = country === 'GB' ? notes.uk_divorce : notes.translation_there;
    return [
      list('marriage_record', person.id, names.marriage_record, {
        ...formalities(country),
        shareable: inLine,
        ...(inLine && { note: notes.italian_extract }),
      }),
      ...(ended
        ? [
            list('end_of_union', person.id, names.end_of_union, {
              ...formalities(country),
              shareable: inLine,
              note,
            }),
          ]
        : []),
      ...(inLine ? [] : [list('spouse_copies', spouse.id, names.spouse_copies, { original: false })]),
    ];
  });
  const died = person.facts.died;
  if (died === undefined || !inLine) return records;
  return [
    ...records,
    list('death_record', person.id, names.death_record, { ...formalities(died.country), shareable: true }),
  ];
}

/** Everybody from the parent up to the emigrant. */
function line(world: World, list: Lister, person: Person, withHistory: boolean): ListedDocument[] {
  const seen = new Set<Person>([person]);
  const documents: ListedDocument[] = [];
  let level = lineParents(world, person).map(({ parent }) => parent);
  while (level.length > 0) {
    const above: Person[] = [];
    for (const ascendant of level) {
      if (seen.has(ascendant)) continue;
      seen.add(ascendant);
      const next = lineParents(world, ascendant).map(({ parent }) => parent);
      documents.push(...ascendantFile(list, ascendant, next.length === 0, withHistory));
      above.push(...next);
    }
    level = above;
  }
  return documents;
}

function ascendantFile(
  list: Lister,
  ascendant: Person,
  isRoot: boolean,
  withHistory: boolean,
): ListedDocument[] {
  const record = birthDocument(list, ascendant, true, true);
  const unmarried = ascendant.facts.born.in_wedlock === false;
  const file = [
    unmarried
      ? list('birth_certificate', ascendant.id, birthForm(ascendant.facts.born.country).name, {
          ...record,
          note: notes.informants,
          shareable: true,
        })
      : record,
  ];
  if (isRoot && ascendant.facts.born.country === 'IT')
    file.push(list('baptism', ascendant.id, names.baptism, { shareable: true }));
  file.push(...civilStatus(list, ascendant, true));
  return withHistory ? [...file, ...history(list, ascendant)] : file;
}

/** Proof of no other citizenship from each country of residence. */
function history(list: Lister, ascendant: Person): ListedDocument[] {
  const countries = [...new Set(ascendant.stays.map(({ country }) => country))]
    .filter((country) => country !== 'IT')
    .sort();
  return countries.map((country) =>
    country === 'GB'
      ? list('history_uk', ascendant.id, names.history_uk, {
          legalisation: 'apostille',
          translation: 'into_italian',
          shareable: true,
        })
      : list(`non_naturalisation_${country.toLowerCase()}`, ascendant.id, names.non_naturalisation, {
          ...formalities(country),
          shareable: true,
          note: notes.translation_there,
        }),
  );
}

function parentInItaly(world: World, list: Lister, person: Person): ListedDocument[] {
  const british = person.events.some(({ citizenship }) => citizenship === 'GB');
  const inUk = person.stays.some(({ country, to }) => country === 'GB' && to === Number.POSITIVE_INFINITY);
  return [
    ...lineParents(world, person).flatMap(({ parent }) => [
      birthDocument(list, parent, true, true),
      list('citizenship_with_date', parent.id, names.citizenship_with_date, { shareable: true }),
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
