import type { Access, Entrance } from './access.ts';

const may = (who: Entrance, more: Omit<Access, 'who'> = {}): Access => ({ who, ...more });
const everybody = may('everybody');
const official = may('official');
const serving = may('serving');
const administering = may('administering');

const both = { it: 'Prova', en: 'Trial' };
const desk = '/api/v1/desk/offices/:office_id';
const appointment = `${desk}/appointments/:appointment_id`;
const agenda = `${desk}/agendas/:agenda_id`;
/** Settings of an agenda like the one that the world has. */
const settings = {
  name: 'Prova',
  service_ids: ['passport'],
  minutes: 30,
  days_ahead: 60,
  published_at_time: '00:00',
};
const hours = { starts: '09:00', ends: '10:00', desks: 1 };
const link = { query: `?office_id=manchester&token=forged` };
const drafts = { query: '?form_key=aaaaaaaaaaaa' };
const inOrder = { asked_for: null, upload_ids: ['00000000-0000-4000-8000-000000000000'] };

/** Who may call what the API does beside the pages; read together with `access.ts`. */
export const accessOfApi: Readonly<Record<string, Access>> = {
  // Offices, notices, services
  'GET /api/v1/notices': everybody,
  'GET /api/v1/responsible-offices': may('everybody', { query: '?country=GB&place=Leeds' }),
  'GET /api/v1/services': everybody,
  'GET /api/v1/services/:service_id': everybody,
  'GET /api/v1/offices/:office_id/services': everybody,
  'GET /api/v1/offices/:office_id/services/:service_id': everybody,
  [`GET ${desk}/notices`]: administering,
  [`POST ${desk}/notices`]: may('administering', {
    with: { title: both, text: both, from_on: '2026-11-25', until_on: '2026-11-26' },
  }),
  [`DELETE ${desk}/notices/:notice_id`]: may('administering', { of: 'notice' }),
  [`GET ${desk}/services`]: administering,
  [`PUT ${desk}/services/:service_id`]: may('administering', {
    with: { switched_on: true, first_bookable_on: '2026-11-01', hold_minutes: 60, notice_hours: 24 },
  }),

  // Appointments: the letter, the counter
  'POST /api/v1/appointments/:appointment_id/letters': may('owner', { of: 'appointment' }),
  'POST /api/v1/appointments/:appointment_id/confirmation': may('link', {
    of: 'appointment',
    with: { office_id: 'manchester', token: 'forged' },
  }),
  [`GET ${desk}/days/:day`]: serving,
  [`POST ${appointment}/charge`]: may('serving', { of: 'appointment' }),
  [`POST ${appointment}/serving`]: may('serving', { of: 'appointment' }),
  [`POST ${appointment}/absence`]: may('serving', { of: 'appointment' }),
  [`POST ${appointment}/excuse`]: may('serving', { of: 'appointment' }),
  [`GET ${appointment}/alternatives`]: may('serving', { of: 'booked' }),
  [`POST ${appointment}/office-changes`]: may('serving', {
    of: 'booked',
    with: { from_slot_id: 'SLOT', to_slot_id: null, reason: both },
  }),
  [`POST ${desk}/walk-ins`]: may('serving', {
    with: { given_name: 'Ada', family_name: 'Prova', born_on: '1980-01-01', service_id: 'passport' },
  }),

  // Agendas, closures, holidays
  [`GET ${desk}/agendas`]: administering,
  [`POST ${desk}/agendas`]: may('administering', { with: { ...settings, service_ids: ['notarial-acts'] } }),
  [`GET ${agenda}`]: may('administering', { of: 'agenda' }),
  [`PUT ${agenda}`]: may('administering', { of: 'agenda', with: settings }),
  [`POST ${agenda}/weekly-windows`]: may('administering', {
    of: 'agenda',
    with: { ...hours, weekday: 7, from_on: '2027-01-03' },
  }),
  [`POST ${agenda}/extra-windows`]: may('administering', {
    of: 'agenda',
    with: { ...hours, day: '2027-01-02' },
  }),
  [`DELETE ${agenda}/weekly-windows/:window_id`]: may('administering', { madeUp: true }),
  [`DELETE ${agenda}/extra-windows/:window_id`]: may('administering', { madeUp: true }),
  [`GET ${desk}/closures`]: administering,
  [`POST ${desk}/closures`]: may('administering', {
    with: { from_on: '2027-08-14', until_on: '2027-08-14', reason: both },
  }),
  [`DELETE ${desk}/closures/:closure_id`]: may('administering', { madeUp: true }),
  [`GET ${desk}/holidays`]: administering,
  [`POST ${desk}/holiday-decisions`]: may('administering', { with: { days: ['2026-12-25'], works: true } }),
  [`DELETE ${desk}/holiday-decisions/:day`]: administering,
  [`GET ${desk}/displacements`]: administering,

  // Doors
  'POST /api/v1/registrations': everybody,
  'POST /api/v1/registration-codes': may('everybody', { with: { to: 'email' } }),
  'POST /api/v1/registration-activations': may('everybody', { with: { code: '000000' } }),
  'POST /api/v1/registration-contests': may('link', { with: { token: 'forged', text: 'È mio' } }),
  'POST /api/v1/sessions': may('everybody', {
    with: { identifier: 'nessuno@posta.example', password: 'una frase che nessuno conosce' },
  }),
  'POST /api/v1/passkey-sessions': may('everybody', { with: { answer: {} } }),
  'DELETE /api/v1/sessions/current': may('everybody', { last: true }),
  'POST /api/v1/browser-unlocks': may('link', { with: { token: 'forged' } }),
  'POST /api/v1/recoveries': may('everybody', { with: { identifier: 'nessuno@posta.example' } }),
  'POST /api/v1/recovered-passwords': may('link', {
    with: { token: 'forged', password: 'una frase che nessuno conosce' },
  }),
  'POST /api/v1/re-entry-checks': may('everybody', { with: { code: 'AAAA-BBBB' } }),
  'POST /api/v1/re-entries': may('everybody', {
    with: { code: 'AAAA-BBBB', email: 'a@posta.example', mobile: '+447911000009', password: 'prova' },
  }),
  'POST /api/v1/re-entry-objections': may('link', { with: { token: 'forged' } }),
  'POST /api/v1/desk/sessions': may('everybody', {
    with: { email: 'nessuno@uffici.example', password: 'una frase', code: '000000' },
  }),
  'POST /api/v1/desk/browser-unlocks': may('link', { with: { token: 'forged' } }),
  'POST /api/v1/desk/enrolment-previews': may('link', { with: { token: 'forged' } }),
  'POST /api/v1/desk/enrolments': may('link', {
    with: { token: 'forged', password: 'una frase', code: '000000' },
  }),
  'POST /api/v1/account/password-changes': may('citizen', {
    with: { current_password: 'non questa', password: 'gatto sulla sedia del nonno' },
  }),
  'POST /api/v1/account/tokens': may('citizen', { with: { label: 'Prova' } }),

  // Requests, uploads, reports
  'POST /api/v1/requests/:request_id/email-codes': may('owner', { of: 'request', madeUp: true }),
  'POST /api/v1/letter-requests': everybody,
  'GET /api/v1/letter-requests/:request_id': may('link', { of: 'request', ...link }),
  'POST /api/v1/letter-requests/:request_id/messages': may('link', {
    of: 'request',
    with: { text: 'Prova' },
    ...link,
  }),
  'POST /api/v1/letter-requests/:request_id/cancellation': may('link', { of: 'request', ...link }),
  'POST /api/v1/letter-uploads': everybody,
  'GET /api/v1/letter-uploads': may('everybody', drafts),
  'DELETE /api/v1/letter-uploads/:upload_id': may('everybody', { madeUp: true, ...drafts }),
  'POST /api/v1/transfers': may('everybody', {
    with: { name: 'foto.jpg', media_type: 'image/jpeg', bytes: 10 },
  }),
  'GET /api/v1/transfers/:transfer_id': may('everybody', { madeUp: true }),
  'PATCH /api/v1/transfers/:transfer_id': may('everybody', { bodyFirst: true }),
  'DELETE /api/v1/transfers/:transfer_id': may('everybody', { madeUp: true }),
  'PUT /api/v1/letter-uploads/order': may('everybody', { madeUp: true, ...drafts, with: inOrder }),
  'POST /api/v1/letter-uploads/bindings': may('everybody', { with: { asked_for: null }, ...drafts }),
  'PUT /api/v1/desk/uploads/order': may('serving', { madeUp: true, ...drafts, with: inOrder }),
  'POST /api/v1/desk/uploads/bindings': may('official', { with: { asked_for: null }, ...drafts }),
  'PUT /api/v1/uploads/order': may('owner', { bodyFirst: true }),
  'POST /api/v1/uploads/bindings': may('citizen', { with: { asked_for: null }, ...drafts }),
  'POST /api/v1/desk/uploads': may('official', { bodyFirst: true }),
  'GET /api/v1/desk/uploads': may('official', drafts),
  'DELETE /api/v1/desk/uploads/:upload_id': may('serving', { madeUp: true, ...drafts }),
  [`GET ${desk}/saved-replies`]: serving,
  [`POST ${desk}/saved-replies`]: may('serving', { with: { title: 'Prova', text: both } }),
  [`DELETE ${desk}/saved-replies/:saved_reply_id`]: may('serving', { madeUp: true }),
  'POST /api/v1/resale-reports': may('everybody', { with: { description: 'Prova' } }),
  'GET /api/v1/desk/resale-reports': official,

  'POST /api/v1/desk/payments/:payment_id/notices/:number/refund-entries': may('serving', {
    madeUp: true,
    with: { reason: 'Prova' },
  }),

  // Officials
  'GET /api/v1/desk/passkeys': official,
  'POST /api/v1/desk/passkeys': may('official', { with: { label: 'Prova', answer: {} } }),
  'PATCH /api/v1/desk/passkeys/:id': may('serving', { madeUp: true, with: { label: 'Prova' } }),
  'DELETE /api/v1/desk/passkeys/:id': may('serving', { madeUp: true }),
  'GET /api/v1/desk/officials': may('administrator'),
  'POST /api/v1/desk/officials': may('administrator', {
    with: {
      given_name: 'Nuova',
      family_name: 'Prova',
      email: 'nuova@uffici.example',
      role: 'operator',
      office_id: 'manchester',
      language: 'it',
    },
  }),
  'GET /api/v1/desk/officials/:id': may('administering', { of: 'official' }),
  'POST /api/v1/desk/officials/:id/roles': may('administering', {
    of: 'official',
    with: { office_id: 'OFFICE', role: 'operator' },
  }),
  'POST /api/v1/desk/officials/:id/dismissal': may('administering', { of: 'official' }),
  'POST /api/v1/desk/officials/:id/second-factor-reset': may('administering', { of: 'official' }),
  'GET /api/v1/desk/identity/blocks': official,
  'GET /api/v1/desk/identity/blocks/:id': may('serving', { of: 'block' }),
  'POST /api/v1/desk/identity/blocks/:id/lifting': may('serving', { of: 'block' }),
  'POST /api/v1/desk/identity/blocks/:id/upholding': may('serving', { of: 'block' }),
  'GET /api/v1/desk/identity/intermediaries': official,
  'POST /api/v1/desk/identity/intermediaries': may('official', {
    with: { contact: 'agenzia@posta.example' },
  }),
  'DELETE /api/v1/desk/identity/intermediaries/:key': may('serving', { of: 'intermediary' }),
};
