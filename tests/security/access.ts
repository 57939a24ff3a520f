/**
 * Who may enter where: one line for each route. A route without a line fails `access-matrix.db.test.ts`.
 *
 * - `everybody`: also without an account
 * - `link`: whoever holds the secret link of a letter
 * - `citizen`: signed in, with an active account
 * - `owner`: the citizen to whom the object belongs; for others there is nothing
 * - `official`: signed in with a second factor, wherever they serve
 * - `serving`: who serves the office of the address, or to whose office the object belongs; and the ministry
 * - `administering`: who administers that office; and the ministry
 * - `administrator`: who administers any office; and the ministry
 *
 * The second word is the object that the address names (`:id`, `:entry` …); `with` is what is posted.
 */
export type Entrance =
  | 'everybody'
  | 'link'
  | 'citizen'
  | 'owner'
  | 'official'
  | 'serving'
  | 'administering'
  | 'administrator';

export type ObjectKind =
  | 'appointment'
  | 'booked'
  | 'offered'
  | 'token'
  | 'notice'
  | 'agenda'
  | 'official'
  | 'block'
  | 'intermediary';

export interface Access {
  readonly who: Entrance;
  readonly of?: ObjectKind;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly query?: string;
  /** Who registered and has not proven a contact may come in too. */
  readonly newcomers?: true;
  /** The session is over afterwards. */
  readonly last?: true;
}

const may = (who: Entrance, more: Omit<Access, 'who'> = {}): Access => ({ who, ...more });
const everybody = may('everybody');
const citizen = may('citizen');
const own = (of: ObjectKind, posted?: Access['with']) =>
  may('owner', { of, ...(posted === undefined ? {} : { with: posted }) });
const official = may('official');
const serving = may('serving');
const administering = may('administering');
const administrator = may('administrator');

export const access: Readonly<Record<string, Access>> = {
  // The site
  'GET /': everybody,
  'GET /search': everybody,
  'GET /manual': everybody,
  'GET /manual.pdf': everybody,
  'GET /manual/pictures/:picture': everybody,
  'GET /manual/:chapter': everybody,
  'GET /report': everybody,
  'POST /report': everybody,
  'GET /report/done': everybody,
  'GET /privacy': everybody,
  'GET /legal-notes': everybody,
  'GET /accessibility': everybody,
  'GET /cookies': everybody,
  'GET /site-map': everybody,
  'GET /robots.txt': everybody,
  'GET /offices': everybody,
  'GET /offices/:office': everybody,
  'GET /services': everybody,
  'GET /services/:service': everybody,
  'GET /offices/:office/services': everybody,
  'GET /offices/:office/services/:service': everybody,
  'GET /offices/:office/services/:service/places': everybody,
  'GET /events/changes': everybody,

  // Machines
  'GET /assets/*': everybody,
  'GET /status': everybody,
  'GET /ready': everybody,
  'GET /metrics': everybody,
  'GET /api/docs': everybody,
  'GET /api/docs/static/index.html': everybody,
  'GET /api/docs/static/swagger-initializer.js': everybody,
  'GET /api/docs/static/*': everybody,
  'GET /api/docs/json': everybody,
  'GET /api/docs/yaml': everybody,
  'GET /api/v1/openapi.json': everybody,
  'GET /api/v1/openapi.yaml': everybody,
  'GET /api/v1/search-results': may('everybody', { query: '?text=passaporto' }),
  'GET /api/v1/places': may('everybody', { query: '?country=GB&text=man' }),
  'GET /api/v1/offices': everybody,
  'GET /api/v1/offices/:office_id': everybody,
  'GET /api/v1/offices/:office_id/services/:service_id/days': everybody,
  'GET /api/v1/offices/:office_id/services/:service_id/hours': may('everybody', { query: '?day=2026-11-30' }),

  // Doors
  'GET /register': everybody,
  'POST /register': everybody,
  'GET /register/code': everybody,
  'POST /register/codes': everybody,
  'POST /register/activation': everybody,
  'GET /register/done': everybody,
  'GET /register/contest': may('link'),
  'POST /register/contest': may('link', { with: { token: 'forged', text: 'È mio' } }),
  'GET /sign-in': everybody,
  'POST /sign-in': everybody,
  'GET /sign-in/unlock': may('link'),
  'POST /sign-in/unlock': may('link'),
  'GET /recovery': everybody,
  'POST /recovery': everybody,
  'GET /recovery/sent': everybody,
  'GET /recovery/password': may('link'),
  'POST /recovery/password': may('link'),
  'GET /desk/sign-in': everybody,
  'POST /desk/sign-in': everybody,
  'GET /desk/sign-in/unlock': may('link'),
  'POST /desk/sign-in/unlock': may('link'),
  'GET /desk/enrolment': may('link'),
  'POST /desk/enrolment': may('link'),
  'POST /sign-out': may('everybody', { last: true }),

  // A person's own
  'GET /account': citizen,
  'GET /account/activation': may('citizen', { newcomers: true }),
  'GET /account/profile': citizen,
  'POST /account/profile': citizen,
  'GET /account/password': citizen,
  'POST /account/password': citizen,
  'GET /account/contacts/email': citizen,
  'POST /account/contacts/email/codes': citizen,
  'POST /account/contacts/email/verification': citizen,
  'GET /account/contacts/mobile': citizen,
  'POST /account/contacts/mobile/codes': citizen,
  'POST /account/contacts/mobile/verification': citizen,
  'GET /account/tokens': citizen,
  'POST /account/tokens': citizen,
  'POST /account/tokens/:id/revocation': own('token'),
  'GET /api/v1/account': citizen,
  'PATCH /api/v1/account': may('citizen', { with: { language: 'it' } }),
  'POST /api/v1/account/contacts/:kind/codes': may('citizen', { with: {} }),
  'POST /api/v1/account/contacts/:kind/verifications': may('citizen', { with: { code: '000000' } }),
  'GET /api/v1/account/tokens': citizen,
  'DELETE /api/v1/account/tokens/:id': own('token'),

  // Appointments
  'GET /offices/:office/services/:service/places/:slot': citizen,
  'POST /offices/:office/services/:service/appointments': may('citizen', { with: { slot: 'SLOT' } }),
  'POST /offices/:office/services/:service/parties': may('citizen', { with: { slot: 'SLOT', people: '2' } }),
  'GET /offers/:change': may('link', { of: 'offered' }),
  'POST /offers/:change/acceptance': may('link', { of: 'offered' }),
  'POST /offers/:change/refusal': may('link', { of: 'offered' }),
  'GET /api/v1/appointment-changes/:change_id': own('offered'),
  'POST /api/v1/appointment-changes/:change_id/acceptance': own('offered'),
  'POST /api/v1/appointment-changes/:change_id/refusal': own('offered'),
  'GET /appointments/:id/confirmation': may('link', { of: 'appointment' }),
  'POST /appointments/:id/confirmation': may('link', { of: 'appointment' }),
  'GET /appointments': citizen,
  'GET /appointments/:id': own('appointment'),
  'GET /appointments/:id/calendar.ics': own('booked'),
  'POST /appointments/:id/letters': own('appointment'),
  'GET /appointments/:id/cancellation': own('appointment'),
  'POST /appointments/:id/cancellation': own('appointment'),
  'GET /appointments/:id/move': own('appointment'),
  'POST /appointments/:id/move': own('appointment', { slot: '1' }),
  'GET /api/v1/appointments': citizen,
  'POST /api/v1/appointments': may('citizen', {
    with: { office_id: 'manchester', service_id: 'passport', slot_id: 'SLOT', answers: {} },
  }),
  'GET /api/v1/appointments/:appointment_id': own('appointment'),
  'POST /api/v1/appointments/:appointment_id/cancellation': own('appointment', {}),
  'POST /api/v1/appointments/:appointment_id/move': own('booked', { slot_id: 'SLOT' }),

  // The desk
  'GET /desk': official,
  'GET /desk/reports': official,
  'GET /desk/identity': official,
  'POST /desk/identity/intermediaries': official,
  'POST /desk/identity/intermediaries/:key/removal': may('serving', { of: 'intermediary' }),
  'GET /desk/identity/blocks/:id': may('serving', { of: 'block' }),
  'POST /desk/identity/blocks/:id/lifting': may('serving', { of: 'block' }),
  'POST /desk/identity/blocks/:id/upholding': may('serving', { of: 'block' }),
  'GET /desk/officials': administrator,
  'POST /desk/officials': administrator,
  'GET /desk/officials/:id': may('administering', { of: 'official' }),
  'POST /desk/officials/:id/roles': may('administering', {
    of: 'official',
    with: { office: 'OFFICE', role: 'operator' },
  }),
  'POST /desk/officials/:id/dismissal': may('administering', { of: 'official' }),
  'POST /desk/officials/:id/second-factor-reset': may('administering', { of: 'official' }),
  'GET /desk/offices/:office/days': serving,
  'GET /desk/offices/:office/days/:day': serving,
  'POST /desk/offices/:office/appointments/:id/charge': may('serving', { of: 'appointment' }),
  'POST /desk/offices/:office/appointments/:id/check-in': may('serving', { of: 'appointment' }),
  'POST /desk/offices/:office/appointments/:id/serving': may('serving', { of: 'appointment' }),
  'POST /desk/offices/:office/appointments/:id/absence': may('serving', { of: 'appointment' }),
  'GET /desk/offices/:office/appointments/:id/cancellation': may('serving', { of: 'appointment' }),
  'POST /desk/offices/:office/appointments/:id/cancellation': may('serving', { of: 'appointment' }),
  'POST /desk/offices/:office/appointments/:id/excuse': may('serving', { of: 'appointment' }),
  'GET /desk/offices/:office/walk-ins/new': serving,
  'POST /desk/offices/:office/walk-ins': serving,
  'GET /desk/offices/:office/notices': administering,
  'POST /desk/offices/:office/notices': administering,
  'POST /desk/offices/:office/notices/:notice/withdrawal': may('administering', { of: 'notice' }),
  'GET /desk/offices/:office/services': administering,
  'POST /desk/offices/:office/services/:service': administering,
  'GET /desk/offices/:office/agendas': administering,
  'POST /desk/offices/:office/agendas': administering,
  'GET /desk/offices/:office/agendas/:agenda': may('administering', { of: 'agenda' }),
  'POST /desk/offices/:office/agendas/:agenda': may('administering', { of: 'agenda' }),
  'POST /desk/offices/:office/agendas/:agenda/windows': may('administering', { of: 'agenda' }),
  'POST /desk/offices/:office/agendas/:agenda/extra-windows': may('administering', { of: 'agenda' }),
  'POST /desk/offices/:office/agendas/:agenda/windows/:entry/removal': may('administering', { of: 'agenda' }),
  'POST /desk/offices/:office/agendas/:agenda/extra-windows/:entry/removal': may('administering', {
    of: 'agenda',
  }),
  'GET /desk/offices/:office/closures': administering,
  'POST /desk/offices/:office/closures': administering,
  'POST /desk/offices/:office/closures/:entry/removal': administering,
  'POST /desk/offices/:office/holidays': administering,
  'POST /desk/offices/:office/holidays/:day/reconsideration': administering,
  'GET /desk/offices/:office/displacements': administering,
  'POST /desk/offices/:office/displacements': administering,
};
