import { defineLifecycle } from '#kernel/lifecycle.ts';

/** The life of an official's access (operatore): invited until the second factor is set up. */
export const officialLifecycle = defineLifecycle<
  'invited' | 'active' | 'dismissed',
  'enrol' | 'reset_second_factor' | 'dismiss'
>({
  invited: { enrol: 'active', reset_second_factor: 'invited', dismiss: 'dismissed' },
  active: { reset_second_factor: 'invited', dismiss: 'dismissed' },
  dismissed: {},
});

/** What an official may do at an office; the same words as the platform's. */
export type OfficeRole = 'operator' | 'office_admin';

export interface RoleAtOffice {
  readonly officeId: string;
  readonly role: OfficeRole;
}

/**
 * Whether an administrator decides alone about a whole person: the ministry about everybody, the administrator of an
 * office about those who serve nowhere else.
 */
export function decidesAbout(
  by: { readonly ministry: boolean; readonly roles: readonly RoleAtOffice[] },
  target: { readonly ministry: boolean; readonly roles: readonly { readonly officeId: string }[] },
): boolean {
  if (by.ministry) return true;
  if (target.ministry || target.roles.length === 0) return false;
  return target.roles.every(({ officeId }) =>
    by.roles.some((own) => own.officeId === officeId && own.role === 'office_admin'),
  );
}
