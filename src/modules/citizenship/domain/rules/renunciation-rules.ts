import { rule } from './rule.ts';

/** Giving the citizenship up (rinuncia). */
export const renunciationRules = {
  'REN-1': rule(
    'art. 11 L. 91/1992',
    [
      'Può rinunciare chi è italiano, ha un’altra cittadinanza e vive all’estero.',
      'A person who is Italian, holds another citizenship and lives abroad may renounce.',
    ],
    {
      holds: ['è italiano e vive all’estero.', 'is Italian and lives abroad.'],
      fails: ['non è italiano, o non vive all’estero.', 'is not Italian, or does not live abroad.'],
    },
  ),
  'REN-2': rule(
    'art. 11 L. 91/1992; art. 8 d.P.R. 572/1993',
    [
      'Rinuncia un maggiorenne, di persona e su appuntamento.',
      'An adult renounces, in person and by appointment.',
    ],
    {
      holds: ['è maggiorenne il {day}.', 'is an adult on {day}.'],
      fails: [
        'il {day} non è maggiorenne, o non compare di persona.',
        'on {day} is not an adult, or does not come in person.',
      ],
    },
  ),
  'REN-3': rule('art. 9-bis L. 91/1992; art. 4b della tariffa consolare', [
    'Si versano 250 € con bonifico e la percezione consolare dell’art. 4b con carta.',
    '€250 is paid by transfer and the consular fee of art. 4b by card.',
  ]),
  'REN-4': rule('art. 11 L. 91/1992; d.P.R. 572/1993', [
    'Chi è nato fuori dal Regno Unito e ha la cittadinanza britannica porta il certificato di naturalizzazione apostillato e tradotto.',
    'A British citizen born outside the United Kingdom brings the naturalisation certificate, apostilled and translated.',
  ]),
  'REN-5': rule(
    'art. 11 L. 91/1992',
    [
      'Chi ha una sola cittadinanza non può rinunciare: resterebbe apolide.',
      'A person with only one citizenship cannot renounce: nobody is made stateless.',
    ],
    {
      holds: ['ha un’altra cittadinanza.', 'holds another citizenship.'],
      fails: [
        'non ha un’altra cittadinanza: resterebbe apolide.',
        'holds no other citizenship: would become stateless.',
      ],
    },
  ),
  'REN-6': rule(
    'art. 8 L. 555/1912',
    [
      'Chi ha già perso la cittadinanza non ha nulla a cui rinunciare: documenta la perdita.',
      'A person who has already lost the citizenship has nothing to renounce and documents the loss instead.',
    ],
    {
      fails: [
        'ha già perso la cittadinanza il {day}: non c’è nulla a cui rinunciare, si documenta la perdita.',
        'already lost the citizenship on {day}: nothing to renounce, the loss is documented instead.',
      ],
    },
  ),
};
