import type { LightMyRequestResponse } from 'fastify';
import type { RegisteredRoute } from '#tests/support/routes.ts';
import type { Access } from './access.ts';
import {
  day,
  isOfficial,
  type Kind,
  kinds,
  municipality,
  office,
  otherMunicipality,
  type World,
} from './world.ts';

/** The cells of the table of `access.ts`: what each says, what is called for it, how the answer is read. */
export type Verdict = 'enters' | 'must sign in' | 'must activate' | 'finds nothing';

export const nameOf = ({ method, path }: RegisteredRoute) => `${method} ${path}`;

/** What the table says about a principal. */
export function expected(row: Access, kind: Kind): Verdict {
  if (row.bodyFirst) return 'enters';
  const inside = atTheDoor(row, kind);
  return inside === 'enters' && row.madeUp ? 'finds nothing' : inside;
}

function atTheDoor({ who, newcomers, newcomersFindNothing }: Access, kind: Kind): Verdict {
  const asOfficial = (mayEnter: readonly Kind[]): Verdict =>
    !isOfficial(kind) ? 'must sign in' : mayEnter.includes(kind) ? 'enters' : 'finds nothing';
  const asCitizen = (mayEnter: readonly Kind[]): Verdict => {
    if (kind === 'visitor' || isOfficial(kind)) return 'must sign in';
    if (kind === 'newcomer')
      return newcomers ? 'enters' : newcomersFindNothing ? 'finds nothing' : 'must activate';
    return mayEnter.includes(kind) ? 'enters' : 'finds nothing';
  };
  switch (who) {
    case 'everybody':
      return 'enters';
    case 'link':
      return 'finds nothing';
    case 'citizen':
      return asCitizen(['citizen', 'otherCitizen', 'strongCitizen']);
    case 'strong':
      return kind === 'newcomer' ? 'must activate' : kind === 'strongCitizen' ? 'enters' : 'must sign in';
    case 'owner':
      return asCitizen(['citizen']);
    case 'holder':
      return ['citizen', 'operator', 'admin', 'ministry'].includes(kind) ? 'enters' : 'finds nothing';
    case 'official':
      return asOfficial(kinds);
    case 'serving':
      return asOfficial(['operator', 'admin', 'ministry']);
    case 'administering':
      return asOfficial(['admin', 'ministry']);
    case 'administrator':
      return asOfficial(['admin', 'otherAdmin', 'ministry']);
    case 'ministry':
      return asOfficial(['ministry']);
  }
}

/** What an answer says. */
export function verdict({ statusCode: status, headers, body }: LightMyRequestResponse): string {
  const onward = headers.location ?? '';
  if (body.includes('"strong_sign_in_required"')) return 'must sign in';
  if (status === 401 || (status === 303 && /\/sign-in(\/spid)?\?next=/.test(onward))) return 'must sign in';
  if ((status === 303 && onward.endsWith('/account/activation')) || body.includes('"account_not_active"'))
    return 'must activate';
  if (body.includes('"strong_sign_in_required"')) return 'must sign in';
  if (status === 404 || status === 410) return 'finds nothing';
  // The tests' program asks no index of digital domiciles, and says so to those who may ask.
  if (body.includes('"not_connected"')) return 'enters';
  return (status >= 200 && status < 400) || status === 409 || status === 422 || status === 429
    ? 'enters'
    : `${status}: ${body.slice(0, 300)}`;
}

const samples: Readonly<Record<string, string>> = {
  service: 'passport',
  service_id: 'passport',
  office_id: office,
  day,
  picture: 'register.jpg',
  chapter: 'book',
  kind: 'mobile',
  municipality: 'a952',
  change: 'names',
  procedure: 'technical-help',
  folder: 'aire-registration',
  section: 'stay',
  how: 'ok',
  number: '1',
};

/** Routes of municipalities are tried with those where the same officials serve. */
const seatOf = ({ municipal }: Access, officeId: string): string =>
  !municipal ? officeId : officeId === office ? municipality : otherMunicipality;

export function address(
  { slotId }: Pick<World, 'slotId'>,
  path: string,
  access: Access,
  officeId: string,
  id: string,
): string {
  const filled = path
    .replace('*', 'index.css')
    .replace(/:(\w+)/g, (_, name) =>
      name === 'office' || (access.municipal && name === 'office_id')
        ? seatOf(access, officeId)
        : name === 'slot'
          ? String(slotId)
          : access.of === 'municipalService'
            ? id
            : (samples[name] ?? id),
    );
  return `${path.startsWith('/api/') || path.startsWith('/assets/') ? '' : '/it'}${filled}${access.query ?? ''}`;
}

export function posted(
  { slotId }: Pick<World, 'slotId'>,
  { with: fields }: Access,
  officeId: string,
): Access['with'] {
  return (
    fields &&
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        value === 'SLOT' ? slotId : value === 'OFFICE' ? officeId : value,
      ]),
    )
  );
}

/** These are gone once somebody has dealt with them. */
export const goneOnce: ReadonlySet<string> = new Set([
  'draft',
  'official',
  'intermediary',
  'municipalService',
  'notice',
]);
