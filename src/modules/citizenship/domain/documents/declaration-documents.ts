import type { Person } from '../facts/tree.ts';
import type { World } from '../reasoning/world.ts';
import { countriesOfRecords } from '../routes/criminal.ts';
import { filingDay } from '../routes/filing-day.ts';
import { birthForm } from './birth-certificate.ts';
import { birthDocument } from './birth-document.ts';
import { formalities, type ListedDocument, type Lister } from './document.ts';
import { documentNames as names, documentNotes as notes } from './names.ts';

export function forMarriage(world: World, list: Lister, person: Person): ListedDocument[] {
  const { day } = filingDay(world);
  const form = birthForm(person.facts.born.country);
  return [
    list('birth_certificate', person.id, form.name, {
      legalisation: form.legalisation,
      translation: form.translation,
      note: form.note,
    }),
    ...countriesOfRecords(world, person, day).map((country) =>
      list(
        `criminal_record_${country.toLowerCase()}`,
        person.id,
        country === 'GB' ? names.criminal_record_uk : names.criminal_record,
        {
          ...formalities(country),
          months: 6,
        },
      ),
    ),
    list('contribution_receipt', person.id, names.contribution_receipt, { original: false }),
    list('identity', person.id, names.identity, { note: notes.not_latin }),
    list('marriage_extract_italy', person.id, names.marriage_extract_italy, {
      months: 6,
      note: notes.eu_self,
    }),
    list('language', person.id, names.language),
  ];
}

export function afterDecree(world: World, list: Lister, person: Person): ListedDocument[] {
  const { country } = residenceCountry(person) ?? { country: world.tree.application.office?.country };
  return [
    list('full_marriage_record', person.id, names.full_marriage_record),
    list('criminal_record', person.id, country === 'GB' ? names.criminal_record_uk : names.criminal_record, {
      ...formalities(country),
      months: 6,
    }),
  ];
}

function residenceCountry(person: Person): { country: string } | undefined {
  return person.stays.find(({ to }) => to === Number.POSITIVE_INFINITY);
}

export function forReacquisition(list: Lister, person: Person): ListedDocument[] {
  const abroad = person.facts.born.country !== 'IT';
  return [
    list('identity', person.id, names.identity),
    birthDocument(list, person),
    ...(abroad ? [list('historical_residence', person.id, names.historical_residence)] : []),
    list('historical_citizenship', person.id, names.historical_citizenship),
    list('proof_of_loss', person.id, names.proof_of_loss, formalities(undefined)),
  ];
}

export function forRenunciation(list: Lister, person: Person): ListedDocument[] {
  const british = person.events.some(({ citizenship }) => citizenship === 'GB');
  return [
    list('birth_extract', person.id, names.birth_extract),
    list('proof_of_residence', person.id, names.proof_of_residence),
    list('foreign_identity', person.id, names.foreign_identity),
    list('italian_documents', person.id, names.italian_documents),
    ...(british && person.facts.born.country !== 'GB'
      ? [
          list('british_naturalisation', person.id, names.british_naturalisation, {
            legalisation: 'apostille',
            translation: 'into_italian',
          }),
        ]
      : []),
    list('contribution_receipt', person.id, names.contribution_receipt, { original: false }),
  ];
}
