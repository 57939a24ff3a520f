import type { it } from './it.ts';

export const en: typeof it = {
  events: {
    submitted: {
      subject: (title) => `Request received: ${title}`,
      paragraphs: [
        'We have received your request. The office reads requests in the order in which they come.',
        'From the link below you see how it stands, write to the office and read the answers. If you did not write this request, you need not do anything.',
      ],
    },
    taken: {
      subject: (title) => `Taken in charge: ${title}`,
      paragraphs: [
        'An official of the office has taken your request in charge. We write to you when there is an answer.',
      ],
    },
    put_back: {
      subject: (title) => `Back in the queue: ${title}`,
      paragraphs: [
        'The official has put your request back into the queue, so that a colleague deals with it. It keeps its date: you do not lose your place.',
      ],
    },
    written: {
      subject: (title) => `New message: ${title}`,
      paragraphs: ['The office has written you a message. The request stays open.'],
    },
    asked: {
      subject: (title) => `It is your turn: ${title}`,
      paragraphs: [
        'To go on, the office needs something from you. Read what it is and reply from the link below.',
      ],
    },
    answered: {
      subject: (title) => `Answer: ${title}`,
      paragraphs: [
        'The office has answered your request.',
        'If the answer is not enough, write again within 30 days on the same page: the same official takes it up.',
      ],
    },
    corrected: {
      subject: (title) => `Data corrected: ${title}`,
      paragraphs: [
        'The office has corrected your data as you asked. Check them on your profile page.',
        'If you did not ask for this correction, write to the office at once.',
      ],
    },
    rejected: {
      subject: (title) => `Request rejected: ${title}`,
      paragraphs: [
        'The office cannot grant your request. The reasons are on the page of the request.',
        'If things change, or you have other documents, you can make a new request.',
      ],
    },
    cancelled: {
      subject: (title) => `Request cancelled: ${title}`,
      paragraphs: [
        'The request is cancelled and the office does not deal with it. You can make another one whenever you like.',
      ],
    },
    taken_up_again: {
      subject: (title) => `Request reopened: ${title}`,
      paragraphs: ['You wrote again: the request is open and goes back to the same official.'],
    },
  },
  data: {
    name: 'name and surname',
    birth_date: 'date of birth',
    birth_place: 'place of birth',
    tax_code: 'tax code',
    email: 'e-mail address',
  },
  titles: {
    'technical-help': 'Technical help',
    question: 'Question to the office',
    'identity-correction': 'Correction of data',
  },
  about: (title, detail) => `${title}: ${detail}`,
  greeting: (name) => (name === null ? 'Hello,' : `Hello ${name},`),
  onBehalf: (name: string) =>
    `You act on behalf of ${name}: this letter is about a request of theirs, and they have it, too.`,
  facts: (title, reference, office) => `Request: ${title}. Code: ${reference}. Office: ${office}.`,
  action: 'Open the request',
  formEvents: {
    submitted: {
      subject: (title) => `File submitted: ${title}`,
      paragraphs: [
        'We have received your file. The office works on files in the order in which they come.',
        'The link below shows how it stands. You can cancel it until an official has taken it in charge.',
      ],
    },
    taken: {
      subject: (title) => `File in progress: ${title}`,
      paragraphs: ['An official of the office has taken your file in charge and is checking it.'],
    },
    put_back: {
      subject: (title) => `File back in the queue: ${title}`,
      paragraphs: [
        'The official has put your file back into the queue, so that a colleague deals with it. It keeps its date: you do not lose your place.',
      ],
    },
    written: {
      subject: (title) => `New message: ${title}`,
      paragraphs: ['There is a new message on your file. Read it from the link below.'],
    },
    verification_failed: {
      subject: (title) => `To be corrected: ${title}`,
      paragraphs: [
        'Something in your file can be put right by you: the page says what, point by point.',
        'Correct it and send it again: it goes back to the same official and keeps its date.',
      ],
    },
    resubmitted: {
      subject: (title) => `Corrections sent: ${title}`,
      paragraphs: ['We have received your corrections. The same official has the file again.'],
    },
    sent_to_municipality: {
      subject: (title) => `Sent to the municipality: ${title}`,
      paragraphs: [
        'The office has checked the file and sent it to the municipality, which has to confirm.',
        'You need not do anything: we write to you when the municipality answers.',
      ],
    },
    refused_by_municipality: {
      subject: (title) => `The municipality did not confirm: ${title}`,
      paragraphs: [
        'The municipality could not confirm and explained why: the reasons are on the page of the file.',
        'The file is in progress again at the office, which will tell you what to do.',
      ],
    },
    defined: {
      subject: (title) => `File completed: ${title}`,
      paragraphs: ['The file was completed successfully. The page says what has changed.'],
    },
    rejected: {
      subject: (title) => `File rejected: ${title}`,
      paragraphs: [
        'The office cannot grant the file. The reasons, and what you can do now, are on the page.',
      ],
    },
    cancelled: {
      subject: (title) => `File cancelled: ${title}`,
      paragraphs: [
        'The file is cancelled and the office no longer deals with it. You can make another one at any time.',
      ],
    },
  },
  formFacts: (title, protocol, office) => `File: ${title}. Protocol: ${protocol}. Office: ${office}.`,
  formAction: 'Open the file',
};
