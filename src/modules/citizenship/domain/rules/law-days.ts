import { toDay } from '../reasoning/day.ts';

/** The days on which the law changed; each belongs to the new law unless its name says `last`. */
export const lawDays = {
  kingdom: toDay('1861-03-17'),
  constitution: toDay('1948-01-01'),
  /** British Nationality Act 1948: marriage no longer makes a wife British. */
  britishNationalityAct: toDay('1949-01-01'),
  majorityAt18: toDay('1975-03-10'),
  /** Corte cost. 87/1975: no loss by marriage any more. */
  wivesKeep: toDay('1975-04-23'),
  familyReform: toDay('1975-09-20'),
  spouseApplies: toDay('1983-04-27'),
  lastLossByAcquisition: toDay('1992-08-15'),
  freeAcquisition: toDay('1992-08-16'),
  /** Last day of chapter I of the Strasbourg Convention for Italy. */
  lastStrasbourg: toDay('2010-06-03'),
  civilUnions: toDay('2016-06-05'),
  languageCertificate: toDay('2018-12-04'),
  /** The decree of the new art. 3-bis, and its conversion. */
  bar: toDay('2025-03-28'),
  barConverted: toDay('2025-05-24'),
  centralOffice: toDay('2029-01-01'),
} as const;

/** 27 March 2025, 23:59 in Rome; the whole minute is in time, so this is the first instant that is late. */
export const firstLateInstant = Date.UTC(2025, 2, 27, 23, 0, 0);

/** States bound by chapter I of the Strasbourg Convention of 1963, with the last day where they left before Italy. */
export const strasbourgStates: Readonly<Record<string, number>> = {
  AT: lawDays.lastStrasbourg,
  BE: toDay('2008-04-27'),
  DE: toDay('2002-12-21'),
  DK: lawDays.lastStrasbourg,
  FR: toDay('2009-03-04'),
  LU: toDay('2009-07-09'),
  NL: lawDays.lastStrasbourg,
  NO: lawDays.lastStrasbourg,
  SE: toDay('2002-06-29'),
};
