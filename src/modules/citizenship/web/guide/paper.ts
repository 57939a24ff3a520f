import { join } from 'node:path';
import { dayAt } from '#kernel/civil-date.ts';
import { countryName } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import { type Cents, formatEuro } from '#kernel/money.ts';
import type { Paper } from '#platform/pdf/render-pdf.ts';
import type { Assessment } from '../../domain/answer/assessment.ts';
import { keyOf } from '../../domain/guide/answers.ts';
import type { Guidance, Tried } from '../../domain/guide/guide.ts';
import type { SavedAssessment } from '../../domain/guide/saved.ts';
import { toDay } from '../../domain/reasoning/day.ts';
import { sayDay } from '../../domain/words/say.ts';
import { guideWords } from '../words/words.ts';
import { familyPicture } from './family-tree.ts';
import { nameForPapers } from './people.ts';
import { documentDetails, literalSubject } from './practicalities.ts';
import { asked, said } from './told.ts';
import { verdictOf } from './verdict.ts';

const template = join(import.meta.dirname, 'paper.typ');

interface Printed {
  readonly saved: SavedAssessment;
  readonly guidance: Guidance;
  readonly best: Tried;
  readonly asOf: string;
  readonly at: Temporal.Instant;
  readonly locale: Locale;
}

/** The answer with its reasoning on paper, for the family: what the page says, without what only works on a page. */
export async function assessmentPaper(printed: Printed): Promise<Paper> {
  const { saved, guidance, best, asOf, at, locale } = printed;
  const words = guideWords[locale];
  const { assessment, route } = best;
  const { svg, alt } = await familyPicture(saved.answers, asOf, locale);
  const day = (iso: string) => sayDay(toDay(iso), locale);
  const [, width = '200'] = /<svg width="(\d+)pt"/.exec(svg) ?? [];
  return {
    template,
    lang: locale,
    title: words.title,
    sender: words.landing.title,
    note: `${words.result.information} ${day(dayAt(at, 'Europe/Rome'))}`,
    images: { family: svg },
    at,
    data: {
      title: verdictOf(guidance, locale),
      reason: assessment.reason,
      notices: notices(assessment, locale),
      information: `${words.landing.information} ${words.result.law(day(asOf), assessment.rules_version)}`,
      steps: {
        title: words.result.steps,
        route: words.routes[route],
        items: assessment.steps.map((step) => ({
          mark: markOf(step.holds, locale),
          because: step.because,
          source: `${step.citation}, ${step.rule}`,
        })),
      },
      lists: assessment.verdict === 'not_eligible' ? ways(assessment, locale) : practical(printed),
      family: { title: words.tree.title, alt, width: Math.round(Number(width) * 0.4) },
      told: {
        title: words.result.toldTitle,
        rows: guidance.told.map((question) => ({
          label: asked(question, saved.answers, locale),
          lines: [said(question, saved.answers[keyOf(question)] ?? '', locale)],
        })),
      },
    },
  };
}

function markOf(holds: boolean | null, locale: Locale): string {
  const words = guideWords[locale].result;
  return holds === true ? words.holds : holds === false ? words.fails : words.open;
}

function notices(assessment: Assessment, locale: Locale): string[] {
  const words = guideWords[locale].result;
  const { deadline, missing_fact: missing, review, counterfactual } = assessment;
  return [
    ...(deadline === undefined ? [] : [words.deadlineText(sayDay(toDay(deadline), locale))]),
    ...(missing === undefined ? [] : [`${missing.question} ${words.missingProof(missing.proof)}`]),
    ...(review === undefined ? [] : [review.reason]),
    ...(counterfactual === undefined ? [] : [counterfactual.explanation]),
  ];
}

interface PrintedList {
  readonly title: string;
  readonly lead: string;
  readonly groups: readonly {
    readonly name: string;
    readonly items: readonly { readonly what: string; readonly detail: string }[];
  }[];
}

function practical({ saved, best: { assessment }, locale }: Printed): PrintedList[] {
  const words = guideWords[locale].result;
  const people = [...new Set(assessment.documents.map(({ person }) => person))];
  const { office, booking } = assessment;
  const officeText =
    office === null
      ? []
      : [words.officeOf[office.kind](office.country === null ? '…' : countryName(office.country, locale))];
  const bookingText =
    booking === null
      ? []
      : [
          booking.instructions,
          ...(booking.subject === undefined
            ? []
            : [`${words.subject}: ${literalSubject(booking.subject, locale)}`]),
        ];
  return [
    {
      title: words.documents,
      lead: words.documentsLead,
      groups: people.map((person) => ({
        name: nameForPapers(person, saved.answers, locale),
        items: assessment.documents
          .filter((paper) => paper.person === person)
          .map((paper) => ({ what: paper.name, detail: documentDetails(paper, locale) })),
      })),
    },
    {
      title: words.fees,
      lead: assessment.fees.length === 0 ? words.noFees : '',
      groups: [
        {
          name: '',
          items: assessment.fees.map((fee) => ({
            what: `${fee.name}: ${fee.amount_cents === 0 ? words.free : formatEuro(fee.amount_cents as Cents, locale)}`,
            detail: [
              fee.article,
              fee.payment,
              fee.transfer &&
                `IBAN ${fee.transfer.iban}, BIC ${fee.transfer.bic}, ${fee.transfer.bank}, ${words.beneficiary}: ${fee.transfer.beneficiary}`,
              fee.reference && `${words.reference}: ${fee.reference}`,
            ]
              .filter(Boolean)
              .join('; '),
          })),
        },
      ],
    },
    {
      title: words.office,
      lead: '',
      groups: [{ name: '', items: [...officeText, ...bookingText].map((what) => ({ what, detail: '' })) }],
    },
  ];
}

function ways(assessment: Assessment, locale: Locale): PrintedList[] {
  const words = guideWords[locale];
  if (assessment.next_routes.length === 0) return [];
  const items = assessment.next_routes.map(({ route, why }) => ({ what: words.routes[route], detail: why }));
  return [{ title: words.result.next, lead: '', groups: [{ name: '', items }] }];
}
