import type { it } from './it.ts';

const keyReused = 'This form was already sent with different data. Reload the page and fill it in again.';

const codes = {
  not_an_email: 'Write a complete e-mail address, for example name@mail.example',
  same_email: 'This is already your e-mail address. Write the new one.',
  too_soon: 'We sent you a code less than a minute ago. Wait a minute and try again.',
  too_many_codes: 'We have already sent many codes to this address today. Try again tomorrow.',
};

export const en: typeof it = {
  start: {
    'technical-help': {
      title: 'Technical help',
      lead: 'Does something on the site not work? Describe it and attach screenshots: the people of your office answer.',
      text: 'What happens',
      textHint: 'Write what you wanted to do, what happened and when. Never write your password.',
    },
    question: {
      title: 'Write to the office',
      lead: 'Your question goes to the office that deals with this service. The answer appears here and we tell you by e-mail.',
      text: 'Your question',
      textHint: 'Write only what is needed to answer.',
    },
    'identity-correction': {
      title: 'Correct your data',
      lead: 'Name, date and place of birth, tax code and verified e-mail are corrected by the office, with a document that proves it.',
      text: 'Why it has to be corrected',
      textHint: 'For example: the surname is misspelt, as the passport shows.',
    },
  },
  questions: {
    given_name: { label: 'Correct name', hint: 'As in the document that you attach' },
    family_name: { label: 'Correct surname', hint: 'As in the document that you attach' },
    born_on: { label: 'Correct date of birth' },
    birth_place: { label: 'Correct place of birth', hint: 'Municipality, or city and country' },
    tax_code: { label: 'Correct tax code', hint: '16 letters and numbers' },
    new_tax_code: {
      label: 'New tax code, if it changes too',
      hint: 'Name, surname and date of birth make up the tax code',
    },
    email: { label: 'New e-mail', hint: 'We send a code there: type it on the page of the request' },
  },
  states: {
    submitted: 'In the queue',
    in_progress: 'In progress',
    waiting_for_person: 'Waiting for you',
    answered: 'Answered',
    verification_failed: 'Verification failed',
    sent_to_municipality: 'Sent to the municipality',
    closed_with_correction: 'Data corrected',
    defined: 'Completed',
    rejected: 'Rejected',
    cancelled_by_user: 'Cancelled',
  },
  next: {
    submitted:
      'The office reads requests in the order in which they come. You need not do anything: we write to you at each step.',
    in_progress: 'An official has the request in charge. We write to you when there is an answer.',
    waiting_for_person: 'It is your turn: read what the office asks and reply below.',
    answered: 'The office has answered. If the answer is not enough, write again below within 30 days.',
    verification_failed:
      'The office found something that you can correct: read the indications, correct and send again. You keep your date.',
    sent_to_municipality:
      'The office checked the file and sent it to the municipality, which has to confirm. You need not do anything.',
    closed_with_correction: 'The office has corrected your data. Check them in your profile.',
    defined: 'The file was completed successfully.',
    rejected:
      'The office did not grant the request: the reasons are in the messages. With new documents you can make another one.',
    cancelled_by_user: 'You cancelled the request. If you need to, you can make another one.',
  },
  events: {
    'case-file.submitted': 'Request sent',
    'case-file.taken': 'Taken in charge by an official',
    'case-file.put-back': 'Put back into the queue, with its date',
    'case-file.person-wrote': 'New message from the person',
    'case-file.office-wrote': 'New message from the office',
    'case-file.asked': 'The office asked for more',
    'case-file.replied': 'Reply to the office',
    'case-file.answered': 'The office answered',
    'case-file.corrected': 'The office corrected the data',
    'case-file.rejected': 'The office rejected the request',
    'case-file.cancelled': 'Request cancelled',
    'case-file.taken-up-again': 'Request reopened',
    'case-file.closed-with-account': 'Closed together with the account',
    'case-file.handed-over': 'Handed over to a colleague',
    'case-file.noted': 'Internal note of the office',
    'case-file.verification-failed': 'Verification failed: to be corrected',
    'case-file.resubmitted': 'Corrections sent',
    'case-file.sent-to-municipality': 'Sent to the municipality',
    'case-file.municipality-reminded': 'Municipality reminded',
    'case-file.confirmed': 'Confirmed by the municipality',
    'case-file.refused-by-municipality': 'The municipality did not confirm',
    'case-file.defined': 'Completed',
    'case-file.read': 'Read by an official',
    'case-file.checked': 'Check marked',
    'case-file.entry-of-another-account':
      'The consular register has an entry of this person under another account',
    'case-file.taken-by-municipality': 'Taken in hand by an officer of the municipality',
    'case-file.put-back-by-municipality': 'Put back among the new files of the municipality',
    'case-file.offices-wrote': 'The two offices wrote to each other',
    'case-file.registry-differs': 'The municipality was told that the registry does not show the change yet',
    'case-file.shown-by-registry': 'The registry shows the change',
  },
  submitRefusals: {
    ...codes,
    sign_in_required: 'Sign in first for this request: so we know whose data they are.',
    no_office: 'Choose the office to write to.',
    documents_missing:
      'Attach at least one document that proves the right datum: without proof the office cannot correct it.',
    too_many_requests:
      'This address has already sent 10 requests in the last 24 hours. Go on in one that is open, or try again tomorrow.',
    open_already:
      'You already have an open request to correct this datum. Open it from “My requests” and write there.',
    nothing_to_correct: 'What you wrote is what we have already: there is nothing to correct.',
    tax_code_does_not_fit:
      'The tax code does not match name, surname and date of birth. If the code changes too, write the new one; if not, check what you wrote.',
    key_reused: keyReused,
  },
  personRefusals: {
    no_such_case_file: 'This request does not exist or is not yours.',
    too_late:
      'This is no longer possible: the request has changed meanwhile. Below you see how it stands. If you need something else, make a new request.',
    key_reused: keyReused,
  },
  list: {
    title: 'My requests',
    lead: 'Everything that you asked of offices in writing.',
    empty: 'You have no requests.',
    emptyNext: 'When you write to an office, you find here the question, the answer and what happens next.',
    open: 'Open',
    closed: 'Finished',
    make: 'Make a request',
    all: 'All my requests',
    sent: (day) => `Sent on ${day}`,
  },
  choose: {
    title: 'Make a request',
    lead: 'What do you need?',
    which: 'Which datum has to be corrected?',
    whichSubmit: 'Continue',
    services: 'For questions about a service, open its page and choose “Write to the office”.',
    toServices: 'Go to the services',
  },
  form: {
    office: 'Office to write to',
    officeHint: 'That of the place where you live',
    officeEmpty: 'Choose an office',
    toOffice: 'The request goes to',
    email: 'Your e-mail',
    emailHint: 'The one you registered with: the answer goes there, with a link to read it',
    answersGoTo: 'Answers go to',
    now: 'Today it reads',
    files: 'Attachments',
    filesHelp: 'Screenshots help to understand.',
    filesProof:
      'A document that proves the right datum: passport, identity card, birth certificate, tax code card.',
    submit: 'Send the request',
    by: (law, days) => `The office answers within ${days} days (${law}).`,
    signIn: 'Sign in',
    missing: 'Fill in this field',
    tooLong: (most) => `Write ${most} characters at most`,
    date: 'Write a date that exists, in the past',
    taxCode: 'The tax code has 16 letters and numbers: check it',
    datum: 'Choose which datum has to be corrected',
    noResponsible:
      'No consular office belongs to your address, so no office can correct your data here. If you live in Italy, turn to your municipality. If you live abroad, first check the place of residence in your profile.',
    toProfile: 'Go to your profile',
    service: (title) => `Service: ${title}`,
  },
  sent: {
    title: 'Request sent',
    text: 'We have received the request. We wrote to the address that you gave: the message has the link to follow it and to read the answer.',
    junk: 'If you cannot find it, look into the junk folder.',
    reference: 'Code of the request',
  },
  file: {
    state: 'State',
    office: 'Office',
    reference: 'Code',
    sentOn: 'Sent',
    turn: 'Whose turn',
    turns: {
      municipality: 'the municipality',
      office: 'the office’s',
      person: 'yours',
      nobody: 'nobody’s: it is finished',
    },
    due: 'Answer by',
    dueLaw: (day, law) => `${day} (${law})`,
    position: 'Place in the queue',
    positionText: (place) =>
      place === 1
        ? 'You are the first in the queue'
        : place === 2
          ? 'There is 1 request before yours'
          : `There are ${place - 1} requests before yours`,
    usual: (from, until) =>
      from === until
        ? `The answer usually comes within ${from === 1 ? '1 day' : `${from} days`}`
        : `The answer usually comes within ${from}–${until} days`,
    noUsual: 'The office has not closed enough requests yet to say how long it usually takes.',
    whatNext: 'What happens now',
    messages: 'Messages',
    you: 'You',
    person: 'The person',
    theOffice: 'The office',
    theMunicipality: 'The municipality',
    kinds: {
      message: '',
      request_for_more: 'Something is needed from you',
      answer: 'Answer',
      rejection: 'Reasons for the rejection',
      correction_wanted: 'What to correct',
      municipal_refusal: 'Why the municipality did not confirm',
      internal_note: 'Internal note: only the office sees it',
      between_offices: 'Message between the offices, the person does not read it',
    },
    timeline: 'What has happened',
    actors: { citizen: 'the person', visitor: 'the person', official: 'the office', system: 'the system' },
    was: 'Today it reads',
    wanted: 'It should read',
    unknown: 'not given',
    write: 'Write to the office',
    writeReply: 'Reply to the office',
    writeAgain: 'Not enough? Write again',
    text: 'Message',
    send: 'Send',
    written: 'Your message has reached the office.',
    cancel: 'Cancel the request',
    cancelTitle: 'Do you want to cancel this request?',
    cancelText:
      'The office no longer deals with it and you lose your place in the queue. You can always make a new one.',
    cancelYes: 'Yes, cancel it',
    cancelNo: 'No, keep it',
    cancelled: 'You cancelled the request.',
    submitted: 'The request has reached the office. We sent you an e-mail.',
    keptUntil: (day) => `This request and its attachments are kept until ${day}, then they are erased.`,
  },
  email: {
    title: 'Confirm the new e-mail',
    text: (email) =>
      `We sent a code of 6 digits to ${email}. Type it here: only then can the office change the address.`,
    code: 'Code',
    submit: 'Confirm',
    again: 'Send another code',
    resent: 'We sent you another code.',
    wrong: 'The code is not right or has expired. Check the last e-mail, or have another code sent.',
    proven: 'The new e-mail is confirmed: the office can write it into your data.',
    codes,
  },
  section: {
    title: 'My requests',
    none: 'No open requests.',
  },
  desk: {
    desk: 'Desk',
    title: 'Requests',
    counts: (waiting, mine) =>
      `${waiting === 1 ? '1 request in the queue' : `${waiting} requests in the queue`}, ${mine} in your charge.`,
    next: 'Take the next one',
    nextHint: 'The oldest of the queue: who comes first is served first.',
    empty: 'The queue is empty.',
    mine: 'In your charge',
    queue: 'In the queue, the oldest first',
    colleagues: 'In the charge of colleagues',
    nothing: 'None.',
    about: 'Request',
    who: 'Who',
    arrived: 'Came',
    due: 'Term',
    state: 'State',
    daysLeft: (days) =>
      days < 0
        ? `${-days === 1 ? '1 day' : `${-days} days`} overdue`
        : days === 0
          ? 'ends today'
          : days === 1
            ? '1 day left'
            : `${days} days left`,
    withoutAccount: 'not signed in',
    reply: 'Text for the person',
    replyHint: 'They read it on the page of the request; by e-mail they only get the notice.',
    saved: 'Saved reply',
    savedNone: 'None',
    insert: 'Insert',
    actions: {
      take: 'Take in charge',
      put_back: 'Put back into the queue',
      write: 'Send and keep open',
      ask: 'Ask for more and wait',
      answer: 'Answer and close',
      correct: 'Correct the datum and close',
      reject: 'Reject with these reasons',
    },
    correctHint:
      'The datum changes at once in the person’s profile, and they read it by e-mail. The correction stays in the history.',
    emailProven: 'The person has confirmed the new address with the code.',
    emailNotProven: 'The person has not confirmed the new address with the code yet: ask them to do it.',
    textMissing: 'Write the text for the person: a rejection needs its reasons.',
    done: 'Done.',
    replies: 'Saved replies',
    repliesLead:
      'Texts that the office uses often, in Italian and English: the person reads them in their language.',
    replyTitle: 'Title',
    replyIt: 'Text in Italian',
    replyEn: 'Text in English',
    keep: 'Save the reply',
    remove: 'Delete',
    refusals: {
      no_such_case_file: 'This request is not your office’s.',
      not_now: 'This is no longer possible: somebody has changed the state of the request meanwhile.',
      queue_empty: 'The queue is empty: a colleague has just taken the last one.',
      no_such_account:
        'The account is no longer your office’s, or it is closed: the datum cannot be corrected from here.',
      tax_code_does_not_fit:
        'With this correction the tax code would no longer match the data. Ask the person for the new tax code.',
      email_not_proven: 'The person has not confirmed the new address with the code yet. Ask them to do it.',
      email_not_usable:
        'This address belongs to another account, is blocked, or is temporary: it cannot be written down. Reject with this reason.',
      key_reused: keyReused,
    },
  },
};
