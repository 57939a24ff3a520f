import type { Locale, Text } from '#kernel/locale.ts';
import { italianOn } from '../bar/not-barred.ts';
import type { Route } from '../facts/shape.ts';
import { Fork } from '../reasoning/unknown.ts';
import type { Verdict } from '../reasoning/verdict.ts';
import { World } from '../reasoning/world.ts';
import { runRoute } from '../routes/run-route.ts';
import { text } from '../rules/rule.ts';
import type { RuleId } from '../rules/rule-book.ts';
import { eighteenth } from '../status/majority.ts';

/** Another way worth testing; `verdict` is what the same facts give there, absent where only people can say. */
export interface NextRoute {
  readonly route: Route | 'residence_art9' | 'residence_art13' | 'residence_art4' | 'election_art2' | 'court';
  readonly verdict?: Exclude<Verdict, 'not_eligible'>;
  readonly why: string;
}

const whys: Readonly<Record<NextRoute['route'], Text>> = {
  descent_minor: text(['Discendenza, per chi ha meno di 18 anni.', 'Descent, for people under 18.']),
  descent_adult_abb: text([
    'Discendenza con domanda o appuntamento entro il 27 marzo 2025.',
    'Descent with an application or appointment by 27 March 2025.',
  ]),
  descent_letter_c: text([
    'Discendenza: genitore o nonno solo italiano (lettera c).',
    'Descent: a parent or grandparent who was only Italian (letter c).',
  ]),
  descent_letter_d: text([
    'Discendenza: genitore vissuto due anni in Italia (lettera d).',
    'Descent: a parent who lived in Italy for two years (letter d).',
  ]),
  benefit_of_law: text([
    'Beneficio di legge per minorenni (art. 4, comma 1-bis).',
    'Benefit of law for minors (art. 4(1-bis)).',
  ]),
  transitional_1ter: text([
    'Beneficio transitorio per chi era minorenne il 24 maggio 2025 (1-ter).',
    'Transitional benefit for those who were minors on 24 May 2025 (1-ter).',
  ]),
  reacquisition_art17: text([
    'Riacquisto con dichiarazione (art. 17).',
    'Reacquisition by declaration (art. 17).',
  ]),
  reacquisition_women: text([
    'Riacquisto della donna che perse la cittadinanza sposandosi.',
    'Reacquisition by a woman who lost the citizenship by marriage.',
  ]),
  marriage: text([
    'Matrimonio o unione civile con un cittadino italiano (art. 5).',
    'Marriage or civil union with an Italian citizen (art. 5).',
  ]),
  marriage_oath: text(['Giuramento dopo il decreto.', 'Oath after the decree.']),
  renunciation: text(['Rinuncia (art. 11).', 'Renunciation (art. 11).']),
  transmission: text(['Conferma dello stato di cittadino.', 'Confirmation of the status of citizen.']),
  residence_art9: text([
    'Residenza in Italia (art. 9), fuori dal consolato.',
    'Residence in Italy (art. 9), outside the consulate.',
  ]),
  residence_art13: text([
    'Riacquisto con un anno di residenza in Italia (art. 13).',
    'Reacquisition with one year of residence in Italy (art. 13).',
  ]),
  residence_art4: text([
    'Due anni di residenza in Italia dopo la dichiarazione (art. 4, comma 1-bis, lettera a).',
    'Two years of residence in Italy after the declaration (art. 4(1-bis)(a)).',
  ]),
  election_art2: text([
    'Elezione della cittadinanza entro un anno dalla filiazione accertata (art. 2).',
    'Election of the citizenship within one year of the established filiation (art. 2).',
  ]),
  court: text([
    'Giudice: linea materna con nascite prima del 1948. Per i nati all’estero vale anche l’art. 3-bis.',
    'The courts: maternal line with births before 1948. Art. 3-bis applies to those born abroad too.',
  ]),
};

const descents: readonly Route[] = [
  'descent_minor',
  'descent_letter_c',
  'descent_letter_d',
  'descent_adult_abb',
];

/** In the order in which they are worth trying (ENG-6). */
export function nextRoutes(world: World, route: Route, locale: Locale): NextRoute[] {
  if (isStillItalian(world, route))
    return [{ route: 'transmission', verdict: 'eligible', why: whys.transmission[locale] }];
  const minor = world.settle().before(world.asOf, eighteenth(world.tree.applicant));
  const candidates = candidatesAfter(route, minor, world).filter((each) => each !== route);
  const tested = candidates.flatMap((candidate): NextRoute[] => {
    const verdict = tryRoute(world, candidate);
    return verdict === 'not_eligible' ? [] : [{ route: candidate, verdict, why: whys[candidate][locale] }];
  });
  const others = untested(world, route, minor).map((each) => ({ route: each, why: whys[each][locale] }));
  return [...tested, ...others];
}

/** Nothing to acquire or to reacquire: the status only has to be confirmed (MARR-17, REACQ-11). */
function isStillItalian(world: World, route: Route): boolean {
  const told = (rule: RuleId, holds: boolean) =>
    world.steps.some((step) => step.rule === rule && step.holds === holds);
  if (told('REACQ-11', false) || told('MARR-17', true)) return true;
  if (!route.startsWith('marriage') || !told('MARR-1', false)) return false;
  const { applicant } = world.tree;
  return italianOn(world.settle(), applicant, applicant.died ?? world.asOf).truth === 'yes';
}

function candidatesAfter(route: Route, minor: boolean, world: World): Route[] {
  if (route === 'renunciation' || route === 'marriage_oath') return [];
  if (route === 'transmission') return ['reacquisition_art17', 'reacquisition_women', ...spouseRoute(world)];
  const reacquisitions: Route[] = ['reacquisition_art17', 'reacquisition_women'];
  const benefits: Route[] = minor ? ['benefit_of_law'] : [];
  const descent = descents.filter((each) => (each === 'descent_minor') === minor);
  return [...descent, ...benefits, 'transitional_1ter', ...reacquisitions, ...spouseRoute(world)];
}

function spouseRoute(world: World): Route[] {
  return world.tree.applicant.unions.length > 0 ? ['marriage'] : [];
}

function untested(world: World, route: Route, minor: boolean): Exclude<NextRoute['route'], Route>[] {
  if (route === 'renunciation') return [];
  if (route.startsWith('reacquisition')) return ['residence_art13'];
  const failed = (rule: string) => world.steps.some((step) => step.rule === rule && !step.holds);
  return [
    ...(failed('TRANS-5') ? (['election_art2'] as const) : []),
    ...(route === 'benefit_of_law' && minor ? (['residence_art4'] as const) : []),
    'residence_art9',
    ...(failed('TRANS-3') ? (['court'] as const) : []),
  ];
}

function tryRoute(world: World, route: Route): Verdict {
  const trial = new World(world.tree, world.assumed, { ...world.settings, judicial: false });
  try {
    const { truth } = runRoute(trial, route).finding;
    return truth === 'yes' ? 'eligible' : truth === 'no' ? 'not_eligible' : 'needs_information';
  } catch (thrown) {
    if (thrown instanceof Fork) return 'needs_information';
    throw thrown;
  }
}
