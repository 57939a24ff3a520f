/** Why an official opens a record; people read it in their language (RG-5). */
export const readingReasons = [
  'counter',
  'correction',
  'procedure',
  'certificate',
  'electoral',
  'verification',
] as const;
export type ReadingReason = (typeof readingReasons)[number];
