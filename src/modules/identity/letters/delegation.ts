import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatDay } from '#kernel/moment.ts';
import type { Message } from '#modules/notifications/public.ts';
import { type Delegation, lastDayOf } from '../domain/delegation.ts';

export type DelegationLetter = 'offered' | 'accepted' | 'declined' | 'revoked' | 'expired';
type Side = 'owner' | 'delegate';

/** Who is who in a letter: names as far as the reader knows them. */
export interface Sides {
  readonly owner: string;
  /** The name of the delegate, or before the answer the address. */
  readonly delegate: string;
}

interface Words {
  readonly subject: (about: Sides, title: string) => string;
  readonly text: (about: Sides, title: string, until: string) => readonly string[];
}

const it: Record<DelegationLetter, Record<Side, Words>> = {
  offered: {
    owner: {
      subject: (_about, title) => `Hai offerto una delega: ${title}`,
      text: ({ delegate }, title, until) => [
        `Hai chiesto a ${delegate} di agire per te in: ${title}. La delega vale fino al ${until}, se viene accettata entro 30 giorni.`,
        'Tutto quello che farà per te lo vedrai nelle tue pagine. Puoi revocare la delega in ogni momento, e vale subito.',
        'Se non sei stato tu, revoca la delega e cambia la password.',
      ],
    },
    delegate: {
      subject: ({ owner }) => `${owner} ti offre una delega`,
      text: ({ owner }, title, until) => [
        `${owner} ti chiede di agire per suo conto in: ${title}. La delega vale fino al ${until}.`,
        'Per accettare, accedi e apri la pagina «Deleghe». Se non hai un account, registrati con questo indirizzo: troverai lì l’offerta.',
        'Non devi accettare. Se non rispondi entro 30 giorni, l’offerta decade. Chi delega non ti dà la sua password: non chiederla.',
      ],
    },
  },
  accepted: {
    owner: {
      subject: ({ delegate }) => `${delegate} ha accettato la tua delega`,
      text: ({ delegate }, title, until) => [
        `${delegate} ora può agire per te in: ${title}, fino al ${until}.`,
        'Quello che fa per te lo vedi nella pagina «Deleghe» e nella pratica. Puoi revocare la delega in ogni momento.',
      ],
    },
    delegate: {
      subject: ({ owner }) => `Agisci per conto di ${owner}`,
      text: ({ owner }, title, until) => [
        `Hai accettato la delega di ${owner} per: ${title}, fino al ${until}.`,
        'Trovi le sue richieste tra le tue, con il suo nome. Tutto quello che fai per suo conto lo vedete tutti e due. Puoi rinunciare in ogni momento.',
      ],
    },
  },
  declined: {
    owner: {
      subject: (_about, title) => `La tua delega non è stata accettata: ${title}`,
      text: ({ delegate }, title) => [
        `${delegate} non ha accettato di agire per te in: ${title}.`,
        'Puoi continuare da solo, o chiederlo a un’altra persona dalla pagina «Deleghe».',
      ],
    },
    delegate: {
      subject: ({ owner }) => `Hai rifiutato la delega di ${owner}`,
      text: ({ owner }, title) => [
        `Non agirai per conto di ${owner} in: ${title}. L’abbiamo scritto anche a ${owner}. Non devi fare altro.`,
      ],
    },
  },
  revoked: {
    owner: {
      subject: (_about, title) => `La delega è finita: ${title}`,
      text: ({ delegate }, title) => [
        `La delega a ${delegate} per: ${title} è stata revocata. Da ora non vede e non fa più niente per te.`,
        'Quello che ha già inviato resta valido. La pratica continua: da ora te ne occupi tu.',
      ],
    },
    delegate: {
      subject: ({ owner }) => `La delega di ${owner} è finita`,
      text: ({ owner }, title) => [
        `La delega di ${owner} per: ${title} è stata revocata. Da ora non vedi più le sue richieste.`,
        'Non devi fare niente.',
      ],
    },
  },
  expired: {
    owner: {
      subject: (_about, title) => `La delega è scaduta: ${title}`,
      text: ({ delegate }, title) => [
        `La delega a ${delegate} per: ${title} è scaduta. Da ora non vede e non fa più niente per te.`,
        'Se serve ancora, puoi offrirla di nuovo dalla pagina «Deleghe».',
      ],
    },
    delegate: {
      subject: ({ owner }) => `La delega di ${owner} è scaduta`,
      text: ({ owner }, title) => [
        `La delega di ${owner} per: ${title} è scaduta. Da ora non vedi più le sue richieste.`,
        'Se serve ancora, chi ti ha delegato può offrirtela di nuovo.',
      ],
    },
  },
};

const en: typeof it = {
  offered: {
    owner: {
      subject: (_about, title) => `You have offered a delegation: ${title}`,
      text: ({ delegate }, title, until) => [
        `You have asked ${delegate} to act for you in: ${title}. The delegation lasts until ${until}, if it is accepted within 30 days.`,
        'You will see in your pages everything that is done for you. You can revoke the delegation at any time, with effect at once.',
        'If this was not you, revoke the delegation and change your password.',
      ],
    },
    delegate: {
      subject: ({ owner }) => `${owner} offers you a delegation`,
      text: ({ owner }, title, until) => [
        `${owner} asks you to act on their behalf in: ${title}. The delegation lasts until ${until}.`,
        'To accept, sign in and open the page “Delegations”. If you have no account, register with this address: the offer will be there.',
        'You do not have to accept. If you do not answer within 30 days, the offer lapses. Whoever delegates does not give you their password: do not ask for it.',
      ],
    },
  },
  accepted: {
    owner: {
      subject: ({ delegate }) => `${delegate} has accepted your delegation`,
      text: ({ delegate }, title, until) => [
        `${delegate} can now act for you in: ${title}, until ${until}.`,
        'You see what is done for you on the page “Delegations” and in the file. You can revoke the delegation at any time.',
      ],
    },
    delegate: {
      subject: ({ owner }) => `You act on behalf of ${owner}`,
      text: ({ owner }, title, until) => [
        `You have accepted the delegation of ${owner} for: ${title}, until ${until}.`,
        'You find their requests among yours, with their name. You both see everything that you do on their behalf. You can give it up at any time.',
      ],
    },
  },
  declined: {
    owner: {
      subject: (_about, title) => `Your delegation was not accepted: ${title}`,
      text: ({ delegate }, title) => [
        `${delegate} has not accepted to act for you in: ${title}.`,
        'You can go on by yourself, or ask somebody else from the page “Delegations”.',
      ],
    },
    delegate: {
      subject: ({ owner }) => `You have declined the delegation of ${owner}`,
      text: ({ owner }, title) => [
        `You will not act on behalf of ${owner} in: ${title}. We have told ${owner}, too. There is nothing else to do.`,
      ],
    },
  },
  revoked: {
    owner: {
      subject: (_about, title) => `The delegation has ended: ${title}`,
      text: ({ delegate }, title) => [
        `The delegation to ${delegate} for: ${title} has been revoked. From now on they see and do nothing for you.`,
        'What they have sent stays valid. The file goes on: from now on it is in your hands.',
      ],
    },
    delegate: {
      subject: ({ owner }) => `The delegation of ${owner} has ended`,
      text: ({ owner }, title) => [
        `The delegation of ${owner} for: ${title} has been revoked. From now on you do not see their requests any more.`,
        'There is nothing to do.',
      ],
    },
  },
  expired: {
    owner: {
      subject: (_about, title) => `The delegation has run out: ${title}`,
      text: ({ delegate }, title) => [
        `The delegation to ${delegate} for: ${title} has run out. From now on they see and do nothing for you.`,
        'If it is still needed, you can offer it again from the page “Delegations”.',
      ],
    },
    delegate: {
      subject: ({ owner }) => `The delegation of ${owner} has run out`,
      text: ({ owner }, title) => [
        `The delegation of ${owner} for: ${title} has run out. From now on you do not see their requests any more.`,
        'If it is still needed, whoever delegated it can offer it to you again.',
      ],
    },
  },
};

const words: Record<Locale, typeof it> = { it, en };
const greeting = { it: 'Buongiorno,', en: 'Good day,' };
const action = { it: 'Apri le deleghe', en: 'Open the delegations' };

/** A letter about a delegation to one of its two sides. */
export function delegationLetter(
  publicUrl: string,
  {
    delegation,
    event,
    side,
    sides,
    to,
  }: {
    readonly delegation: Delegation;
    readonly event: DelegationLetter;
    readonly side: Side;
    readonly sides: Sides;
    readonly to: { readonly email: string; readonly locale: Locale; readonly accountId: string | undefined };
  },
): Message {
  const { locale } = to;
  const letter = words[locale][event][side];
  const title = delegation.title[locale];
  const until = formatDay(civilDate(lastDayOf(delegation)) satisfies CivilDate, locale);
  return {
    channel: 'mail',
    to: to.email,
    locale,
    ...(to.accountId === undefined ? {} : { accountId: to.accountId }),
    subject: letter.subject(sides, title),
    paragraphs: [greeting[locale], ...letter.text(sides, title, until)],
    action: { label: action[locale], url: `${publicUrl}/${locale}/account/delegations` },
  };
}
