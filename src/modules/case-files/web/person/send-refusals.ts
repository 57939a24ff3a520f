import type { ResubmitRefusal } from '../../use-cases/correct-form.ts';
import type { SendRefusal } from '../../use-cases/send-form.ts';
import type { TransferRefusal } from '../../use-cases/transfer-draft.ts';

/** Why a form was not sent, not corrected, or does not go on elsewhere. */
export type SendRefusalCode = (SendRefusal | ResubmitRefusal | TransferRefusal)['code'] | 'key_reused';

/** The status of each refusal, for pages and machines. */
export const statusOf: Record<SendRefusalCode, 404 | 409 | 422 | 429> = {
  no_such_draft: 404,
  no_such_case_file: 404,
  form_incomplete: 422,
  no_office: 422,
  needs_consular_register: 409,
  needs_aire: 409,
  too_many_requests: 429,
  open_already: 409,
  not_now: 409,
  changed_meanwhile: 409,
  not_corrected: 422,
  stays_here: 409,
  not_delegated: 409,
  key_reused: 422,
};
