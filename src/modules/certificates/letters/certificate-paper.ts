import { join } from 'node:path';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Paper } from '#platform/pdf/render-pdf.ts';
import type { CertificateContent, Printed } from '../domain/content.ts';
import { exemptions } from '../domain/exemptions.ts';
import { kinds } from '../domain/kinds.ts';
import { titleOf } from './printed/content-of.ts';
import { type FrameTexts, frameDe, frameIt, frameSl } from './printed/frame.ts';

const template = join(import.meta.dirname, 'certificate.typ');
const frames = { it: frameIt, de: frameDe, sl: frameSl } as const;

/** What a certificate gets when it is issued; the rendering on which the stamp is bought has none of it. */
export interface Issue {
  readonly number: string;
  readonly issuedOn: CivilDate;
  readonly validUntil: CivilDate;
  readonly stamp?: { readonly iubd: string; readonly boughtOn: CivilDate } | undefined;
  readonly qr: { readonly svg: string; readonly code: string; readonly address: string };
}

export interface CertificatePaper {
  readonly content: CertificateContent;
  readonly issue?: Issue;
  /** A document of the demonstration says on its face that it is none. */
  readonly facsimile: boolean;
  readonly at: Temporal.Instant;
}

/** The paper of a certificate: the same content at the preview, for the stamp, and when it is issued. */
export function certificatePaper({ content, issue, facsimile, at }: CertificatePaper): Paper {
  const { language } = content;
  const second = language === 'it' ? undefined : frames[language];
  const both = (say: (frame: FrameTexts) => string): Printed =>
    second === undefined ? { it: say(frameIt) } : { it: say(frameIt), other: say(second) };
  const title = titleOf(content);
  const laws = [...new Set(content.statements.map((each) => kinds[each.kind].law))];
  const electoral = content.statements.every((each) => kinds[each.kind].register === 'electoral');
  const { duty, municipality, dataOf } = content;
  const name = (each: Printed) => (frame: FrameTexts) =>
    frame.municipality(frame === frameIt ? each.it : (each.other ?? each.it));
  return {
    template,
    lang: 'it',
    title: title.it,
    sender: municipality.name.it,
    at,
    ...(issue === undefined ? {} : { images: { qr: issue.qr.svg } }),
    data: {
      other: second === undefined ? null : language,
      facsimile: facsimile ? frameIt.facsimile : null,
      issuer: frameIt.issuer,
      municipality: both(name(municipality.name)),
      office: both((frame) => (electoral ? frame.electoralOffice : frame.registryOffice)),
      title,
      law: laws.join('; '),
      certifies: both((frame) => frame.certifies(electoral)),
      person: content.person,
      statements: content.statements,
      privateUse: both((frame) => frame.privateUse),
      duty: both((frame) =>
        duty.kind === 'exempt'
          ? frame.exempt(frame.uses[duty.use], exemptions[duty.use].law)
          : issue?.stamp === undefined
            ? frame.stampDue
            : frame.stamped(issue.stamp.iubd, frame.day(issue.stamp.boughtOn)),
      ),
      validity: both((frame) =>
        issue === undefined
          ? frame.months
          : `${frame.months} ${frame.validUntil(frame.day(issue.validUntil))}`,
      ),
      closing: [
        ...(issue === undefined
          ? [both((frame) => frame.notIssued)]
          : [
              both((frame) => frame.issued(issue.number, frame.day(issue.issuedOn))),
              both((frame) => frame.sealed),
              both((frame) => frame.check(issue.qr.address, issue.qr.code)),
            ]),
        both((frame) => frame.dataOf(frame.day(dataOf))),
      ],
      qr: issue === undefined ? null : frameIt.qr(issue.qr.code),
      footer: issue === undefined ? frameIt.draftFooter : frameIt.footer(issue.number, issue.qr.code),
    },
  };
}
