import type { it } from './it.ts';

export const en: typeof it = {
  title: 'Your data',
  lead: 'What the national registry (ANPR) knows about you: what it means, where it comes from and how it is corrected.',
  print: 'To print the page use your browser: the menus are left out.',
  download: 'Download your data (JSON)',
  readings: 'Who has read your data',
  index: 'On this page',
  comesFrom: 'Where it comes from',
  notRecorded: 'not recorded',
  noName: 'not recorded: this happens to people who have a single name in their country',
  asOf: (moment: string) => `As recorded ${moment}.`,
  joined: (municipality: string, day: string) =>
    `The record came into the national registry on ${day}, when the municipality of ${municipality} joined it. What happened before is in the papers of the municipality.`,
  partial: {
    year: (year: string) => `${year} (day and month not recorded)`,
    month: (month: string) => `${month} (day not recorded)`,
    none: 'date not recorded',
  },
  since: (day: string) => `since ${day}`,
  until: (day: string) => `until ${day}`,
  sinceUnknown: 'beginning not recorded',
  municipality: (name: string) => `Municipality of ${name}`,
  abroad: (place: string, country: string) => `${place}, ${country}`,
  act: {
    number: (number: string) => `act no. ${number}`,
    part: (part: string) => `part ${part}`,
    series: (series: string) => `series ${series}`,
    year: (year: number) => `year ${year}`,
    none: 'the references of the act are not recorded',
    registered: (act: string, municipality: string) => `${act}, municipality of ${municipality}`,
  },
  person: {
    title: 'Who you are',
    meaning:
      'Your particulars: every office recognises you by them. Names and birth come from your birth certificate; the tax code is given by the Revenue Agency.',
    familyName: 'Family name',
    givenName: 'Given name',
    sex: 'Sex',
    sexes: { M: 'male', F: 'female' },
    bornOn: 'Date of birth',
    birthPlace: 'Place of birth',
    birthAct: 'Birth act',
    birthActMeaning: 'Names, sex, date and place of birth come from here.',
    taxCode: 'Tax code',
    taxCodeSource: 'Revenue Agency',
    noTaxCode: 'not recorded: the Revenue Agency has not confirmed it yet',
    anprId: 'ANPR identifier',
    anprIdMeaning:
      'It identifies you in the national registry and never changes, not even if your name or tax code does.',
    standing: 'State of the record',
  },
  standing: {
    enrolled: 'The record is active.',
    struck: {
      death: 'The record is struck because a death is recorded.',
      emigration: 'The record is struck because a move abroad is recorded.',
      untraceable:
        'The record is struck because the municipality did not find you at the address (untraceable).',
      other: 'The record is struck.',
    },
    duplicate: 'There are two records of you: the municipality has to join them.',
    because: (reason) => `Reason: ${reason}.`,
    reasons: {
      death: 'death',
      presumed_death: 'presumed death declared by a court',
      moved_abroad: 'move abroad of a foreign citizen',
      untraceable: 'untraceable after repeated checks',
      untraceable_at_census: 'untraceable at the census',
      dwelling_not_declared: 'dwelling not declared again',
      presumed_untraceable: 'presumed untraceable abroad',
      citizenship_lost: 'loss of Italian citizenship',
    },
  },
  enrolment: {
    title: 'Where you are enrolled',
    meaning:
      'Everybody is enrolled in one municipality: among the residents, or in AIRE (the registry of Italians resident abroad) after more than twelve months outside Italy.',
    register: 'Enrolment',
    registers: { resident: 'Resident population', aire: 'AIRE, Italians resident abroad' },
    municipality: 'Municipality that keeps the record',
    since: 'Since',
    facility: 'Facility',
    facilityMeaning: 'A facility is a place where several people live together without being a family.',
    facilities: {
      barracks: 'barracks',
      prison: 'prison',
      religious: 'religious house',
      health: 'health facility',
      care: 'care home',
      other: 'other facility',
    },
    homeless: 'Without a fixed home',
    homelessMeaning:
      'You have no fixed home: the address is where you can be found, or a street chosen by the municipality.',
    why: 'Why you are in AIRE',
    reasons: {
      expatriation: 'you moved abroad',
      born_abroad: 'you were born abroad',
      citizenship_acquired: 'you acquired Italian citizenship abroad',
      transfer_from_other_municipality: 'you came from the AIRE of another municipality',
      untraceable_abroad: 'the consulate no longer found you at the address',
    },
    expatriatedOn: 'Date of expatriation',
    neverResident: 'none: you have never lived in Italy',
    consulate: 'Consulate',
    beforeJoining:
      'You were in AIRE before the municipality joined the national registry: online you can ask only for certificates of residence and of household.',
    sourceResident: 'declaration to the municipality',
    sourceAire: 'declaration to the consulate, recorded by the municipality',
  },
  addresses: {
    title: 'Your addresses',
    meaning:
      'The address where the law takes you to live. Earlier ones stay: they prove how long you have lived somewhere.',
    now: 'Present address',
    before: 'Earlier addresses',
    none: 'no address recorded',
    staircase: (name: string) => `staircase ${name}`,
    flat: (name: string) => `flat ${name}`,
    noStreet: 'street not recorded',
    exOfficio: 'The municipality changed the name of the street or the number by itself: you did not move.',
  },
  household: {
    title: 'Your registered household',
    meaning:
      'The people registered with you at the same address, tied by kinship, marriage, union or affection. It is exactly the household that the registry has, not your family tree.',
    member: 'Person',
    relation: 'Relation to the holder',
    born: 'Birth',
    number: 'Number of the household',
    you: 'you',
    none: 'You are in no registered household.',
    noneFacility: 'People who live in a facility have no registered household.',
    noHolder:
      'The household has no holder: that is why the certificate of household is not issued. The municipality puts it right.',
    notCertifiable:
      'The municipality has not yet declared this household complete: the certificate of household is not issued.',
    relations: {
      holder: 'holder of the record',
      spouse: 'spouse',
      civil_partner: 'civil partner',
      child: 'child',
      parent: 'parent',
      sibling: 'brother or sister',
      grandchild: 'grandchild',
      grandparent: 'grandparent',
      child_in_law: 'son- or daughter-in-law',
      parent_in_law: 'father- or mother-in-law',
      stepchild: 'stepchild',
      cohabitant: 'cohabitant',
      other_relative: 'other relative',
      no_longer_admitted: 'relation of an old table, to be updated at the municipality',
    },
  },
  marital: {
    title: 'Civil status',
    meaning:
      'Whether you are free or bound by marriage or civil union. It comes from the acts of civil status.',
    state: 'Civil status',
    states: {
      single: { M: 'single', F: 'single' },
      married: { M: 'married', F: 'married' },
      widowed: { M: 'widower', F: 'widow' },
      divorced: { M: 'divorced', F: 'divorced' },
      civil_union: { M: 'in a civil union', F: 'in a civil union' },
      union_dissolved: { M: 'free, civil union dissolved', F: 'free, civil union dissolved' },
      union_ended_by_death: {
        M: 'free, by death of the civil partner',
        F: 'free, by death of the civil partner',
      },
    },
    missing:
      'not recorded: the municipality never noted it. Until it does, certificates that state it are not issued.',
    on: { marriage: 'Marriage', union: 'Civil union' },
    partner: { marriage: 'Spouse', union: 'Civil partner' },
    act: 'Act',
    ended: 'Ended on',
  },
  contract: {
    title: 'Cohabitation contract',
    meaning: 'The agreement by which two people who live together settle their property (Law 76/2016).',
    stipulatedOn: 'Made',
    noStipulation: 'date not recorded: until it is, the certificate is not issued',
    registeredOn: 'Registered',
    partner: 'With',
  },
  citizenship: {
    title: 'Citizenship',
    meaning:
      'The States whose citizen you are on record. A foreign citizenship that you have may be missing here.',
    citizenship: 'Citizenship',
    special: {
      undefined_yet: 'being determined',
      not_attributable: 'cannot be attributed',
      stateless: 'none (stateless)',
    },
    source: (municipality: string) => `recorded by the municipality of ${municipality}`,
  },
  documents: {
    title: 'Identity documents',
    meaning:
      'Those that the municipality or consulate has noted. A document of yours may be missing here: it is no less valid.',
    none: 'No document noted.',
    kinds: { identity_card: 'Identity card', passport: 'Passport' },
    number: 'number',
    issued: (day: string) => `issued on ${day}`,
    issuedBy: (office: string) => `by ${office}`,
    expires: (day: string) => `expires on ${day}`,
    expired: (day: string) => `expired on ${day}`,
  },
  electoral: {
    title: 'Electoral data',
    meaning: 'In which municipality and section you vote. The electoral office of the municipality keeps it.',
    roll: 'Electoral roll',
    section: 'Section',
    card: 'Number of the voter’s card',
    since: 'Enrolled',
    beingUpdated:
      'Your electoral data is being updated after the change of residence. You have been struck from the roll of the former municipality, and the new one enters you at the next revision: before the next election, or at least every six months. Then you see the new municipality here.',
    beingUpdatedSince: (since: string, latest: string) =>
      `Being updated since ${since}; at the latest by ${latest}.`,
    notEntitled: {
      not_a_citizen:
        'You see no electoral data here: the right to vote in parliamentary elections belongs to Italian citizens.',
      under_age: 'You see no electoral data here: people vote from the age of eighteen.',
      lost_or_suspended:
        'You see no electoral data here: it is shown only to those with the right to vote. The electoral office of the municipality tells you the reason.',
      not_recorded:
        'You see no electoral data here: your record has none. If you think that you have the right to vote, ask the electoral office of the municipality.',
    },
    source: (municipality: string) => `electoral office of the municipality of ${municipality}`,
  },
  certificates: {
    title: 'Certificates: what can be issued',
    meaning:
      'The municipality decides whether certificates may be drawn from the record, all of them or some.',
    state: 'Certifiability',
    states: {
      full: 'full: all certificates that exist',
      partial: 'partial: residence and household only. The municipality knows the reason.',
      none: 'none: no certificate for now. The municipality knows the reason.',
      not_enrollable: 'the record cannot be enrolled: no certificate',
      barred: 'no certificates may be drawn from the record',
    },
    procedures: 'Open procedures',
    noProcedures: 'none',
    proceduresMeaning:
      'While a procedure is open, only residence and household certificates are issued: the municipality that opened it closes it.',
    procedure: (kind: string, municipality: string, day: string) =>
      `${kind}, opened by the municipality of ${municipality} on ${day}`,
    kinds: {
      residence: 'change of residence',
      correction: 'correction of data',
      untraceability: 'inquiry whether somebody can be found',
      citizenship: 'citizenship',
      civil_status: 'civil status',
      other: 'other procedure',
    },
  },
  domicile: {
    title: 'Digital domicile',
    meaning:
      'A certified mail address (PEC) that stands in for your home address: administrations write to you there with legal value. It is elected and changed only at INAD, the national index: here you can only read it.',
    see: 'See the digital domicile',
    address: 'Address',
    since: 'Since',
    source: 'INAD, the national index of digital domiciles',
    none: 'You have elected no digital domicile. You can do so on the site of INAD; until then we write to the verified e-mail of your profile.',
    ended: {
      voluntary: (day: string) =>
        `You removed it: since ${day} it no longer counts. We write to the verified e-mail of your profile.`,
      ex_officio: (day: string) =>
        `INAD removed it by itself on ${day}, usually because the mailbox no longer worked. Check your certified mail and elect an address at INAD.`,
    },
    activeBy: (moment: string) =>
      `Have you elected it just now? If the validation succeeds, the address is active by ${moment}: until then you do not see it here.`,
    where: 'Where we write about your requests',
    toPec: (address: string) => `To the digital domicile: ${address}.`,
    toEmail: (address: string) => `To the verified e-mail of your profile: ${address}.`,
    toNobody:
      'Nowhere: you have neither a digital domicile nor a verified e-mail. Verify one in your profile, otherwise you find notices only here.',
    profile: 'Go to your profile',
    askedAt: (moment: string) => `We asked INAD ${moment}.`,
    again: 'Ask INAD again',
    unavailable: 'INAD does not answer now: what you see here may be old. Try again in some minutes.',
    unavailableNothing:
      'INAD does not answer now, and we have no earlier answer to show you. Try again in some minutes, or look on the site of INAD.',
    justAsked: 'We asked less than a minute ago: try again in a minute.',
    notConnected:
      'This installation is not connected to INAD: look up your digital domicile on the site of INAD.',
    noTaxCode: 'Your record has no tax code, and without one INAD cannot be asked.',
  },
  correct: {
    title: 'Is something wrong?',
    text: (municipality: string) =>
      `The municipality of ${municipality} corrects it. Write to the registry office or go to the counter: say which datum is wrong, what it should be, and bring or attach a document that proves it.`,
    link: 'Is this wrong?',
    page: 'Page of the municipality',
  },
  changes: {
    title: 'Changes by the municipality',
    meaning: 'What was changed in your record, by which act and why.',
  },
  log: {
    title: 'Who has read your data',
    lead: 'Every time an office or a program opens your record it is written down here for five years, the time in which you can claim damages for an unlawful reading; before that nobody can erase it. Your own looks at it are left out.',
    empty: 'Nobody has read your record. When somebody does you find it here: who, when and why.',
    when: 'When',
    who: 'Who',
    why: 'Why',
    older: 'Earlier readings',
    newest: 'Back to the latest',
    doubt:
      'Is it unclear to you why somebody read your record? Ask the office named here: it must answer within a month (GDPR, article 15).',
    household: 'A person of your registered household',
    official: (role: string, office: string) => `${role}, ${office}`,
    role: 'Staff of the office',
    ministry: 'Ministry',
    system: 'Program',
    systems: {
      certificates: 'Certificate service',
      registry: 'Registry',
      spid: 'Sign-in with a digital identity',
      payments: 'Payment service',
    },
    reasons: {
      household: 'looked at the data of the household',
      counter: 'request at the counter',
      correction: 'correction of data',
      procedure: 'open procedure',
      certificate: 'issue of a certificate',
      electoral: 'revision of the electoral rolls',
      verification: 'check by the office',
      consular_register: 'entry in the consular register',
      notice: 'notice of a change of the record',
      search: 'search for a person',
      issued_certificates: 'search among issued certificates',
    },
  },
  noRecord: {
    title: 'We do not find your record',
    text: 'You are signed in, but no record of the national registry is connected with this account.',
    cases:
      'There may be four reasons: there is no record, the tax code is not valid, the record has been struck, or there are two of them. In each case the municipality puts it right.',
    find: 'Find the contacts of the municipality',
  },
};
