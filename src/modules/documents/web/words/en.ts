import type { it } from './it.ts';

export const en: typeof it = {
  refusals: {
    empty: 'The file is empty. Check that you chose the right one and upload it again.',
    too_large:
      'The file is larger than 40 MB. Split the document into several files and upload them one by one.',
    stays_too_large:
      'Even made smaller, the file is larger than 10 MB. Split the document into several files and upload them one by one.',
    picture_too_small:
      'The picture is too small: its text cannot be read. Photograph the document again from close up, not a thumbnail of it.',
    blank_picture:
      'Nothing can be seen in the picture: it is all of one colour. Photograph the document again with more light.',
    phone_picture:
      'We cannot open photos in HEIC format. On an iPhone choose Settings, Camera, Formats, “Most Compatible” and take the photo again, or export it as JPEG.',
    too_many_files:
      'You can attach 5 files at most. Remove one, or send the others with a message afterwards.',
    kind_not_accepted:
      'We cannot take this kind of file. Send a photo (JPG, PNG, WebP, TIFF, AVIF) or a PDF: a text document can be saved as a PDF.',
    kinds_disagree:
      'What is in the file does not match its name. Open it, save it again as JPG, PNG, WebP or PDF, and upload it.',
    too_many_pixels:
      'The picture is too large: the most is 50 megapixels. Save it smaller and upload it again.',
    unreadable_picture:
      'We cannot open this picture: it seems damaged. Save it again or take the photo again.',
    unreadable_pdf: 'We cannot open this PDF: it seems damaged. Print it to PDF again and upload it.',
    encrypted_pdf: 'The PDF is protected by a password. Save a copy without a password and upload that.',
    active_pdf:
      'The PDF contains programs or other files and we cannot take them out. Print it to PDF and upload the copy.',
    too_many_pages: 'The PDF has more than 40 pages. Upload only the pages that are needed.',
    infected: 'The virus check found a danger in this file, so we deleted it. Check your device.',
    scanner_away: 'The virus check does not answer, so the file was not taken. Try again in a few minutes.',
    quota_full:
      'Your files already fill the space available (100 MB). Remove those that are not needed, or write to the office without attachments.',
  },
  transfers: {
    too_many_transfers:
      'You have 10 files on their way already. Wait until they are done, or cancel one, and try again.',
    no_such_transfer: 'The upload has expired or was cancelled. Choose the file again.',
    not_all_here: 'The file did not arrive whole. Choose it again: the upload goes on from where it was.',
    other_offset:
      'This part of the file does not follow those that are here. Ask where to go on and try again.',
  },
  about: (name, sentence) => `${name}: ${sentence}`,
  accepted:
    'Photos or PDF without a password, 5 files in all, 40 MB each at most: we make large files smaller.',
  summary:
    'The whole document, in focus, without reflections. We straighten photos and take out hidden data, such as where they were taken.',
  guideLink: 'How to photograph a document',
  guide: {
    title: 'How to photograph a document',
    lead: 'A good photo saves you from being asked for it again. A phone and a table are enough.',
    steps: [
      'Put the document on a table of another colour, near a window. Take it out of any cover.',
      'Hold the phone above the document, parallel to the table, so that the document nearly fills the picture.',
      'Tap the document on the screen to focus, hold the phone still and take the photo.',
      'Look at the photo enlarged: you must be able to read everything, even the smallest print.',
    ],
    well: 'This is right',
    badly: 'With these the office asks you again',
    shots: {
      good: {
        title: 'Whole, straight, in focus',
        advice: 'All four corners can be seen, with a little of the table around them.',
      },
      pages: {
        title: 'One photo for each page, in order',
        advice: 'Front and back, or the pages one after another: we join them in one PDF.',
      },
      cut: {
        title: 'Cut off or crooked',
        advice: 'A corner is missing: move the phone away a little and straighten it.',
      },
      blurred: {
        title: 'Shaken or out of focus',
        advice: 'Rest your elbows and tap the document on the screen before you take the photo.',
      },
      dark: {
        title: 'Too dark',
        advice: 'Go near a window or turn on another light, without casting a shadow.',
      },
      glare: {
        title: 'With reflections',
        advice: 'Turn off the flash and tilt the document a little until the reflection goes.',
      },
      covered: {
        title: 'Covered',
        advice: 'Fingers must not cover anything: put the document down, do not hold it.',
      },
      far: { title: 'Too far away', advice: 'The text becomes small and cannot be read: go closer.' },
    },
    weDo: 'What we do',
    done: [
      'We straighten photos and make them lighter: you can send files of up to 40 MB.',
      'We take out hidden data, such as where the photo was taken, and everything in a PDF that moves or opens by itself.',
      'We tell you at once if the photo is hard to read. If you cannot take a better one, you can send it all the same.',
    ],
    kindsTitle: 'Which files are right',
    kinds:
      'JPG, PNG, WebP, TIFF or AVIF photos and PDFs without a password, of up to 40 pages. HEIC photos of an iPhone are not: in Settings, Camera, Formats choose “Most Compatible”.',
  },
  camera: 'Take a photo now',
  up: 'Up',
  down: 'Down',
  turn: 'Turn',
  upFile: (name) => `Move ${name} up`,
  downFile: (name) => `Move ${name} down`,
  turnFile: (name) => `Turn ${name} to the right`,
  bind: (photos) => `Join ${photos} photos in one PDF`,
  bindHint: 'Are they the pages of one document?',
  bindsItself: 'When you send the form, the photos become the pages of one PDF, in this order.',
  cannotBind: 'The photos together are too large for one PDF. Remove some, or leave them separate.',
  pageOf: (name, number) => `${name}, page ${number}`,
  furtherPages: (count) =>
    count === 1
      ? 'There is one more page: open the document.'
      : `There are ${count} more pages: open the document.`,
  hardToRead: 'Hard to read',
  pages: (count) => (count === 1 ? '1 page' : `${count} pages`),
  warnings: {
    small: 'The photo is small: its text may not be readable.',
    blurred: 'The photo looks blurred: hold the phone still and tap the document on the screen to focus.',
    dark: 'The photo is very dark: go near a window or turn on the light.',
    bright: 'The photo is too bright: avoid direct light and reflections.',
    faint:
      'In the photo the text hardly stands out from the background: it needs more light, without reflections.',
  },
  keepAnyway: 'If you can, take it again; if you cannot take a better one, leave it as it is.',
  notScanned: 'Not checked for viruses: this system has no virus check.',
  moving: {
    sending: '{name}: {percent} %',
    begun: 'Uploading {name}',
    checking: '{name}: here, being checked…',
    paused: '{name}: paused at {percent} %',
    waiting: '{name}: connection lost, trying again in {seconds} s',
    pause: 'Pause',
    goOn: 'Go on',
    cancel: 'Cancel',
    failed:
      'The upload did not work. Check your connection and choose the file again: it goes on from where it was.',
    afterwards: 'The files are still on their way: the form goes off by itself as soon as they are here.',
  },
  add: 'Add the chosen files',
  waiting: (count) => (count === 1 ? '1 file ready to send' : `${count} files ready to send`),
  remove: 'Remove',
  removeFile: (name) => `Remove ${name}`,
  kilobytes: (size) => `${size} kB`,
  megabytes: (size) => `${size} MB`,
  download: (name) => `Download ${name}`,
  erased: (day) => `File erased on ${day}`,
  noSuchFile: 'The file is no longer among those to send.',
};
