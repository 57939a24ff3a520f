import type { Locale } from '#kernel/locale.ts';
import type { NextStep } from '../../domain/next-step.ts';

const it = {
  title: 'Dove risulti',
  lead: 'Avere un account non vuol dire essere iscritto: sono tre cose diverse.',
  account: 'Account',
  accountYes: 'Sì. Serve per usare il portale, e non iscrive da nessuna parte.',
  register: 'Schedario del consolato',
  registerNo: 'No. È l’elenco degli italiani che vivono nella circoscrizione di una sede.',
  registerWaiting: (office: string, day: string) =>
    `Sì, dal ${day}: ${office}. La sede ha mandato la tua richiesta al comune.`,
  registerYes: (office: string, day: string) => `Sì, dal ${day}: ${office}.`,
  aire: 'AIRE',
  aireNo: 'No. È l’anagrafe degli italiani all’estero, e la tiene il comune.',
  aireWaiting: 'Non ancora: manca la conferma del comune.',
  aireYes: (municipality: string, since: string) => `Sì, comune di ${municipality}, ${since}.`,
  next: {
    register:
      'Che cosa fare: se vivi all’estero, o ci resti più di dodici mesi, chiedi l’iscrizione all’AIRE.',
    register_at_new_office:
      'Che cosa fare: ora la tua sede è un’altra. Chiedi l’iscrizione all’AIRE alla sede nuova: vale come cambio di residenza, e quella di prima lo viene a sapere.',
    wait: 'Che cosa fare: niente. Ti scriviamo appena il comune conferma.',
    tell_changes: 'Che cosa fare: se cambi casa nella circoscrizione, comunica il nuovo indirizzo.',
    return:
      'Che cosa fare: vivi in Italia ma risulti ancora all’estero. Dichiara la residenza nel tuo comune, che avvisa il consolato.',
  } satisfies Record<NextStep, string>,
  link: {
    register: 'Chiedi l’iscrizione all’AIRE',
    register_at_new_office: 'Chiedi l’iscrizione all’AIRE alla sede nuova',
    wait: 'Segui le tue richieste',
    tell_changes: 'Comunica un cambio di indirizzo',
    return: 'Trova il tuo comune',
  } satisfies Record<NextStep, string>,
  compare: 'Confronta i tuoi dati nei tre registri',
};

const en: typeof it = {
  title: 'Where you are registered',
  lead: 'Having an account does not mean being registered: these are three different things.',
  account: 'Account',
  accountYes: 'Yes. You need it to use the portal, and it registers you nowhere.',
  register: 'Consular register',
  registerNo: 'No. It lists the Italians who live in the district of an office.',
  registerWaiting: (office, day) =>
    `Yes, since ${day}: ${office}. The office has sent your request to the municipality.`,
  registerYes: (office, day) => `Yes, since ${day}: ${office}.`,
  aire: 'AIRE',
  aireNo: 'No. It is the registry of Italians abroad, and the municipality keeps it.',
  aireWaiting: 'Not yet: the municipality has not confirmed.',
  aireYes: (municipality, since) => `Yes, municipality of ${municipality}, ${since}.`,
  next: {
    register:
      'What to do: if you live abroad, or stay for more than twelve months, request AIRE registration.',
    register_at_new_office:
      'What to do: your office is another one now. Request AIRE registration at the new office: it counts as a change of residence, and the old one is told.',
    wait: 'What to do: nothing. We write to you once the municipality confirms.',
    tell_changes: 'What to do: if you move within the district, tell the new address.',
    return:
      'What to do: you live in Italy but are still registered abroad. Declare your residence at your municipality, which tells the consulate.',
  },
  link: {
    register: 'Request AIRE registration',
    register_at_new_office: 'Request AIRE registration at the new office',
    wait: 'Follow your requests',
    tell_changes: 'Tell a change of address',
    return: 'Find your municipality',
  },
  compare: 'Compare your data in the three registers',
};

export const standingWords: Record<Locale, typeof it> = { it, en };
