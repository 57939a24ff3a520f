import type { it } from './verify.it.ts';

export const en: typeof it = {
  title: 'Check a document',
  lead: 'Check whether a certificate or a proof is genuine, whether it still counts and whether somebody has changed it. You do not need an account.',
  words: {
    valid: 'Valid',
    expired: 'Expired',
    revoked: 'Revoked',
    altered: 'Altered',
    unknown: 'Unknown',
    cannot_tell: 'We cannot tell',
  },
  reasons: {
    holds: {
      what: 'The document is genuine, has not been changed and counts today.',
      todo: 'Compare the details below with the paper: they must be the same.',
    },
    past_validity: {
      what: 'The document is genuine, but the time in which it counts is over.',
      todo: 'Ask the person for a new one.',
    },
    seal_key_expired: {
      what: 'The seal was put with a certificate that had already expired at that time.',
      todo: 'Do not accept the document: ask for a new one.',
    },
    withdrawn: {
      what: 'The document was genuine but has been revoked: it no longer counts.',
      todo: 'Do not accept it: ask the person for a new one.',
    },
    replaced: {
      what: 'The document has been revoked and replaced by a new one.',
      todo: 'Ask the person for the new document: it is in their list.',
    },
    key_withdrawn: {
      what: 'The key that signed this code has been withdrawn: what it signed no longer counts.',
      todo: 'Ask the person to download the document again.',
    },
    changed: {
      what: 'The content is not what we issued: something has been changed.',
      todo: 'Do not accept the document. Ask for the original file, as it was downloaded.',
    },
    added_to: {
      what: 'Something was added to the file after the seal. This also happens when somebody annotates it, signs it or saves it with another program.',
      todo: 'Ask for the original file, as it was downloaded.',
    },
    damaged: {
      what: 'The code begins like ours, but the rest cannot be read: it is damaged or changed.',
      todo: 'Scan the code again in better light. If that does not help, upload the file or type the verification code.',
    },
    foreign_seal: {
      what: 'The file has a seal or a signature, but it is not ours.',
      todo: 'Ask whoever signed it how to check it. If it was meant to be one of our documents, do not accept it.',
    },
    no_seal: {
      what: 'Our seal is not in this file. A print, a scan or a copy that was saved again does not keep it.',
      todo: 'Ask for the original file, or type the verification code printed on the document.',
    },
    not_ours: {
      what: 'This code is not one of ours.',
      todo: 'Check that you scanned the code of the document and not another one. If you did, do not accept the document.',
    },
    not_in_register: {
      what: 'There is no such document in the register of sealed documents.',
      todo: 'Check the code letter by letter. If it is right, do not accept the document.',
    },
    no_lists: {
      what: 'We cannot check without a network: this device has not yet downloaded the list of revocations.',
      todo: 'Connect to the internet and try again.',
    },
    old_lists: {
      what: 'The list of revocations on this device is too old: the document may have been revoked since.',
      todo: 'Connect to the internet and try again.',
    },
    lists_put_back: {
      what: 'The list that has just arrived is older than one that this device has seen before: somebody may have put it in the place of the new one.',
      todo: 'Do not trust the document yet. Change the network and try again, or check by the printed code or the PDF.',
    },
    no_register: {
      what: 'We cannot reach the register at the moment.',
      todo: 'Try again in a few minutes. Nothing suggests that the document is not valid.',
    },
  },
  result: 'Result of the check',
  again: 'Check another document',
  scan: {
    title: 'Scan the QR code',
    lead: 'It also works without a network, if you have opened this page in the last 24 hours.',
    start: 'Open the camera',
    stop: 'Close the camera',
    camera: 'Picture of the camera',
    refused:
      'The camera does not open. Check the permissions of your browser, or use one of the other two ways.',
    without: 'Scanning the code needs JavaScript and a camera. You can use the other two ways.',
    offline: 'Checked on this device, with the lists downloaded on',
    forgets:
      'This browser does not remember the lists that it has seen: if somebody put back an older one, it would not show here.',
  },
  file: {
    title: 'Upload the PDF file',
    label: 'PDF file of the document',
    hint: 'The original file, at most 10 MB. We check it and do not keep it.',
    button: 'Check the file',
    missing: 'Choose the PDF file to check.',
    tooLarge:
      'The file is larger than 10 MB. Our documents are much smaller: check that you chose the right one.',
  },
  code: {
    title: 'Type the verification code',
    label: 'Verification code',
    hint: '18 letters and digits, printed below the QR code. Capitals and hyphens do not matter.',
    button: 'Check the code',
    wrong:
      'There is a mistake in the code: its check letters do not fit. Compare it with the printed one and correct it.',
  },
  facts: {
    subject: 'Document',
    number: 'Number',
    issuedOn: 'Issued on',
    validUntil: 'Counts until',
    holder: 'Initials of the person',
    says: 'Says that the person',
    sealedBy: 'Seal of',
    sealedAt: 'Sealed on',
  },
  proof: 'Proof for one purpose',
  certificate: 'Certificate',
  claims: {
    of_age: 'is of age',
    italian_citizen: 'is an Italian citizen',
    resident_in: 'is resident in {0}',
    resident_in_since: 'is resident in {0} since at least {1}',
    resident_abroad: 'is in the register of Italians abroad, resident in {0}',
  },
  facSimile: 'This is a demonstration: the documents that it issues are FAC-SIMILE and prove nothing.',
  authority: {
    title: 'Checking without us',
    lead: 'Anybody can check the seal with a PDF reader and the QR code with a program of their own.',
    link: 'How to check without this page',
    root: 'The certificate of the authority',
    rootText:
      'Install it among the authorities that your PDF reader trusts: its panel of signatures will then show the seal as valid.',
    download: 'Download the certificate of the authority (PEM)',
    print: 'SHA-256 fingerprint',
    lists: 'The public lists',
    listsText: 'Keys of the QR codes and revoked documents, signed and updated every day.',
    keys: 'List of keys (JSON)',
    revocations: 'List of revocations (JSON)',
    format:
      'In the QR code, after the # sign, is a COSE_Sign1 message (RFC 9052) signed with ES256. The seal of the PDF is PAdES level B-T (ETSI EN 319 142-1).',
  },
};
