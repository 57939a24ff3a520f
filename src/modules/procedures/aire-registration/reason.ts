import type { FormSection } from '#modules/case-files/public.ts';
import { say } from '../shared/say.ts';

/** Why somebody registers, with the code of the national registry (motivo di iscrizione AIRE, table 19). */
export const reasons = [
  {
    value: 'moved_from_italy',
    code: 'C01',
    label: say('Mi sono trasferito dall’Italia', 'I moved from Italy'),
  },
  {
    value: 'born_abroad',
    code: 'C02',
    label: say('Sono nato e vissuto all’estero', 'I was born and live abroad'),
  },
  {
    value: 'became_italian',
    code: 'C05',
    label: say('Sono diventato italiano all’estero', 'I became Italian abroad'),
  },
  {
    value: 'from_other_district',
    code: null,
    label: say(
      'Sono già iscritto all’AIRE e vengo da un’altra circoscrizione consolare',
      'I am already in AIRE and come from another consular district',
    ),
  },
  {
    value: 'to_other_municipality',
    code: 'C03',
    label: say(
      'Sono già iscritto all’AIRE e voglio passare all’AIRE di un altro comune',
      'I am already in AIRE and want to pass to the AIRE of another municipality',
    ),
  },
  {
    value: 'registered_again',
    code: 'C04',
    label: say(
      'Sono stato cancellato dall’AIRE perché non mi trovavano',
      'I was struck off AIRE because I could not be found',
    ),
  },
  { value: 'other', code: 'C09', label: say('Un altro motivo', 'Another reason') },
] as const;

export type RegistrationReason = (typeof reasons)[number]['value'];

export function codeOfReason(value: string): string | null {
  return reasons.find((each) => each.value === value)?.code ?? null;
}

export const reason: FormSection = {
  name: 'reason',
  title: say('Perché ti iscrivi', 'Why you register'),
  questions: [
    {
      name: 'reason',
      kind: 'choice',
      label: say('Che cosa è successo?', 'What happened?'),
      choices: reasons,
    },
    {
      name: 'other_reason',
      kind: 'long_text',
      label: say('Racconta in poche frasi', 'Tell it in a few sentences'),
      when: { name: 'reason', is: ['other'] },
    },
  ],
};
