/**
 * What a page does and the operation of the API that does the same: one line for each page that posts. A new page
 * without a line fails `page-and-api.db.test.ts`. Where there is no operation, the line says why.
 */
export type Counterpart = string | { readonly none: string };

const desk = '/api/v1/desk/offices/{office_id}';
const town = '/api/v1/desk/municipalities/{office_id}';
const appointment = `${desk}/appointments/{appointment_id}`;
const answers = 'put /api/v1/drafts/{draft_id}/answers';
const none = (why: string): Counterpart => ({ none: why });
const guide =
  'The guide asks question by question and keeps the answers for the page; a program sends all facts at once to `/citizenship/assessments`, which keeps nothing.';

const spid =
  'A step of the browser on its way to the identity provider and back (SAML): people prove who they are in person, no program does it for them.';

export const counterparts: Readonly<Record<string, Counterpart>> = {
  'POST /report': 'post /api/v1/resale-reports',

  // Registration and sign-in
  'POST /register': 'post /api/v1/registrations',
  'POST /register/codes': 'post /api/v1/registration-codes',
  'POST /register/activation': 'post /api/v1/registration-activations',
  'POST /register/contest': 'post /api/v1/registration-contests',
  'POST /sign-in': 'post /api/v1/sessions',
  'POST /sign-in/passkey': 'post /api/v1/passkey-sessions',
  'POST /sign-in/unlock': 'post /api/v1/browser-unlocks',
  'POST /recovery': 'post /api/v1/recoveries',
  'POST /recovery/password': 'post /api/v1/recovered-passwords',
  'POST /re-entry': 'post /api/v1/re-entry-checks',
  'POST /re-entry/contacts': 'post /api/v1/re-entries',
  'POST /re-entry/objection': 'post /api/v1/re-entry-objections',
  'POST /sign-out': 'delete /api/v1/sessions/current',
  'POST /desk/sign-in': 'post /api/v1/desk/sessions',
  'POST /desk/sign-in/unlock': 'post /api/v1/desk/browser-unlocks',
  'POST /desk/enrolment': 'post /api/v1/desk/enrolments',

  'POST /sign-in/spid': none(spid),
  'POST /spid/acs': none(spid),
  'POST /spid/slo': none(spid),
  'POST /sign-in/spid/account': none(spid),
  'POST /sign-in/spid/connection': none(spid),
  'POST /sign-in/spid/re-entry': none(spid),

  // A person's own account
  'POST /account/profile': 'patch /api/v1/account',
  'POST /account/password': 'post /api/v1/account/password-changes',
  'POST /account/contacts/email/codes': 'post /api/v1/account/contacts/{kind}/codes',
  'POST /account/contacts/email/verification': 'post /api/v1/account/contacts/{kind}/verifications',
  'POST /account/contacts/mobile/codes': 'post /api/v1/account/contacts/{kind}/codes',
  'POST /account/contacts/mobile/verification': 'post /api/v1/account/contacts/{kind}/verifications',
  'POST /account/tokens': 'post /api/v1/account/tokens',
  'POST /account/tokens/:id/revocation': 'delete /api/v1/account/tokens/{id}',
  'POST /account/access/passkeys': 'post /api/v1/account/passkeys',
  'POST /account/access/passkeys/:id/removal': 'delete /api/v1/account/passkeys/{id}',
  'POST /account/access/passkeys/:id/name': 'patch /api/v1/account/passkeys/{id}',
  'POST /account/access/sessions/:id/end': 'delete /api/v1/account/sessions/{id}',
  'POST /account/access/sign-outs': 'post /api/v1/account/sign-outs',
  'POST /account/office-changes': 'post /api/v1/account/office-changes',
  'POST /account/delegations': 'post /api/v1/delegations',
  'POST /account/delegations/:id/acceptance': 'post /api/v1/delegations/{delegation_id}/acceptance',
  'POST /account/delegations/:id/refusal': 'post /api/v1/delegations/{delegation_id}/refusal',
  'POST /account/delegations/:id/revocation': 'post /api/v1/delegations/{delegation_id}/revocation',
  'POST /account/delegations/:id/drafts': 'post /api/v1/delegations/{delegation_id}/drafts',
  'POST /account/closing/codes': 'post /api/v1/account/closing-codes',
  'POST /account/closings': 'post /api/v1/account/closings',

  // Appointments
  'POST /offices/:office/services/:service/appointments': 'post /api/v1/appointments',
  'POST /offices/:office/services/:service/parties': 'post /api/v1/appointments',
  'POST /appointments/:id/confirmation': 'post /api/v1/appointments/{appointment_id}/confirmation',
  'POST /appointments/:id/letters': 'post /api/v1/appointments/{appointment_id}/letters',
  'POST /appointments/:id/cancellation': 'post /api/v1/appointments/{appointment_id}/cancellation',
  'POST /appointments/:id/move': 'post /api/v1/appointments/{appointment_id}/move',
  'POST /offers/:change/acceptance': 'post /api/v1/appointment-changes/{change_id}/acceptance',
  'POST /offers/:change/refusal': 'post /api/v1/appointment-changes/{change_id}/refusal',

  // Payments, registry record, certificates
  'POST /payments/contributions': 'post /api/v1/payments/contributions',
  'POST /payments/:id/checkouts': 'post /api/v1/payments/{payment_id}/checkouts',
  'POST /payments/:id/cancellation': 'post /api/v1/payments/{payment_id}/cancellation',
  'POST /desk/payments/:id/refund-entries': 'post /api/v1/desk/payments/{payment_id}/refund-entries',
  'POST /desk/payments/:id/notices/:number/refund-entries':
    'post /api/v1/desk/payments/{payment_id}/notices/{number}/refund-entries',
  'POST /desk/payments/:id/refunds/:number/payout':
    'post /api/v1/desk/payments/{payment_id}/refunds/{number}/payout',
  'POST /your-data/digital-domicile/checks': 'post /api/v1/registry-record/digital-domicile/checks',
  'POST /desk/offices/:office/consular-register': `post ${desk}/consular-entry-searches`,
  'POST /desk/offices/:office/registry': `post ${desk}/registry-searches`,
  'POST /desk/offices/:office/registry/people/:person/changes/:change': `post ${desk}/registry-records/{person_id}/changes`,
  'POST /desk/offices/:office/municipality/services': `post ${desk}/municipal-services`,
  'POST /desk/offices/:office/municipality/services/:service/withdrawal': `delete ${desk}/municipal-services/{service_id}`,
  'POST /desk/offices/:office/municipality/disconnection': `post ${desk}/registry-connections`,
  'POST /desk/offices/:office/municipality/connection': `post ${desk}/registry-connections`,
  'POST /desk/offices/:office/files/:id/office-messages': `post ${desk}/files/{file_id}/office-messages`,
  'POST /desk/municipalities/:office/files/searches': `post ${town}/file-searches`,
  'POST /desk/municipalities/:office/files/:id/charge': `post ${town}/files/{file_id}/charge`,
  'POST /desk/municipalities/:office/files/:id/return': `post ${town}/files/{file_id}/return`,
  'POST /desk/municipalities/:office/files/:id/confirmation': `post ${town}/files/{file_id}/confirmation`,
  'POST /desk/municipalities/:office/files/:id/refusal': `post ${town}/files/{file_id}/refusal`,
  'POST /desk/municipalities/:office/files/:id/messages': `post ${town}/files/{file_id}/messages`,
  'POST /certificates': 'post /api/v1/certificates',
  'POST /certificates/:id/cancellation': 'post /api/v1/certificates/{certificate_id}/cancellation',
  'POST /desk/certificate-keys/distrusts': 'post /api/v1/desk/certificate-key-distrusts',
  'POST /desk/certificate-keys/distrusts/:id/confirmation':
    'post /api/v1/desk/certificate-key-distrusts/{distrust_id}/confirmation',
  'POST /desk/certificate-keys/distrusts/:id/withdrawal':
    'post /api/v1/desk/certificate-key-distrusts/{distrust_id}/withdrawal',
  'POST /desk/offices/:office/certificates/searches': `post ${desk}/certificate-searches`,
  'POST /desk/offices/:office/certificates/:id/revocation': `post ${desk}/certificates/{certificate_id}/revocation`,
  'POST /self-certifications': none(
    'It writes a paper that the person signs by hand under their own responsibility (art. 46 D.P.R. 445/2000); nothing changes and nothing is kept.',
  ),
  'POST /v/files': 'post /api/v1/document-verifications',
  'POST /v/codes': 'post /api/v1/document-verifications',
  'POST /proofs': 'post /api/v1/account/proofs',
  'POST /proofs/:id/revocation': 'post /api/v1/account/proofs/{proof_id}/revocations',

  // Citizenship
  'POST /citizenship/records': 'post /api/v1/citizenship/record-comparisons',
  'POST /citizenship/assessments': 'post /api/v1/citizenship/assessments',
  'POST /citizenship/assessments/:token/answers': none(guide),
  'POST /citizenship/assessments/:token/law-days': none(guide),
  'POST /citizenship/assessments/:token/keeping': none(guide),
  'POST /citizenship/assessments/:token/copies': none(guide),
  'POST /citizenship/assessments/:token/deletion': none(guide),
  'POST /desk/citizenship': 'post /api/v1/citizenship/assessments',

  // Forms and files
  'POST /procedures/:folder/drafts': 'post /api/v1/drafts',
  'POST /drafts/:draft/sections/:section': answers,
  'POST /drafts/:draft/sections/:section/entries': answers,
  'POST /drafts/:draft/sections/:section/entries/:entry': answers,
  'POST /drafts/:draft/sections/:section/entries/:entry/removal': answers,
  'POST /drafts/:draft/documents': 'post /api/v1/uploads',
  'POST /drafts/:draft/submission': 'post /api/v1/drafts/{draft_id}/submission',
  'POST /drafts/:draft/transfer': 'post /api/v1/drafts/{draft_id}/transfer',
  'POST /drafts/:draft/removal': 'delete /api/v1/drafts/{draft_id}',
  'POST /files/:id/messages': 'post /api/v1/files/{file_id}/messages',
  'POST /files/:id/correction-drafts': 'post /api/v1/files/{file_id}/correction-drafts',
  'POST /files/:id/cancellation': 'post /api/v1/files/{file_id}/cancellation',

  // Requests
  'POST /requests/new/:procedure': 'post /api/v1/requests',
  'POST /requests/:id/messages': 'post /api/v1/requests/{request_id}/messages',
  'POST /requests/:id/cancellation': 'post /api/v1/requests/{request_id}/cancellation',
  'POST /requests/:id/email-verification': 'post /api/v1/requests/{request_id}/email-verification',
  'POST /requests/:id/email-codes': 'post /api/v1/requests/{request_id}/email-codes',
  'POST /desk/offices/:office/files/assignments': `post ${desk}/files/assignments`,
  'POST /desk/offices/:office/files/batches': `post ${desk}/files/batches`,
  'POST /desk/offices/:office/files/absences': `post ${desk}/absences`,
  'POST /desk/offices/:office/files/absences/:absence/removal': `delete ${desk}/absences/{absence_id}`,
  'POST /desk/offices/:office/files/:id/reply-texts': none(
    'Puts a ready text into the form of the page, which is written there: a program has the texts and no form.',
  ),
  ...Object.fromEntries(
    [
      'charge',
      'return',
      'hand-overs',
      'notes',
      'messages',
      'checks',
      'corrections',
      'municipality-transfers',
      'acceptance',
      'rejection',
    ].map((noun) => [`POST /desk/offices/:office/files/:id/${noun}`, `post ${desk}/files/{file_id}/${noun}`]),
  ),
  'POST /desk/offices/:office/requests/assignments': `post ${desk}/requests/assignments`,
  'POST /desk/offices/:office/requests/saved-replies': `post ${desk}/saved-replies`,
  'POST /desk/offices/:office/requests/saved-replies/:reply/removal': `delete ${desk}/saved-replies/{saved_reply_id}`,
  'POST /desk/offices/:office/requests/:id/reply-texts': none(
    'It puts a saved answer into the text field of the page and changes nothing; a program reads `/saved-replies`.',
  ),
  'POST /desk/offices/:office/requests/:id/charge': `post ${desk}/requests/{request_id}/charge`,
  'POST /desk/offices/:office/requests/:id/return': `post ${desk}/requests/{request_id}/return`,
  'POST /desk/offices/:office/requests/:id/messages': `post ${desk}/requests/{request_id}/messages`,
  'POST /desk/offices/:office/requests/:id/information-requests': `post ${desk}/requests/{request_id}/information-requests`,
  'POST /desk/offices/:office/requests/:id/answers': `post ${desk}/requests/{request_id}/answers`,
  'POST /desk/offices/:office/requests/:id/corrections': `post ${desk}/requests/{request_id}/corrections`,
  'POST /desk/offices/:office/requests/:id/rejection': `post ${desk}/requests/{request_id}/rejection`,

  // The counter
  'POST /desk/offices/:office/appointments/:id/charge': `post ${appointment}/charge`,
  'POST /desk/offices/:office/appointments/:id/check-in': `post ${appointment}/check-in`,
  'POST /desk/offices/:office/appointments/:id/serving': `post ${appointment}/serving`,
  'POST /desk/offices/:office/appointments/:id/absence': `post ${appointment}/absence`,
  'POST /desk/offices/:office/appointments/:id/excuse': `post ${appointment}/excuse`,
  'POST /desk/offices/:office/appointments/:id/cancellation': `post ${appointment}/office-changes`,
  'POST /desk/offices/:office/appointments/:id/fees': `post ${appointment}/receipts`,
  'POST /desk/offices/:office/walk-ins': `post ${desk}/walk-ins`,
  'POST /desk/offices/:office/receipts': `post ${desk}/receipts`,
  'POST /desk/offices/:office/receipts/:id/void-requests': `post ${desk}/receipts/{receipt_id}/void-requests`,
  'POST /desk/offices/:office/receipts/:id/voiding': `post ${desk}/receipts/{receipt_id}/void-decisions`,
  'POST /desk/offices/:office/receipts/:id/void-refusal': `post ${desk}/receipts/{receipt_id}/void-decisions`,
  'POST /desk/offices/:office/till/:day/closing': `post ${desk}/closings/{day}`,

  // Setting up an office
  'POST /desk/offices/:office/notices': `post ${desk}/notices`,
  'POST /desk/offices/:office/notices/:notice/withdrawal': `delete ${desk}/notices/{notice_id}`,
  'POST /desk/offices/:office/services/:service': `put ${desk}/services/{service_id}`,
  'POST /desk/offices/:office/agendas': `post ${desk}/agendas`,
  'POST /desk/offices/:office/agendas/:agenda': `put ${desk}/agendas/{agenda_id}`,
  'POST /desk/offices/:office/agendas/:agenda/windows': `post ${desk}/agendas/{agenda_id}/weekly-windows`,
  'POST /desk/offices/:office/agendas/:agenda/extra-windows': `post ${desk}/agendas/{agenda_id}/extra-windows`,
  'POST /desk/offices/:office/agendas/:agenda/windows/:entry/removal': `delete ${desk}/agendas/{agenda_id}/weekly-windows/{window_id}`,
  'POST /desk/offices/:office/agendas/:agenda/extra-windows/:entry/removal': `delete ${desk}/agendas/{agenda_id}/extra-windows/{window_id}`,
  'POST /desk/offices/:office/closures': `post ${desk}/closures`,
  'POST /desk/offices/:office/closures/:entry/removal': `delete ${desk}/closures/{closure_id}`,
  'POST /desk/offices/:office/holidays': `post ${desk}/holiday-decisions`,
  'POST /desk/offices/:office/holidays/:day/reconsideration': `delete ${desk}/holiday-decisions/{day}`,
  // The page decides about many at once, one after the other by the same use case.
  'POST /desk/offices/:office/displacements': `post ${appointment}/office-changes`,

  // Officials, and people of an office
  'POST /desk/access/passkeys': 'post /api/v1/desk/passkeys',
  'POST /desk/access/passkeys/:id/removal': 'delete /api/v1/desk/passkeys/{id}',
  'POST /desk/access/passkeys/:id/name': 'patch /api/v1/desk/passkeys/{id}',
  'POST /desk/officials': 'post /api/v1/desk/officials',
  'POST /desk/officials/:id/roles': 'post /api/v1/desk/officials/{id}/roles',
  'POST /desk/officials/:id/dismissal': 'post /api/v1/desk/officials/{id}/dismissal',
  'POST /desk/officials/:id/second-factor-reset': 'post /api/v1/desk/officials/{id}/second-factor-reset',
  'POST /desk/identity/blocks/:id/lifting': 'post /api/v1/desk/identity/blocks/{id}/lifting',
  'POST /desk/identity/blocks/:id/upholding': 'post /api/v1/desk/identity/blocks/{id}/upholding',
  'POST /desk/identity/intermediaries': 'post /api/v1/desk/identity/intermediaries',
  'POST /desk/identity/intermediaries/:key/removal': 'delete /api/v1/desk/identity/intermediaries/{key}',
  'POST /desk/people': 'post /api/v1/desk/people-searches',
  'POST /desk/people/:id/re-entries': 'post /api/v1/desk/people/{id}/re-entries',
  'POST /desk/people/:id/abuse-closings': 'post /api/v1/desk/people/{id}/abuse-closings',
  'POST /desk/re-entries/:id/confirmation': 'post /api/v1/desk/re-entries/{id}/confirmations',
  'POST /desk/office-changes/:id/reversal': 'post /api/v1/desk/office-changes/{id}/reversals',
};
