import type { municipalityIt } from './municipality.it.ts';

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

export const municipalityEn: typeof municipalityIt = {
  desk: 'Desk',
  title: 'Files from consulates',
  lead: (office) =>
    `${office}: the files that consulates have sent, the oldest first. The person sees who opens them and when.`,
  status: { new: 'New', in_hand: 'In hand', decided: 'Decided' },
  counted: (label, count) => `${label} (${count})`,
  statusNav: 'How they stand',
  search: 'Search',
  searchLabel: 'Name or protocol number',
  searchHint: 'For example “Prova” or “2026/000123”',
  found: (count) => (count === 1 ? '1 file found' : `${count} files found`),
  foundNothing: 'No file with this name or number in this municipality.',
  filters: 'Filters',
  filter: 'Filter',
  procedure: 'Kind of file',
  sender: 'Sent by',
  all: 'All',
  mine: 'Only mine',
  columns: {
    file: 'File',
    person: 'Person',
    sender: 'Sent by',
    waiting: 'Waiting for',
    officer: 'In hand of',
    decision: 'Decision',
  },
  days,
  today: 'since today',
  reminded: (count) => (count === 1 ? '1 reminder' : `${count} reminders`),
  nobody: 'nobody',
  you: 'you',
  empty: {
    new: 'No new file. When a consulate sends one, it appears here.',
    in_hand: 'Nobody has a file in hand. Open a new one and take it.',
    decided: 'The municipality has not decided any file yet.',
  },
  next: 'More files',
  decisions: {
    confirmed: 'confirmed',
    refused: 'not confirmed',
    shown_by_registry: 'closed by itself: the registry shows the change',
  },
  notShownYet: 'the registry does not show it yet',

  protocol: 'Protocol',
  sent: 'Reached the municipality',
  takenSince: (when) => `since ${when}`,
  nextReminder: 'Next reminder',
  take: 'Take in hand',
  takeOver: (name) => `Take over from ${name}`,
  putBack: 'Put back among the new ones',
  inHandOf: (name) => `${name} has it in hand: you can read it, but whoever has it in hand decides.`,
  takeFirst: 'To decide, take it in hand first: your colleagues then see that you deal with it.',
  decided: 'The municipality has decided this file.',
  registeredOn: 'Registered from',
  act: 'Act or protocol of the municipality',
  reasons: 'Reasons',

  turn: (who, count) => `It is the turn of: ${who}, for ${days(count)} now.`,
  turnToday: (who) => `It is the turn of: ${who}, since today.`,
  desks: {
    queue: (office) => `${office} (the file is in the queue)`,
    office: (office) => office,
    person: () => 'the person who applied',
    municipality: (office) => `${office}, registry office`,
  },

  compare: 'Application and registry record',
  compareLead:
    'On the left what was declared, on the right what the record says today. Reading the record is written down, and the person sees it.',
  noRecord:
    'This municipality has no active record with this tax code. Search by name: it may be written in another way, or be another municipality’s.',
  searchRecord: 'Search the registry',
  differences: (count) =>
    count === 0
      ? 'No difference between the application and the record.'
      : count === 1
        ? 'There is 1 difference to look at.'
        : `There are ${count} differences to look at.`,
  comparison: { datum: 'Datum', declared: 'Declared', registered: 'In the registry', verdict: 'Comparison' },
  verdicts: {
    same: '✓ same',
    differs: '✗ different',
    not_recorded: '– not in the registry',
    not_declared: '– not asked',
  },
  data: {
    familyName: 'Family name',
    givenName: 'Given name',
    sex: 'Sex',
    bornOn: 'Date of birth',
    birthPlace: 'Place of birth',
    taxCode: 'Tax code',
    citizenships: 'Citizenships',
    maritalStatus: 'Marital status',
    country: 'Country of residence',
    locality: 'Town',
    street: 'Street',
    houseNumber: 'Number',
    postCode: 'Post code',
  },
  sexes: { F: 'F', M: 'M' },
  maritalStatuses: {
    single: 'single',
    married: 'married',
    widowed: 'widowed',
    divorced: 'divorced',
    civil_union: 'in a civil union',
    union_dissolved: 'free after the union was dissolved',
    union_ended_by_death: 'free after the death of the partner',
  },
  enrolled: {
    resident: (town, since) => `Today: resident in ${town} since ${since}.`,
    aire: (town, since) => `Today: registered with AIRE in ${town} since ${since}.`,
  },
  enterChange: 'Enter in the record',
  enterHint: 'When the record shows the change, the file closes by itself within a minute.',
  openRecord: 'Open the record',

  answers: 'The application, answer by answer',
  entry: (one, number) => `${one} ${number}`,
  noAnswer: 'not answered',
  documents: 'Documents',
  noDocument: 'No file.',
  otherDocuments: 'Other documents',
  messages: 'Messages',
  noMessages: 'No messages yet.',
  timeline: 'What has happened',

  decide: 'Decide',
  confirm: 'Confirm the registration',
  confirmLead: 'The file is completed; the person and the consulate read it at once.',
  registeredOnLabel: 'From when the registration holds',
  registeredOnHint: 'As a rule the day on which the declaration reached the consulate (L. 470/1988 art. 6)',
  actLabel: 'Act or protocol number of the municipality',
  actHint: 'For example “Prot. 4711/2026”',
  refuse: 'Do not confirm',
  refuseLead:
    'The file goes back to the same official of the consulate. The official and the person read the reasons.',
  reasonsLabel: 'Why it cannot be confirmed',
  textLabel: 'Explanation',
  textHint: 'What is missing or does not fit, and what the person or the consulate has to do.',
  write: 'Write to the consulate',
  writeLabel: 'Message',
  writeHint: 'Only the two offices read it. The person sees that you wrote to each other, not what.',
  writeSubmit: 'Send to the consulate',

  done: {
    take: 'You have the file in hand.',
    put_back: 'The file is among the new ones again.',
    confirm: 'Confirmed: the file is completed. The consulate and the person know.',
    refuse: 'The file went back to the consulate with the reasons.',
    write: 'The consulate has your message.',
  },
  refusals: {
    no_such_case_file: 'This file is not your municipality’s.',
    not_now:
      'This is no longer possible: the file does not wait for the municipality any more. See below how it stands.',
    take_first: 'Take the file in hand first, then decide. What you wrote is still here.',
    in_hand_of_colleague:
      'A colleague has the file in hand. If they are away, take it over. What you wrote is still here.',
    confirmation_incomplete: 'Data are missing for a confirmation: see the marked fields.',
    no_reasons: 'Choose at least one reason.',
    no_text: 'Write the explanation: whoever has to put it right reads it.',
    text_too_long: 'The text is too long: 2,000 characters at most.',
    key_reused: 'This form was sent before with other data. Reload the page and fill it in again.',
  },
  changedMeanwhile: (what, when) =>
    `The file has changed in the meantime: ${what} (${when}). What you wrote is still here: check it and send it again.`,
  changedSomehow:
    'The file has changed in the meantime. What you wrote is still here: check it and send it again.',
  problems: {
    not_a_date: 'Write a date that exists.',
    in_the_future: 'The day is in the future: write from when the registration holds.',
    before_the_law: 'The day is before 22 November 1988, when there was no AIRE.',
    no_act: 'Write the act or the protocol number by which the municipality registered the person.',
  },
};
