import { accessOfApi } from './access-of-api.ts';
import { accessOfFiles } from './access-of-files.ts';
import { municipalFiles } from './access-of-municipal-files.ts';
import { accessOfOwnFiles } from './access-of-own-files.ts';

/**
 * Who may enter where: one line for each route. A route without a line fails `access-matrix.db.test.ts`.
 *
 * - `everybody`: also without an account
 * - `link`: whoever holds the secret link of a letter
 * - `citizen`: signed in, with an active account
 * - `strong`: signed in with a digital identity; with a password one is asked to sign in by SPID
 * - `owner`: the citizen to whom the object belongs; for others there is nothing
 * - `holder`: the citizen to whom the object belongs, and who serves its office; others find nothing
 * - `official`: signed in with a second factor, wherever they serve
 * - `serving`: who serves the office of the address, or to whose office the object belongs; and the ministry
 * - `administering`: who administers that office; and the ministry
 * - `administrator`: who administers any office; and the ministry
 * - `ministry`: administrators of the ministry; for others there is nothing
 *
 * The second word is the object that the address names (`:id`, `:entry` …); `with` is what is posted.
 */
export type Entrance =
  | 'everybody'
  | 'link'
  | 'citizen'
  | 'strong'
  | 'owner'
  | 'holder'
  | 'official'
  | 'serving'
  | 'administering'
  | 'administrator'
  | 'ministry';

export type ObjectKind =
  | 'appointment'
  | 'booked'
  | 'offered'
  | 'token'
  | 'notice'
  | 'agenda'
  | 'receipt'
  | 'ownReceipt'
  | 'payment'
  | 'refundable'
  | 'request'
  | 'file'
  | 'upload'
  | 'official'
  | 'block'
  | 'intermediary'
  | 'resident'
  | 'municipalService'
  | 'consularEntry'
  | 'municipalFile'
  | 'draft'
  | 'delegation';

export interface Access {
  readonly who: Entrance;
  readonly of?: ObjectKind;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly query?: string;
  /** Who registered and has not proven a contact may come in too. */
  readonly newcomers?: true;
  /** Who registered and has not proven a contact is not asked to: a link of a letter opens the page, too. */
  readonly newcomersFindNothing?: true;
  /** The office of the address is a municipality. */
  readonly municipal?: true;
  /** No object is made for it here: even who may enter finds nothing. */
  readonly madeUp?: true;
  /** Without a body that fits, everybody reads first that it does not. */
  readonly bodyFirst?: true;
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
const taking = {
  payer_name: 'Ada Prova',
  terminal_reference: 'SLIP-1',
  fees: [{ fee_id: 'passport', quantity: 1 }],
};
const administrator = may('administrator');

export const access: Readonly<Record<string, Access>> = {
  ...accessOfApi,
  ...accessOfFiles,
  ...accessOfOwnFiles,
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
  'GET /photograph-a-document': everybody,
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
  'GET /sign-in/spid': everybody,
  'POST /sign-in/spid': everybody,
  'GET /sign-in/spid/arrival': everybody,
  'POST /sign-in/spid/account': everybody,
  'POST /sign-in/spid/connection': everybody,
  'POST /sign-in/spid/re-entry': everybody,
  'GET /spid/metadata': everybody,
  'POST /spid/acs': everybody,
  'GET /spid/slo': everybody,
  'POST /spid/slo': everybody,
  'GET /api/v1/spid-providers': everybody,
  'GET /api/v1/account/strong-identity': citizen,
  'GET /account/registry-match': may('strong', { madeUp: true }),
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

  // Citizenship: open to everybody; a guided assessment belongs to whoever holds its address
  'GET /citizenship': everybody,
  'GET /citizenship/rules': everybody,
  'GET /citizenship/records': everybody,
  'POST /citizenship/records': everybody,
  'POST /citizenship/assessments': everybody,
  'GET /citizenship/assessments/:token': may('link'),
  'GET /citizenship/assessments/:token/paper.pdf': may('link'),
  'GET /citizenship/assessments/:token/told': may('link'),
  'GET /citizenship/assessments/:token/questions/:key': may('link'),
  'POST /citizenship/assessments/:token/answers': may('link'),
  'POST /citizenship/assessments/:token/law-days': may('link'),
  'POST /citizenship/assessments/:token/keeping': may('link'),
  'POST /citizenship/assessments/:token/copies': may('link'),
  'POST /citizenship/assessments/:token/deletion': may('link'),
  'POST /api/v1/citizenship/assessments': everybody,
  'POST /api/v1/citizenship/record-comparisons': everybody,
  'GET /api/v1/citizenship/rules': everybody,
  'GET /api/v1/citizenship/schemas/facts': everybody,
  'GET /api/v1/citizenship/schemas/assessment': everybody,
  'GET /api/v1/citizenship/schemas/records': everybody,
  'GET /api/v1/citizenship/schemas/record-comparison': everybody,
  'GET /desk/citizenship': official,
  'POST /desk/citizenship': official,

  // Certificates: asked for with a digital identity, seen and taken back by the municipality
  'GET /certificates': may('strong'),
  'GET /certificates/new': may('strong'),
  'GET /certificates/new/details': may('strong'),
  'GET /certificates/new/preview.pdf': may('strong', { madeUp: true }),
  'POST /certificates': may('strong'),
  'GET /certificates/:id': may('strong', { madeUp: true }),
  'GET /certificates/:id/certificate.pdf': may('strong', { madeUp: true }),
  'POST /certificates/:id/cancellation': may('strong', { madeUp: true }),
  'GET /api/v1/certificate-kinds': may('strong'),
  'GET /api/v1/certificates': may('strong'),
  'POST /api/v1/certificates': may('strong', { with: { person_id: 'AB12345CD', kinds: ['residence'] } }),
  'GET /api/v1/certificates/:certificate_id': may('strong', { madeUp: true }),
  'GET /api/v1/certificates/:certificate_id/document': may('strong', { madeUp: true }),
  'POST /api/v1/certificates/:certificate_id/cancellation': may('strong', { madeUp: true }),
  'GET /desk/certificate-keys': may('ministry'),
  'POST /desk/certificate-keys/distrusts': may('ministry'),
  'POST /desk/certificate-keys/distrusts/:id/confirmation': may('ministry', { madeUp: true }),
  'POST /desk/certificate-keys/distrusts/:id/withdrawal': may('ministry', { madeUp: true }),
  'GET /api/v1/desk/certificate-keys': may('ministry'),
  'GET /api/v1/desk/certificate-key-distrusts': may('ministry'),
  'POST /api/v1/desk/certificate-key-distrusts': may('ministry', {
    madeUp: true,
    with: { key_kind: 'code_key', key_id: '0123456789abcdef', reason: 'Prova' },
  }),
  'POST /api/v1/desk/certificate-key-distrusts/:distrust_id/confirmation': may('ministry', { madeUp: true }),
  'POST /api/v1/desk/certificate-key-distrusts/:distrust_id/withdrawal': may('ministry', { madeUp: true }),
  'GET /desk/offices/:office/certificates': may('serving', { municipal: true }),
  'POST /desk/offices/:office/certificates/searches': may('serving', {
    municipal: true,
    with: { name: 'Lampachiari' },
  }),
  'GET /desk/offices/:office/certificates/:id': may('serving', { municipal: true, madeUp: true }),
  'POST /desk/offices/:office/certificates/:id/revocation': may('serving', { municipal: true, madeUp: true }),
  'GET /api/v1/desk/offices/:office_id/certificates': may('serving', { municipal: true }),
  'POST /api/v1/desk/offices/:office_id/certificate-searches': may('serving', {
    municipal: true,
    with: { name: 'Lampachiari' },
  }),
  'POST /api/v1/desk/offices/:office_id/certificates/:certificate_id/revocation': may('serving', {
    municipal: true,
    madeUp: true,
    with: { because: 'holder' },
  }),

  // The registry: the own record, municipalities for everybody, and their desk
  'GET /municipalities': everybody,
  'GET /municipalities/:municipality': everybody,
  'GET /api/v1/municipalities/:municipality': everybody,
  'GET /your-data': may('strong'),
  'GET /your-data/readings': may('strong'),
  'GET /your-data/digital-domicile': may('strong'),
  'POST /your-data/digital-domicile/checks': may('strong'),
  'GET /your-data/comparison': citizen,
  'GET /api/v1/consular-standing': citizen,
  'GET /api/v1/register-comparison': citizen,
  'GET /desk/offices/:office/consular-register': serving,
  'POST /desk/offices/:office/consular-register': may('serving', { with: { name: 'Prova' } }),
  'GET /desk/offices/:office/consular-register/entries/:entry': may('serving', {
    of: 'consularEntry',
    query: '?why=counter',
  }),
  'GET /api/v1/desk/offices/:office_id/consular-entries': serving,
  'POST /api/v1/desk/offices/:office_id/consular-entry-searches': may('serving', { with: { name: 'Prova' } }),
  'GET /api/v1/desk/offices/:office_id/consular-entries/:entry_id': may('serving', {
    of: 'consularEntry',
    query: '?why=counter',
  }),
  'GET /api/v1/desk/offices/:office_id/consular-entries/:entry_id/comparison': may('serving', {
    of: 'consularEntry',
    query: '?why=counter',
  }),
  'GET /api/v1/registry-record': may('strong'),
  'GET /api/v1/registry-record/readings': may('strong'),
  'GET /api/v1/registry-record/digital-domicile': may('strong'),
  'POST /api/v1/registry-record/digital-domicile/checks': may('strong'),
  'GET /desk/offices/:office/registry': may('serving', { municipal: true }),
  'POST /desk/offices/:office/registry': may('serving', { municipal: true, with: { name: 'Lampachiari' } }),
  'GET /desk/offices/:office/registry/people/:person': may('serving', {
    municipal: true,
    of: 'resident',
    query: '?why=counter',
  }),
  'GET /desk/offices/:office/registry/people/:person/history': may('serving', {
    municipal: true,
    of: 'resident',
  }),
  'GET /desk/offices/:office/registry/people/:person/changes/:change': may('serving', {
    municipal: true,
    of: 'resident',
  }),
  'POST /desk/offices/:office/registry/people/:person/changes/:change': may('serving', {
    municipal: true,
    of: 'resident',
  }),
  'POST /api/v1/desk/offices/:office_id/registry-searches': may('serving', {
    municipal: true,
    with: { name: 'Lampachiari' },
  }),
  'GET /api/v1/desk/offices/:office_id/registry-records/:person_id': may('serving', {
    municipal: true,
    of: 'resident',
    query: '?why=counter',
  }),
  'GET /api/v1/desk/offices/:office_id/registry-records/:person_id/changes': may('serving', {
    municipal: true,
    of: 'resident',
  }),
  'POST /api/v1/desk/offices/:office_id/registry-records/:person_id/changes': may('serving', {
    municipal: true,
    of: 'resident',
    with: {
      version: 1,
      act: 'Prova',
      reason: 'Prova',
      change: { kind: 'certifiability', certifiability: 'partial' },
    },
  }),
  'GET /desk/offices/:office/municipality': may('administering', { municipal: true }),
  'POST /desk/offices/:office/municipality/services': may('administering', { municipal: true }),
  'POST /desk/offices/:office/municipality/services/:service/withdrawal': may('administering', {
    municipal: true,
    of: 'municipalService',
  }),
  'POST /desk/offices/:office/municipality/disconnection': may('administering', { municipal: true }),
  'POST /desk/offices/:office/municipality/connection': may('administering', { municipal: true }),
  'POST /api/v1/desk/offices/:office_id/municipal-services': may('administering', {
    municipal: true,
    with: { title_it: 'Prova', title_en: 'Prova', text_it: 'Prova', text_en: 'Prova' },
  }),
  'DELETE /api/v1/desk/offices/:office_id/municipal-services/:service_id': may('administering', {
    municipal: true,
    of: 'municipalService',
  }),
  'POST /api/v1/desk/offices/:office_id/registry-connections': may('administering', {
    municipal: true,
    with: { connected: true },
  }),
  ...municipalFiles,

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
  'GET /desk/offices/:office/arrivals': serving,
  'GET /api/v1/desk/offices/:office_id/arrivals': may('serving', {
    query: `?code=${'a'.repeat(36)}.forged`,
  }),
  'GET /appointments/:id/printout': may('owner', { of: 'booked' }),
  'GET /appointments/:id/printout.pdf': may('owner', { of: 'booked' }),
  'GET /desk/offices/:office/reports/appointments': serving,
  'GET /desk/offices/:office/reports/appointments/charts/outcomes.svg': serving,
  'GET /desk/offices/:office/reports/appointments/charts/waiting.svg': serving,
  'GET /desk/offices/:office/reports/appointments.csv': serving,
  'GET /desk/offices/:office/reports/appointments.xlsx': serving,
  'GET /api/v1/desk/offices/:office_id/reports/appointments': serving,
  'GET /desk/offices/:office/appointments/:id/fees': may('serving', { of: 'booked' }),
  'POST /desk/offices/:office/appointments/:id/fees': may('serving', { of: 'booked' }),
  'POST /api/v1/desk/offices/:office_id/appointments/:appointment_id/check-in': may('serving', {
    of: 'booked',
  }),
  'POST /api/v1/desk/offices/:office_id/appointments/:appointment_id/receipts': may('serving', {
    of: 'booked',
    with: taking,
  }),
  // Payments online
  'GET /payments': citizen,
  'GET /payments/contributions/new': citizen,
  'POST /payments/contributions': citizen,
  'GET /payments/:id': own('payment'),
  'POST /payments/:id/checkouts': own('payment'),
  'POST /payments/:id/cancellation': own('payment'),
  'GET /payments/:id/return/:how': own('payment'),
  'GET /payments/:id/receipt.pdf': own('payment'),
  'GET /payments/:id/stamp.xml': own('payment'),
  'GET /payments/counter-receipts/:id/receipt.pdf': own('ownReceipt'),
  'GET /api/v1/payments': citizen,
  'GET /api/v1/payments/:payment_id': own('payment'),
  'POST /api/v1/payments/contributions': may('citizen', {
    with: { given_name: 'Ada', family_name: 'Prova' },
  }),
  'POST /api/v1/payments/:payment_id/checkouts': own('payment'),
  'POST /api/v1/payments/:payment_id/cancellation': own('payment'),
  'GET /desk/payments': official,
  'GET /desk/payments/:id': may('serving', { of: 'payment' }),
  'POST /desk/payments/:id/refund-entries': may('serving', { of: 'payment', with: { reason: 'Prova' } }),
  'POST /desk/payments/:id/notices/:number/refund-entries': may('serving', {
    of: 'payment',
    with: { reason: '' },
  }),
  'POST /desk/payments/:id/refunds/:number/payout': may('serving', {
    of: 'refundable',
    with: { reference: 'ORD-1' },
  }),
  'GET /api/v1/desk/payments': official,
  'GET /api/v1/desk/payments/:payment_id': may('serving', { of: 'payment' }),
  'GET /api/v1/desk/payment-days/:day': official,
  'POST /api/v1/desk/payments/:payment_id/refund-entries': may('serving', {
    of: 'payment',
    with: { reason: 'Prova' },
  }),
  'POST /api/v1/desk/payments/:payment_id/refunds/:number/payout': may('serving', {
    of: 'refundable',
    with: { reference: 'ORD-1' },
  }),
  // pagoPA tells of payments: believed is only what it answers when it is asked.
  'POST /api/pagopa/receipts': everybody,

  // Self-certifications: made from the own record, kept nowhere
  'GET /self-certifications': may('strong'),
  'POST /self-certifications': may('strong'),

  // The till
  'GET /desk/offices/:office/receipts/new': serving,
  'POST /desk/offices/:office/receipts': serving,
  'GET /desk/offices/:office/receipts/:id': may('serving', { of: 'receipt' }),
  'GET /desk/offices/:office/receipts/:id/receipt.pdf': may('serving', { of: 'receipt' }),
  'POST /desk/offices/:office/receipts/:id/void-requests': may('serving', {
    of: 'receipt',
    with: { reason: 'Prova' },
  }),
  'POST /desk/offices/:office/receipts/:id/voiding': may('serving', { of: 'receipt' }),
  'POST /desk/offices/:office/receipts/:id/void-refusal': may('serving', { of: 'receipt' }),
  'GET /desk/offices/:office/till': serving,
  'GET /desk/offices/:office/till/:day': serving,
  'GET /desk/offices/:office/till/:day/closing': serving,
  'POST /desk/offices/:office/till/:day/closing': serving,
  'GET /desk/offices/:office/till/:day/closing.pdf': serving,
  'GET /api/v1/desk/offices/:office_id/receipts': serving,
  'POST /api/v1/desk/offices/:office_id/receipts': may('serving', { with: taking }),
  'GET /api/v1/desk/offices/:office_id/receipts/:receipt_id': may('serving', { of: 'receipt' }),
  'POST /api/v1/desk/offices/:office_id/receipts/:receipt_id/void-requests': may('serving', {
    of: 'receipt',
    with: { reason: 'Prova' },
  }),
  'POST /api/v1/desk/offices/:office_id/receipts/:receipt_id/void-decisions': may('serving', {
    of: 'receipt',
    with: { approved: false },
  }),
  'GET /api/v1/desk/offices/:office_id/closings': serving,
  'POST /api/v1/desk/offices/:office_id/closings/:day': may('serving', { with: { terminal_cents: 0 } }),
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

  // Accounts, citizenship and offers: made after the table; `madeUp` and `bodyFirst` wait for objects of their own
  'POST /sign-in/passkey': everybody,
  'GET /account/access': citizen,
  'POST /account/access/passkeys': citizen,
  'POST /account/access/passkeys/:id/removal': may('owner', { madeUp: true }),
  'POST /account/access/passkeys/:id/name': citizen,
  'POST /account/access/sessions/:id/end': citizen,
  'POST /account/access/sign-outs': citizen,
  'GET /account/office': citizen,
  'POST /account/office-changes': citizen,
  'GET /re-entry': everybody,
  'POST /re-entry': everybody,
  'POST /re-entry/contacts': everybody,
  'GET /re-entry/objection': may('link'),
  'POST /re-entry/objection': may('link'),
  'GET /desk/access': official,
  'POST /desk/access/passkeys': official,
  'POST /desk/access/passkeys/:id/removal': may('serving', { madeUp: true }),
  'POST /desk/access/passkeys/:id/name': official,
  'GET /desk/people': official,
  'POST /desk/people': official,
  'GET /desk/people/:id': may('serving', { madeUp: true }),
  'POST /desk/people/:id/re-entries': may('serving', { madeUp: true }),
  'POST /desk/re-entries/:id/confirmation': may('serving', { madeUp: true }),
  'GET /desk/re-entries/:id': may('serving', { madeUp: true }),
  'GET /desk/office-changes': official,
  'GET /desk/office-changes/:id': may('serving', { madeUp: true }),
  'POST /desk/office-changes/:id/reversal': may('serving', { madeUp: true }),
  'POST /api/v1/passkey-challenges': everybody,
  'POST /api/v1/account/passkey-registration-challenges': citizen,
  'POST /api/v1/account/passkey-challenges': citizen,
  'POST /api/v1/desk/passkey-registration-challenges': official,
  'GET /api/v1/account/passkeys': citizen,
  'POST /api/v1/account/passkeys': may('citizen', { bodyFirst: true }),
  'PATCH /api/v1/account/passkeys/:id': may('citizen', { bodyFirst: true }),
  'DELETE /api/v1/account/passkeys/:id': may('owner', { madeUp: true }),
  'GET /api/v1/account/sessions': citizen,
  'DELETE /api/v1/account/sessions/:id': may('owner', { madeUp: true }),
  'POST /api/v1/account/sign-outs': may('citizen', { with: {} }),
  'POST /api/v1/account/office-change-previews': may('citizen', { bodyFirst: true }),
  'POST /api/v1/account/office-changes': may('citizen', { bodyFirst: true }),
  'POST /api/v1/desk/people-searches': may('serving', { bodyFirst: true }),
  'GET /api/v1/desk/people/:id': may('serving', { madeUp: true }),
  'GET /api/v1/desk/office-changes': official,
  'POST /api/v1/desk/office-changes/:id/reversals': may('serving', { bodyFirst: true }),
  'POST /api/v1/desk/people/:id/re-entries': may('serving', { bodyFirst: true }),
  'POST /api/v1/desk/re-entries/:id/confirmations': may('serving', { madeUp: true }),
  'POST /desk/offices/:office/holidays': administering,
  'POST /desk/offices/:office/holidays/:day/reconsideration': administering,
  'GET /desk/offices/:office/displacements': administering,
  'POST /desk/offices/:office/displacements': administering,
  'GET /account/closing': citizen,
  'POST /account/closing/codes': citizen,
  'POST /account/closings': citizen,
  'GET /closed-accounts/:key': may('link'),
  'GET /desk/people/:id/closing': may('serving', { madeUp: true }),
  'POST /desk/people/:id/abuse-closings': may('serving', { madeUp: true }),
  'GET /api/v1/account/closing-preview': citizen,
  'POST /api/v1/account/closing-codes': citizen,
  'POST /api/v1/account/closings': may('citizen', { bodyFirst: true }),
  'POST /api/v1/desk/people/:id/abuse-closings': may('serving', { bodyFirst: true }),

  // Checking documents, and proofs
  'GET /v': everybody,
  'POST /v/files': everybody,
  'POST /v/codes': everybody,
  'GET /v/authority': everybody,
  'GET /v/authority.pem': everybody,
  'POST /api/v1/document-verifications': may('everybody', { with: { code: 'AAAA' } }),
  'GET /api/v1/certificate-keys': everybody,
  'GET /api/v1/certificate-revocations': everybody,
  'GET /proofs': may('strong'),
  'POST /proofs': may('strong'),
  'GET /proofs/:id/proof.pdf': may('strong', { madeUp: true }),
  'POST /proofs/:id/revocation': may('strong', { madeUp: true }),
  'GET /api/v1/account/proofs': may('strong'),
  'POST /api/v1/account/proofs': may('strong', { with: { facts: ['of_age'] } }),
  'POST /api/v1/account/proofs/:proof_id/revocations': may('strong', { madeUp: true }),

  // Requests and what is uploaded with them
  'GET /files/:office/:document': may('holder', { of: 'upload' }),
  'GET /desk/files/:office/:document': may('holder', { of: 'upload' }),
  'POST /api/v1/uploads': may('citizen', { bodyFirst: true }),
  'GET /api/v1/uploads': may('citizen', { query: '?form_key=aaaaaaaaaaaa' }),
  'DELETE /api/v1/uploads/:upload_id': may('owner', { bodyFirst: true }),
  'GET /api/v1/offices/:office_id/documents/:document_id': may('holder', { of: 'upload' }),
  'GET /requests/new': everybody,
  'GET /requests/sent': everybody,
  'GET /requests/new/:procedure': everybody,
  'POST /requests/new/:procedure': everybody,
  'GET /requests': citizen,
  'GET /requests/:id': may('owner', { of: 'request', newcomersFindNothing: true }),
  'POST /requests/:id/messages': may('owner', { of: 'request', newcomersFindNothing: true }),
  'GET /requests/:id/cancellation': may('owner', { of: 'request', newcomersFindNothing: true }),
  'POST /requests/:id/cancellation': may('owner', { of: 'request', newcomersFindNothing: true }),
  'POST /requests/:id/email-verification': may('owner', { of: 'request', madeUp: true }),
  'POST /requests/:id/email-codes': may('owner', { of: 'request', madeUp: true }),
  'GET /desk/offices/:office/requests': serving,
  'POST /desk/offices/:office/requests/assignments': serving,
  'GET /desk/offices/:office/requests/saved-replies': serving,
  'POST /desk/offices/:office/requests/saved-replies': serving,
  'POST /desk/offices/:office/requests/saved-replies/:reply/removal': may('serving', { madeUp: true }),
  'GET /desk/offices/:office/requests/:id': may('serving', { of: 'request' }),
  'POST /desk/offices/:office/requests/:id/reply-texts': may('serving', { of: 'request' }),
  'POST /desk/offices/:office/requests/:id/charge': may('serving', { of: 'request' }),
  'POST /desk/offices/:office/requests/:id/return': may('serving', { of: 'request' }),
  'POST /desk/offices/:office/requests/:id/messages': may('serving', { of: 'request' }),
  'POST /desk/offices/:office/requests/:id/information-requests': may('serving', { of: 'request' }),
  'POST /desk/offices/:office/requests/:id/answers': may('serving', { of: 'request' }),
  'POST /desk/offices/:office/requests/:id/corrections': may('serving', { of: 'request' }),
  'POST /desk/offices/:office/requests/:id/rejection': may('serving', { of: 'request' }),
  'GET /api/v1/requests': citizen,
  'POST /api/v1/requests': may('citizen', { bodyFirst: true }),
  'GET /api/v1/requests/:request_id': own('request'),
  'POST /api/v1/requests/:request_id/messages': own('request', { text: 'Prova' }),
  'POST /api/v1/requests/:request_id/cancellation': own('request'),
  'POST /api/v1/requests/:request_id/email-verification': may('owner', {
    madeUp: true,
    with: { code: '123456' },
  }),
  'GET /api/v1/desk/offices/:office_id/requests': serving,
  'POST /api/v1/desk/offices/:office_id/requests/assignments': serving,
  'GET /api/v1/desk/offices/:office_id/requests/:request_id': may('serving', { of: 'request' }),
  'POST /api/v1/desk/offices/:office_id/requests/:request_id/charge': may('serving', {
    of: 'request',
    with: {},
  }),
  'POST /api/v1/desk/offices/:office_id/requests/:request_id/return': may('serving', {
    of: 'request',
    with: {},
  }),
  'POST /api/v1/desk/offices/:office_id/requests/:request_id/messages': may('serving', {
    of: 'request',
    with: { text: 'Prova' },
  }),
  'POST /api/v1/desk/offices/:office_id/requests/:request_id/information-requests': may('serving', {
    of: 'request',
    with: { text: 'Prova' },
  }),
  'POST /api/v1/desk/offices/:office_id/requests/:request_id/answers': may('serving', {
    of: 'request',
    with: { text: 'Prova' },
  }),
  'POST /api/v1/desk/offices/:office_id/requests/:request_id/corrections': may('serving', {
    of: 'request',
    with: {},
  }),
  'POST /api/v1/desk/offices/:office_id/requests/:request_id/rejection': may('serving', {
    of: 'request',
    with: { text: 'Prova' },
  }),
};
