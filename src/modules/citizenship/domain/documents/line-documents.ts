import { lineParents } from '../bar/line.ts';
import type { Person } from '../facts/tree.ts';
import type { World } from '../reasoning/world.ts';
import { birthForm } from './birth-certificate.ts';
import { birthDocument } from './birth-document.ts';
import { formalities, type ListedDocument, type Lister } from './document.ts';
import { documentNames as names, documentNotes as notes } from './names.ts';

/** Marriages, their ends and deaths, with the papers of each spouse. */
export function civilStatus(list: Lister, person: Person, inLine: boolean): ListedDocument[] {
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
      ...(inLine && spouse.facts.died !== undefined ? [deathRecord(list, spouse)] : []),
      ...(inLine ? [] : [list('spouse_copies', spouse.id, names.spouse_copies, { original: false })]),
    ];
  });
  return person.facts.died === undefined || !inLine ? records : [...records, deathRecord(list, person)];
}

function deathRecord(list: Lister, person: Person): ListedDocument {
  return list('death_record', person.id, names.death_record, {
    ...formalities(person.facts.died?.country),
    shareable: true,
  });
}

/** Everybody from the parent up to the emigrant. */
export function lineDocuments(world: World, list: Lister, person: Person): ListedDocument[] {
  const seen = new Set<Person>([person]);
  const documents: ListedDocument[] = [];
  let level = lineParents(world, person).map(({ parent }) => parent);
  while (level.length > 0) {
    const above: Person[] = [];
    for (const ascendant of level) {
      if (seen.has(ascendant)) continue;
      seen.add(ascendant);
      const next = lineParents(world, ascendant).map(({ parent }) => parent);
      documents.push(...ascendantFile(list, ascendant, next.length === 0));
      above.push(...next);
    }
    level = above;
  }
  return documents.filter(
    ({ id, person: whose }, index) =>
      documents.findIndex((each) => each.id === id && each.person === whose) === index ||
      id === 'marriage_record',
  );
}

function ascendantFile(list: Lister, ascendant: Person, isRoot: boolean): ListedDocument[] {
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
  const evidence = isRoot
    ? [list('other_evidence', ascendant.id, names.other_evidence, { original: false, shareable: true })]
    : [];
  return [...file, ...history(list, ascendant), ...evidence];
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
