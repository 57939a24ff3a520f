import { countryName } from '#kernel/country.ts';
import { answerTo, entriesOf } from '#modules/case-files/public.ts';
import {
  actWords,
  applicantPart,
  familyParts,
  type Request,
  residencePart,
  row,
} from '../shared/request-parts.ts';
import { say } from '../shared/say.ts';
import { municipalityOfOrigin, waysToMunicipality } from './municipality-of-origin.ts';
import { codeOfReason, reasons } from './reason.ts';

/**
 * What the municipality registers, in the order of the national registry’s request (iscrizione AIRE): reason, who took
 * the initiative, how the municipality was found, the people, where they live.
 */
export const registryRequest: Request = (answers, about) => {
  const answer = (name: string) => answerTo(answers, name);
  const reason = reasons.find(({ value }) => value === answer('reason'));
  const code = codeOfReason(answer('reason'));
  const origin = municipalityOfOrigin(answers);
  const way = origin && waysToMunicipality[origin.way];
  const town = (name: string) => (answer(name) === '' ? undefined : about.townName(answer(name)));
  const parent = (which: 'first' | 'second') =>
    [answer(`${which}_parent_given_name`), answer(`${which}_parent_family_name`)].filter(Boolean).join(' ');
  return [
    {
      title: say('Iscrizione AIRE', 'AIRE registration'),
      rows: [
        ...row(
          'Motivo',
          'Reason',
          reason && (code === null ? `già iscritto: ${reason.label.it}` : `${code} – ${reason.label.it}`),
        ),
        ...row('Altro motivo', 'Other reason', answer('other_reason')),
        ...row('Iniziativa', 'Initiative', '1 – interessato'),
        ...row(
          'Individuazione del comune',
          'How the municipality was found',
          way && [way.code, way.text.it].filter(Boolean).join(' – '),
        ),
        ...row('Ultimo comune di residenza', 'Last municipality of residence', town('last_municipality')),
        ...row('Ultimo indirizzo in Italia', 'Last address in Italy', answer('last_address')),
        ...row('Comune AIRE di oggi', 'AIRE municipality today', town('aire_municipality')),
        ...row(
          'Legame con il comune',
          'Tie to the municipality',
          answer('tie_person') || answer('new_tie_person'),
        ),
        ...row('Data di arrivo al consolato', 'Reached the consulate on', about.reachedOn),
      ],
    },
    applicantPart(answers),
    {
      title: say('Atto di nascita e cittadinanze', 'Birth record and citizenships'),
      rows: [
        ...row('Atto di nascita', 'Birth record', actWords[answer('birth_registered')]),
        ...row(
          'Comune dell’atto',
          'Municipality of the record',
          town('birth_municipality') ?? town('birth_act_municipality'),
        ),
        ...row('Estremi dell’atto', 'Number of the record', answer('birth_act_number')),
        ...row('Cittadino italiano dal', 'Italian citizen since', answer('italian_from') || 'nascita'),
        ...row(
          'Altre cittadinanze',
          'Other citizenships',
          entriesOf(answers, 'citizenships')
            .map((each) => countryName(each['citizenship_of'] ?? '', 'it'))
            .join(', '),
        ),
        ...row('Primo genitore', 'First parent', parent('first')),
        ...row('Secondo genitore', 'Second parent', parent('second')),
      ],
    },
    ...(answer('married_on') === ''
      ? []
      : [
          {
            title: say('Matrimonio o unione civile', 'Marriage or civil union'),
            rows: [
              ...row('Con', 'With', `${answer('spouse_given_name')} ${answer('spouse_family_name')}`),
              ...row('Data', 'Date', answer('married_on')),
              ...row(
                'Luogo',
                'Place',
                `${answer('married_in')}, ${countryName(answer('married_in_country'), 'it')}`,
              ),
              ...row('Atto', 'Record', actWords[answer('marriage_registered')]),
              ...row('Comune dell’atto', 'Municipality of the record', town('marriage_municipality')),
            ],
          },
        ]),
    ...familyParts(answers, about),
    residencePart(answers, answer('arrived_on'), about),
    {
      title: say('Recapiti', 'Contacts'),
      rows: [
        ...row('E-mail', 'E-mail', answer('email')),
        ...row('Telefono', 'Telephone', answer('mobile')),
        ...row('PEC', 'PEC', answer('pec')),
      ],
    },
  ];
};
