import { dayAt } from '#kernel/civil-date.ts';
import { fold } from '#kernel/fold.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { type Appointment, referenceOf } from '../domain/appointment.ts';
import { mayEnter, type NotToday } from '../domain/arrival.ts';
import { readPresented } from '../domain/entry-code.ts';
import { listDay, type Serving, seeExpected } from './serve-day.ts';

/** Somebody at the door, with the reason where they cannot be let in as arrived. */
export interface Arrival {
  readonly appointment: Appointment;
  readonly notToday: NotToday | undefined;
}

export type ArrivalRefusal =
  /** The signature is not ours: copied badly, or made up. */
  | { readonly code: 'forged' }
  | { readonly code: 'other_office'; readonly officeId: string }
  /** A true code, but the office has no such appointment. */
  | { readonly code: 'gone' }
  | { readonly code: 'nobody' };

/** Finds who stands at the door: by the scanned code, else by the short code or the name among those of today. */
export async function findArrivals(
  deps: Deps,
  serving: Serving,
  raw: string,
): Promise<Outcome<Arrival[], ArrivalRefusal>> {
  const zone = findOffice(serving.officeId)?.timeZone ?? 'UTC';
  const arrival = (appointment: Appointment): Arrival => ({
    appointment,
    notToday: mayEnter(appointment, { now: deps.now(), zone }),
  });
  const presented = readPresented(deps.keys, raw);
  switch (presented.kind) {
    case 'forged':
      return refused({ code: 'forged' });
    case 'code': {
      const { officeId, id } = presented;
      if (officeId !== undefined && officeId !== serving.officeId) {
        return refused({ code: 'other_office', officeId });
      }
      const appointment = await seeExpected(deps, serving, id);
      return appointment === undefined ? refused({ code: 'gone' }) : granted([arrival(appointment)]);
    }
    case 'words': {
      const today = await listDay(deps, serving, dayAt(deps.now(), zone));
      const found = today.filter((each) => answersTo(each, presented.text));
      return found.length === 0 ? refused({ code: 'nobody' }) : granted(found.map(arrival));
    }
  }
}

function answersTo(appointment: Appointment, text: string): boolean {
  if (text.toUpperCase() === referenceOf(appointment.id)) return true;
  const names = fold(`${appointment.givenName} ${appointment.familyName}`).split(' ');
  const asked = fold(text).split(' ').filter(Boolean);
  return asked.length > 0 && asked.every((part) => names.some((name) => name.startsWith(part)));
}
