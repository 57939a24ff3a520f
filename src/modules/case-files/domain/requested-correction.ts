import type { CivilDate } from '#kernel/civil-date.ts';
import type { Correction } from '#modules/identity/public.ts';
import type { FormAnswers } from './form.ts';
import { answerTo } from './form-answers.ts';

/** The correction that the answers of a request ask for. */
export function requestedCorrection(answers: FormAnswers): Correction {
  const read = (name: string) => answerTo(answers, name);
  const withTaxCode = read('new_tax_code') === '' ? {} : { taxCode: read('new_tax_code') };
  switch (read('datum')) {
    case 'name':
      return {
        datum: 'name',
        givenName: read('given_name'),
        familyName: read('family_name'),
        ...withTaxCode,
      };
    case 'birth_date':
      return { datum: 'birth_date', bornOn: read('born_on') as CivilDate, ...withTaxCode };
    case 'birth_place':
      return { datum: 'birth_place', birthPlace: read('birth_place') };
    case 'tax_code':
      return { datum: 'tax_code', taxCode: read('tax_code') };
    case 'email':
      return { datum: 'email', email: read('email') };
    default:
      throw new Error('A correction of an unknown datum');
  }
}
