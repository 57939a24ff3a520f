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
  cleaned: 'We take hidden data out of photos, such as the place where they were taken.',
  add: 'Add the chosen files',
  waiting: (count) => (count === 1 ? '1 file ready to send' : `${count} files ready to send`),
  remove: 'Remove',
  removeFile: (name) => `Remove ${name}`,
  kilobytes: (size) => `${size} kB`,
  megabytes: (size) => `${size} MB`,
  download: (name) => `Download ${name}`,
  erased: (day) => `File erased on ${day}`,
  sending: 'Uploading the file…',
  failed: 'The upload did not work: check your connection and choose the file again.',
  noSuchFile: 'The file is no longer among those to send.',
};
