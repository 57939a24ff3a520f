import type { it } from './self-certification.it.ts';

export const en: typeof it = {
  title: 'Self-certification',
  lead: 'Prepare a declaration with your registry data: you print it, sign it and hand it in instead of a certificate. It is free, without stamp duty, and the signature needs no authentication.',
  when: 'When it replaces a certificate',
  whenPublic:
    'Always, for Italian public offices and those who run public services (such as schools, health services, post, water and electricity): they may not ask you for a certificate (DPR 445/2000 art. 40 and 43).',
  whenPrivate:
    'For private parties, such as banks and insurers, only if they agree (art. 2). If they do not, you need the certificate.',
  whenNot:
    'It is not valid abroad and does not replace medical certificates, certificates of conformity, trade marks and patents (art. 49).',
  validity: 'It is valid as long as the certificate that it replaces (art. 48).',
  penalty:
    'Declaring something false is a crime and you lose what you got by it (art. 75 and 76). Check that the data are still true.',
  limited:
    'You do not have the citizenship of a State of the European Union: you may only declare what an Italian public body can certify (art. 3).',
  choose: 'What you declare',
  chooseHint: 'Choose only what you were asked for.',
  statements: {
    birth: 'Date and place of birth',
    residence: 'Residence',
    citizenship: 'Citizenship',
    political_rights: 'Enjoyment of civil and political rights',
    marital_status: 'Civil status',
    family: 'Household',
    existence: 'Being alive',
    children: 'Children',
    aire: 'Registration with AIRE',
    tax_code: 'Italian tax code',
    marriage_act: 'Marriage or civil union: date, place and record',
  },
  letter: (letter) => `art. 46, letter ${letter}`,
  missing: 'These are not in your record, so you cannot declare them here:',
  document: 'Your identity document',
  documentHint: 'One is enough.',
  documentOf: (kind, number) =>
    `${kind === 'passport' ? 'Passport' : 'Identity card'} ${number}, from your record`,
  documentTyped: 'A document that I type in',
  documentOwn: 'The data of the document that you type in',
  documentKind: 'Kind of document',
  documentKinds: { identity_card: 'Identity card', passport: 'Passport' },
  documentNumber: 'Number of the document',
  documentIssuer: 'Issued by',
  facts: 'Other facts that you know directly (art. 47)',
  factsHint:
    'Conditions, qualities and facts about you, or about others and known to you in person. Write in Italian: the declaration is in Italian.',
  recipient: 'To whom you hand it in',
  optional: 'optional',
  submit: 'Prepare the PDF to sign',
  kept: 'We keep neither what you write here nor the PDF.',
  problems: {
    statements: 'Choose at least one thing to declare, or write a fact.',
    document: 'Choose a document.',
    document_number: 'Enter the number: 5 to 20 letters and digits, without signs.',
    document_issuer: 'Enter who issued it, at most 100 characters.',
    facts: 'Enter at most 2,000 characters.',
    recipient: 'Enter at most 200 characters.',
  },
  refusals: {
    no_record:
      'We did not find your record in the registry, so we cannot fill in the declaration. You can write it by hand, or ask your municipality or consulate to check the record.',
    minor:
      'For people under 18 a parent or guardian makes the declaration, with their own data (DPR 445/2000 art. 5).',
    barred:
      'By your record your guardian makes the declaration, with their own data (DPR 445/2000 art. 5). If this is not so, write to your municipality.',
    no_longer_enrolled:
      'Your record in the registry is closed, so we cannot use its data. Ask the municipality that kept it.',
  },
  paper: {
    title: 'In English (an explanation, not part of the declaration)',
    lines: [
      'With this paper the person above declares the listed facts instead of handing in certificates (art. 46 and 47 of DPR 445/2000). Italian public offices must accept it.',
      'A false declaration is punished by criminal law, and what was obtained by it is lost (art. 75 and 76). Sign and date it; the signature needs no authentication.',
    ],
  },
};
