import type { Locale } from '#kernel/locale.ts';
import type { Message } from '#modules/notifications/public.ts';
import { findOffice, type MunicipalOffice } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { type CaseFile, protocolText } from '../domain/case-file.ts';
import type { Procedure, Reminder } from '../domain/procedure.ts';
import { titleOf } from './titles.ts';

interface Words {
  readonly subject: (title: string, protocol: string, number: number) => string;
  readonly waits: (days: number, office: string) => string;
  readonly ask: string;
  readonly law: string;
  readonly open: string;
  readonly told: (title: string, protocol: string) => string;
  readonly toldText: (days: number, municipality: string) => string;
  readonly toldNext: string;
  readonly differs: (title: string, protocol: string) => string;
  readonly differsText: (days: number) => string;
  readonly differsAsk: string;
}

const words: Record<Locale, Words> = {
  it: {
    subject: (title, protocol, number) => `Sollecito n. ${number}: ${title}, prot. ${protocol}`,
    waits: (days, office) =>
      `Questa pratica aspetta la conferma del comune da ${days} giorni. L’ha inviata: ${office}.`,
    ask: 'Aprila dal collegamento qui sotto: confermala con il giorno e l’atto dell’iscrizione, oppure spiega perché non si può. Anche la persona vede che il comune è stato sollecitato.',
    law: 'Il termine generale dei procedimenti è di trenta giorni (L. 241/1990, art. 2, c. 2); passato quello può decidere chi ha il potere sostitutivo (c. 9-bis).',
    open: 'Apri la pratica',
    told: (title, protocol) => `Il comune è stato sollecitato: ${title}, prot. ${protocol}`,
    toldText: (days, municipality) =>
      `${municipality} ha questa pratica da ${days} giorni e non ha ancora risposto: oggi l’abbiamo sollecitato.`,
    toldNext: 'La pratica resta in carico a te. Puoi scrivere al comune dalla pagina della pratica.',
    differs: (title, protocol) => `L’anagrafe non mostra ancora il cambiamento: ${title}, prot. ${protocol}`,
    differsText: (days) =>
      `Il comune ha confermato questa pratica da ${days} giorni, ma la scheda della persona nell’anagrafe non è ancora cambiata.`,
    differsAsk:
      'Registra il cambiamento nella scheda: finché non c’è, certificati e liste elettorali restano quelli di prima.',
  },
  en: {
    subject: (title, protocol, number) => `Reminder ${number}: ${title}, protocol ${protocol}`,
    waits: (days, office) =>
      `This file has been waiting for the municipality’s confirmation for ${days} days. It was sent by: ${office}.`,
    ask: 'Open it from the link below: confirm it with the day and the act of the registration, or explain why this cannot be done. The person also sees that the municipality was reminded.',
    law: 'The general term for procedures is thirty days (L. 241/1990 art. 2(2)); after it, whoever may act in the municipality’s stead can decide (9-bis).',
    open: 'Open the file',
    told: (title, protocol) => `The municipality was reminded: ${title}, protocol ${protocol}`,
    toldText: (days, municipality) =>
      `${municipality} has had this file for ${days} days and has not answered yet: we reminded it today.`,
    toldNext:
      'You still have the file in charge. You can write to the municipality from the page of the file.',
    differs: (title, protocol) => `The registry does not show the change yet: ${title}, protocol ${protocol}`,
    differsText: (days) =>
      `The municipality confirmed this file ${days} days ago, but the person’s record in the registry has not changed yet.`,
    differsAsk:
      'Enter the change in the record: until it is there, certificates and electoral rolls stay as they were.',
  },
};

type From = Pick<Deps, 'publicUrl'> & { readonly procedures: { of(id: string): Procedure } };

interface About {
  readonly file: CaseFile;
  readonly municipality: MunicipalOffice;
  readonly days: number;
}

/** An officer, or the desk of a municipality: where the letter goes and in which language. */
export interface Recipient {
  readonly to: string;
  readonly locale: Locale;
}

function parts({ procedures }: From, { file }: About, locale: Locale) {
  const title = titleOf(procedures.of(file.procedure), file, locale);
  const protocol = file.protocol === null ? '' : protocolText(file.protocol);
  return { title, protocol, office: findOffice(file.officeId)?.name[locale] ?? file.officeId };
}

/** Reminds a municipality of a file (sollecito); names stay out of the letter, they are read at the desk. */
export function reminderLetter(
  deps: From,
  about: About,
  { to, locale }: Recipient,
  { channel }: Pick<Reminder, 'channel'>,
  number: number,
): Message {
  const { title, protocol, office } = parts(deps, about, locale);
  const said = words[locale];
  return {
    channel,
    to,
    locale,
    officeId: about.municipality.id,
    subject: said.subject(title, protocol, number),
    paragraphs: [said.waits(about.days, office), said.ask, said.law],
    action: deskLink(deps, about, said.open, locale),
  };
}

/** Tells the official of the consulate that the municipality was reminded. */
export function remindedLetter(deps: From, about: About, { to, locale }: Recipient): Message {
  const { title, protocol } = parts(deps, about, locale);
  const said = words[locale];
  const { file, municipality, days } = about;
  return {
    channel: 'mail',
    to,
    locale,
    officeId: file.officeId,
    subject: said.told(title, protocol),
    paragraphs: [said.toldText(days, municipality.name[locale]), said.toldNext],
    action: {
      label: said.open,
      url: `${deps.publicUrl}/${locale}/desk/offices/${file.officeId}/files/${file.id}`,
    },
  };
}

/** Tells the officer who confirmed that the registry does not show it. */
export function differsLetter(deps: From, about: About, { to, locale }: Recipient): Message {
  const { title, protocol } = parts(deps, about, locale);
  const said = words[locale];
  return {
    channel: 'mail',
    to,
    locale,
    officeId: about.municipality.id,
    subject: said.differs(title, protocol),
    paragraphs: [said.differsText(about.days), said.differsAsk],
    action: deskLink(deps, about, said.open, locale),
  };
}

function deskLink({ publicUrl }: From, { file, municipality }: About, label: string, locale: Locale) {
  return { label, url: `${publicUrl}/${locale}/desk/municipalities/${municipality.id}/files/${file.id}` };
}
