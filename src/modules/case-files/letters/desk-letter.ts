import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatShortDay } from '#kernel/moment.ts';
import type { Message } from '#modules/notifications/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { type Protocol, protocolText } from '../domain/case-file.ts';

/** What presses at a desk, by protocol numbers alone: letters carry no names. */
export interface DeskDigest {
  readonly officeId: string;
  readonly pressing: readonly {
    readonly protocol: Protocol;
    readonly by: { readonly day: CivilDate; readonly why: 'term' | 'usual'; readonly left: number };
  }[];
  /** Files in the hands of colleagues who are away or have left. */
  readonly left: number;
}

interface Words {
  readonly subject: (office: string) => string;
  readonly greeting: (name: string) => string;
  readonly pressing: (count: number) => string;
  readonly line: (protocol: string, day: string, why: 'term' | 'usual', left: number) => string;
  readonly left: (count: number) => string;
  readonly action: string;
}

const words: Record<Locale, Words> = {
  it: {
    subject: (office) => `Pratiche in scadenza: ${office}`,
    greeting: (name) => `Ciao ${name},`,
    pressing: (count) =>
      count === 1 ? 'Una pratica è vicina alla scadenza:' : `${count} pratiche sono vicine alla scadenza:`,
    line: (protocol, day, why, left) =>
      `${protocol}: ${why === 'term' ? 'termine di legge' : 'tempo indicato alla persona'} ${day}${left < 0 ? ' (passato)' : ''}`,
    left: (count) =>
      count === 1
        ? 'Una pratica è in carico a chi è assente o non lavora più nella sede: passala a un collega.'
        : `${count} pratiche sono in carico a chi è assente o non lavora più nella sede: passale ai colleghi.`,
    action: 'Apri le pratiche',
  },
  en: {
    subject: (office) => `Files that are nearly due: ${office}`,
    greeting: (name) => `Hello ${name},`,
    pressing: (count) => (count === 1 ? 'One file is nearly due:' : `${count} files are nearly due:`),
    line: (protocol, day, why, left) =>
      `${protocol}: ${why === 'term' ? 'legal term' : 'time that the person was told'} ${day}${left < 0 ? ' (over)' : ''}`,
    left: (count) =>
      count === 1
        ? 'One file is with somebody who is away or has left the office: hand it over to a colleague.'
        : `${count} files are with people who are away or have left the office: hand them over to colleagues.`,
    action: 'Open the files',
  },
};

/** The morning letter to an administrator of an office. */
export function deskLetter(
  { publicUrl }: Pick<Deps, 'publicUrl'>,
  to: { readonly name: string; readonly email: string; readonly locale: Locale },
  { officeId, pressing, left }: DeskDigest,
): Message {
  const say = words[to.locale];
  return {
    channel: 'mail',
    to: to.email,
    locale: to.locale,
    officeId,
    subject: say.subject(findOffice(officeId)?.name[to.locale] ?? officeId),
    paragraphs: [
      say.greeting(to.name),
      ...(pressing.length === 0 ? [] : [say.pressing(pressing.length)]),
      ...pressing.map(({ protocol, by }) =>
        say.line(protocolText(protocol), formatShortDay(by.day, to.locale), by.why, by.left),
      ),
      ...(left === 0 ? [] : [say.left(left)]),
    ],
    action: { label: say.action, url: `${publicUrl}/${to.locale}/desk/offices/${officeId}/files?near=yes` },
  };
}
