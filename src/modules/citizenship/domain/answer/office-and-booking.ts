import type { Locale } from '#kernel/locale.ts';
import type { Route } from '../facts/shape.ts';
import { plusMonths, toIso } from '../reasoning/day.ts';
import type { World } from '../reasoning/world.ts';
import { filingDay } from '../routes/filing-day.ts';
import { lawDays } from '../rules/law-days.ts';
import { text } from '../rules/rule.ts';
import { eighteenth } from '../status/majority.ts';

/** The competent office, from where the person lives; the caller may resolve it to one of its offices. */
export interface Office {
  readonly country: string | null;
  readonly place: string | null;
  readonly kind: 'consulate' | 'comune' | 'prefettura' | 'central_office' | 'court';
}

export interface Booking {
  readonly channel: 'prenotami' | 'ministry_portal' | 'email' | 'post' | 'office' | 'lawyer';
  /** Subject of the e-mail, literally; `{name}` and `{italian_parent}` stand for full names. */
  readonly subject?: string;
  readonly instructions: string;
  /** When the decision is due, for a filed application. */
  readonly decided_by?: string;
  readonly decided_by_at_latest?: string;
}

export function officeFor(world: World, route: Route): Office | null {
  if (route === 'transmission') return null;
  const { applicant, application } = world.tree;
  if (application.office?.kind === 'court' && route === 'descent_adult_abb')
    return { country: 'IT', place: null, kind: 'court' };
  const stays = applicant.stays.filter(({ to }) => to === Number.POSITIVE_INFINITY);
  const index = applicant.stays.indexOf(stays.at(-1) as (typeof stays)[number]);
  const place = applicant.facts.residences[index]?.municipality ?? null;
  const country = stays.at(-1)?.country ?? application.office?.country ?? null;
  if (isDescentOfAdults(world, route) && country !== 'IT' && world.asOf >= lawDays.centralOffice)
    return { country: 'IT', place: 'Roma', kind: 'central_office' };
  if (country === 'IT')
    return { country, place, kind: route.startsWith('marriage') ? 'prefettura' : 'comune' };
  return { country, place, kind: 'consulate' };
}

function isDescentOfAdults(world: World, route: Route): boolean {
  if (!route.startsWith('descent') || route === 'descent_minor') return false;
  return !world.before(world.asOf, eighteenth(world.tree.applicant));
}

const words = {
  comune: text(['Presenta la domanda al Comune in cui vivi.', 'Apply to the Comune where you live.']),
  prenotami: text([
    'Prenota su Prenot@mi, gratis: diffida di chi chiede soldi. Conferma l’appuntamento, altrimenti è cancellato. Porta tutti gli originali.',
    'Book on Prenot@mi, free of charge: beware of anyone who asks for money. Confirm the appointment or it is deleted. Bring every original.',
  ]),
  post: text([
    'Dal 2029 chi vive all’estero spedisce la domanda all’ufficio centrale del Ministero degli Esteri.',
    'From 2029 people living abroad send the application to the central office of the Foreign Ministry.',
  ]),
  court: text([
    'Si procede davanti al tribunale, con un avvocato.',
    'The matter goes before the court, with a lawyer.',
  ]),
  birth: text([
    'Chiedi al consolato la trascrizione della nascita.',
    'Ask the consulate to transcribe the birth.',
  ]),
  ali: text([
    'Inserisci la domanda nel portale ALI del Ministero dell’Interno, con la tua e-mail (che vale come domicilio) e senza SPID. Dopo l’accettazione sei convocato per firma, originali e pagamento. Dichiara tutte le residenze dai 14 anni.',
    'Enter the application in the ALI portal of the Ministry of the Interior, with your e-mail (which counts as domicile) and without SPID. After acceptance you are convened for signature, originals and payment. Declare all residences since the age of 14.',
  ]),
  prefettura: text([
    'Chi vive in Italia presenta la domanda alla Prefettura, dal portale del Ministero dell’Interno.',
    'People living in Italy apply to the Prefettura, through the portal of the Ministry of the Interior.',
  ]),
  declare: text([
    'Chi vive in Italia rende la dichiarazione, di persona, all’ufficiale di stato civile del Comune in cui vive.',
    'People living in Italy make the declaration, in person, before the registrar of the Comune where they live.',
  ]),
  oath: text([
    'Il consolato ti convoca. Le parole del giuramento: “GIURO DI ESSERE FEDELE ALLA REPUBBLICA E DI OSSERVARE LA COSTITUZIONE E LE LEGGI DELLO STATO”. Poi l’atto di nascita va al Comune con l’iscrizione all’AIRE.',
    'The consulate convenes you. The words of the oath: “GIURO DI ESSERE FEDELE ALLA REPUBBLICA E DI OSSERVARE LA COSTITUZIONE E LE LEGGI DELLO STATO”. Afterwards the birth certificate goes to the Comune with the AIRE registration.',
  ]),
  email: text([
    'Scrivi all’ufficio con questo oggetto e allega le scansioni di tutti i documenti: le richieste incomplete non hanno risposta. La dichiarazione si rende di persona.',
    'Write to the office with this subject and attach scans of every document: incomplete requests get no reply. The declaration is made in person.',
  ]),
} as const;

/** The subjects that the offices ask for, word by word. */
export const subjects = {
  benefit: 'REQUEST FOR CITIZENSHIP BENEFICIO DI LEGGE – {italian_parent}.',
  reacquisition: 'RICHIESTA RIACQUISTO CITTADINANZA – {name}',
  renunciation: 'RICHIESTA RINUNCIA CITTADINANZA – {name}',
} as const;

export function bookingFor(
  world: World,
  route: Route,
  office: Office | null,
  locale: Locale,
): Booking | null {
  const booking = (channel: Booking['channel'], key: keyof typeof words, subject?: string): Booking => ({
    channel,
    ...(subject && { subject }),
    instructions: words[key][locale],
    ...decisionDue(world, route),
  });
  const inItaly = office?.kind === 'comune';
  switch (route) {
    case 'transmission':
      return null;
    case 'descent_minor':
      return office?.kind === 'comune' ? booking('office', 'comune') : booking('office', 'birth');
    case 'descent_adult_abb':
    case 'descent_letter_c':
    case 'descent_letter_d':
      if (office?.kind === 'court') return booking('lawyer', 'court');
      if (office?.kind === 'central_office') return booking('post', 'post');
      return office?.kind === 'comune' ? booking('office', 'comune') : booking('prenotami', 'prenotami');
    case 'marriage':
      return booking('ministry_portal', office?.kind === 'prefettura' ? 'prefettura' : 'ali');
    case 'marriage_oath':
      return booking('office', 'oath');
    case 'benefit_of_law':
    case 'transitional_1ter':
      return inItaly ? booking('office', 'declare') : booking('email', 'email', subjects.benefit);
    case 'reacquisition_art17':
    case 'reacquisition_women':
      return inItaly ? booking('office', 'declare') : booking('email', 'email', subjects.reacquisition);
    case 'renunciation':
      return booking('email', 'email', subjects.renunciation);
  }
}

/** 24 months, 36 at the latest; the central office has 36 (L. 11/2026). */
function decisionDue(world: World, route: Route): Pick<Booking, 'decided_by' | 'decided_by_at_latest'> {
  const { day, filed } = filingDay(world);
  const on = world.known(day);
  const dated =
    route.startsWith('descent') || (route === 'marriage' && world.tree.application.decree === undefined);
  if (!filed || on === undefined || !dated || route === 'descent_minor') return {};
  return { decided_by: toIso(plusMonths(on, 24)), decided_by_at_latest: toIso(plusMonths(on, 36)) };
}
