import type { Text } from '#kernel/locale.ts';
import { answerTo, type FormAnswers } from '#modules/case-files/public.ts';
import { say } from '../shared/say.ts';

/** Rome registers whoever has no other municipality. */
export const rome = 'H501';

/**
 * How the municipality was found (individuazione del comune di iscrizione), with the registry’s code: none where the
 * person’s own residence decides.
 */
export const waysToMunicipality = {
  last_residence: {
    code: null,
    text: say(
      'È il comune della tua ultima residenza in Italia.',
      'It is the municipality of your last residence in Italy.',
    ),
  },
  aire_now: {
    code: null,
    text: say(
      'È il comune che ti ha già nella sua AIRE.',
      'It is the municipality that already has you in its AIRE.',
    ),
  },
  family_member: {
    code: '1',
    text: say(
      'È l’ultimo comune di un familiare che vive con te.',
      'It is the last municipality of a family member who lives with you.',
    ),
  },
  birth_act: {
    code: '2',
    text: say(
      'Non hai mai abitato in Italia: decide il comune che conserva il tuo atto di nascita.',
      'You never lived in Italy: the municipality that keeps your birth record decides.',
    ),
  },
  ancestor_birth: {
    code: '3',
    text: say(
      'È il comune che conserva l’atto di nascita di un tuo antenato.',
      'It is the municipality that keeps the birth record of an ancestor of yours.',
    ),
  },
  relative: {
    code: '4',
    text: say(
      'È il comune in cui un tuo parente abita o è iscritto all’AIRE.',
      'It is the municipality where a relative of yours lives or is in AIRE.',
    ),
  },
  ancestor_residence: {
    code: '5',
    text: say(
      'È il comune in cui ha abitato un tuo antenato.',
      'It is the municipality where an ancestor of yours lived.',
    ),
  },
  rome: {
    code: '6',
    text: say(
      'Niente ti lega a un altro comune: ti iscrive Roma.',
      'Nothing ties you to another municipality: Rome registers you.',
    ),
  },
} as const satisfies Readonly<Record<string, { readonly code: string | null; readonly text: Text }>>;

export type WayToMunicipality = keyof typeof waysToMunicipality;

export interface MunicipalityOfOrigin {
  /** Land-registry code (codice Belfiore). */
  readonly code: string;
  readonly way: WayToMunicipality;
}

/**
 * The municipality that keeps the AIRE record (comune di iscrizione, L. 470/1988, art. 2): the own last residence
 * first, then the birth record, then what a relative or an ancestor brings, and Rome last. None while the answers do
 * not say it yet.
 */
export function municipalityOfOrigin(answers: FormAnswers): MunicipalityOfOrigin | undefined {
  const at = (name: string, way: WayToMunicipality): MunicipalityOfOrigin | undefined => {
    const code = answerTo(answers, name);
    return code === '' ? undefined : { code, way };
  };
  switch (answerTo(answers, 'reason')) {
    case 'moved_from_italy':
      return at('last_municipality', 'last_residence');
    case 'from_other_district':
    case 'registered_again':
      return at('aire_municipality', 'aire_now');
    case 'to_other_municipality':
      return at('new_municipality', 'relative');
    default:
      return byTie(answers, at);
  }
}

function byTie(
  answers: FormAnswers,
  at: (name: string, way: WayToMunicipality) => MunicipalityOfOrigin | undefined,
): MunicipalityOfOrigin | undefined {
  const tie = answerTo(answers, 'tie');
  if (tie === 'residence') return at('tie_municipality', 'last_residence');
  const ownAct = at('birth_municipality', 'birth_act') ?? at('birth_act_municipality', 'birth_act');
  if (ownAct !== undefined && tie !== '') return ownAct;
  switch (tie) {
    case 'family_member':
    case 'ancestor_birth':
    case 'relative':
    case 'ancestor_residence':
      return at('tie_municipality', tie);
    case 'none':
      return { code: rome, way: 'rome' };
    default:
      return undefined;
  }
}
