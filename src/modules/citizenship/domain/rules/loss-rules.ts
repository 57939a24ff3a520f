import { rule } from './rule.ts';

/** Losing the citizenship and getting it back on the way (perdita). */
export const lossRules = {
  'LOSS-1': rule(
    'art. 11 n. 2 c.c. 1865; art. 8 n. 1 L. 555/1912',
    [
      'Chi acquistò volontariamente una cittadinanza straniera entro il 15 agosto 1992 vivendo all’estero perse quella italiana.',
      'An Italian who voluntarily acquired a foreign citizenship by 15 August 1992 while living abroad lost the Italian one.',
    ],
    {
      until: '1992-08-15',
      holds: [
        'il {day} ha acquistato volontariamente un’altra cittadinanza ({country}) vivendo all’estero e ha perso quella italiana.',
        'on {day} voluntarily acquired another citizenship ({country}) while living abroad and lost the Italian one.',
      ],
      fails: [
        'l’acquisto del {day} ({country}) è avvenuto vivendo in Italia: la cittadinanza italiana resta.',
        'the acquisition of {day} ({country}) happened while living in Italy: the Italian citizenship remains.',
      ],
    },
  ),
  'LOSS-2': rule(
    'art. 8 n. 2 L. 555/1912',
    [
      'Chi acquistò senza volerlo una cittadinanza straniera perse quella italiana solo se vi rinunciò vivendo all’estero.',
      'An Italian who acquired a foreign citizenship without wanting it lost the Italian one only by renouncing it while living abroad.',
    ],
    {
      from: '1912-07-01',
      until: '1992-08-15',
      holds: [
        'il {day} ha rinunciato dopo un acquisto involontario e ha perso la cittadinanza italiana.',
        'on {day} renounced after an involuntary acquisition and lost the Italian citizenship.',
      ],
      fails: [
        'l’acquisto del {day} ({country}) non è stato voluto: la cittadinanza italiana resta.',
        'the acquisition of {day} ({country}) was not sought: the Italian citizenship remains.',
      ],
    },
  ),
  'LOSS-3': rule(
    'art. 7 L. 555/1912',
    [
      'Chi nasce in uno Stato estero che lo considera suo cittadino conserva la cittadinanza italiana; può rinunciarvi da maggiorenne.',
      'A child born in a foreign State that treats it as its own keeps the Italian citizenship and may renounce it after majority.',
    ],
    {
      holds: [
        'la cittadinanza straniera avuta dalla nascita ({country}) non toglie quella italiana.',
        'the foreign citizenship held from birth ({country}) does not take the Italian one away.',
      ],
    },
  ),
  'LOSS-4': rule(
    'art. 12(2) L. 555/1912; Circ. Min. Interno 43347 del 3/10/2024; Cass. 17161/2023, 454/2024',
    [
      'Il minorenne che vive con il genitore che perde la cittadinanza, e ha o acquista un’altra cittadinanza, la perde con lui.',
      'A minor who lives with a parent who loses the citizenship, and has or acquires another one, loses it too.',
    ],
    {
      until: '1992-08-15',
      holds: [
        'era minorenne quando il genitore ha perso la cittadinanza il {day}, viveva con lui e aveva un’altra cittadinanza: l’ha persa.',
        'was a minor when the parent lost the citizenship on {day}, lived with that parent and had another citizenship: lost it too.',
      ],
      fails: [
        'non ha perso la cittadinanza con il genitore il {day}: non vivevano insieme, o non aveva un’altra cittadinanza.',
        'did not lose the citizenship with the parent on {day}: they did not live together, or there was no other citizenship.',
      ],
    },
  ),
  'LOSS-5': rule(
    'artt. 9, 12(1) L. 555/1912; art. 14 L. 91/1992',
    [
      'Il riacquisto del genitore durante la minore età del figlio restituisce la cittadinanza anche al figlio.',
      'A parent’s reacquisition while the child is still a minor gives the citizenship back to the child.',
    ],
    {
      holds: [
        'il genitore ha riacquistato il {day}, quando era ancora minorenne: la cittadinanza è tornata.',
        'the parent reacquired on {day}, while the child was still a minor: the citizenship came back.',
      ],
      fails: [
        'il genitore ha riacquistato il {day}, quando era già maggiorenne: non serve al figlio.',
        'the parent reacquired on {day}, when the child was already an adult: it does not help the child.',
      ],
    },
  ),
  'LOSS-6': rule(
    'artt. 3, 9, 12(2) L. 555/1912; Circ. Min. Interno 43347 del 3/10/2024',
    [
      'Chi ha riacquistato personalmente trasmette ai figli nati dopo il riacquisto.',
      'A person who reacquired personally transmits to children born after the reacquisition.',
    ],
    {
      holds: [
        'ha riacquistato personalmente la cittadinanza il {day}.',
        'personally reacquired the citizenship on {day}.',
      ],
    },
  ),
  'LOSS-7': rule(
    'art. 14 c.c. 1865; art. 10(3) L. 555/1912; British Nationality Act 1948; Corte cost. 87/1975',
    [
      'L’italiana che sposò uno straniero perse la cittadinanza solo se acquistò automaticamente quella del marito: con un britannico fino al 31 dicembre 1948.',
      'An Italian woman who married a foreigner lost the citizenship only if she acquired his automatically: with a British husband up to 31 December 1948.',
    ],
    {
      until: '1975-04-22',
      holds: [
        'con il matrimonio del {day} ha acquistato la cittadinanza del marito e perso quella italiana.',
        'by the marriage of {day} she acquired her husband’s citizenship and lost the Italian one.',
      ],
      fails: [
        'il matrimonio del {day} non le ha tolto la cittadinanza italiana.',
        'the marriage of {day} did not take her Italian citizenship away.',
      ],
    },
  ),
  'LOSS-8': rule(
    'art. 11 L. 91/1992',
    [
      'Dal 16 agosto 1992 acquistare un’altra cittadinanza non toglie quella italiana.',
      'From 16 August 1992 acquiring another citizenship does not take the Italian one away.',
    ],
    {
      from: '1992-08-16',
      holds: [
        'l’altra cittadinanza ({country}) è stata acquistata il {day}: da quella legge in poi non ha effetto su quella italiana.',
        'the other citizenship ({country}) was acquired on {day}: under the law of that day it has no effect on the Italian one.',
      ],
    },
  ),
  'LOSS-9': rule(
    'art. 11 L. 91/1992; artt. 7, 8 L. 555/1912',
    [
      'La rinuncia formale interrompe la linea per i figli che nascono dopo.',
      'A formal renunciation interrupts the line for children born later.',
    ],
    {
      holds: [
        'il {day} ha rinunciato alla cittadinanza italiana, o l’ha perduta con un altro atto.',
        'on {day} renounced the Italian citizenship, or lost it by another act.',
      ],
    },
  ),
  'LOSS-10': rule(
    'art. 1 L. 555/1912; art. 1 L. 91/1992',
    [
      'La perdita del genitore si confronta con la nascita del figlio: prima, la linea si ferma; dopo, il figlio ha già la cittadinanza.',
      'A parent’s loss is compared with the birth of the child: before it, the line stops; after it, the child already has the citizenship.',
    ],
    {
      holds: [
        'il genitore ha perso la cittadinanza il {until}, prima o nel giorno della nascita del {day}.',
        'the parent lost the citizenship on {until}, before or on the day of the birth of {day}.',
      ],
      fails: [
        'il genitore ha perso la cittadinanza il {until}, dopo la nascita del {day}: era già passata.',
        'the parent lost the citizenship on {until}, after the birth of {day}: it had already passed.',
      ],
    },
  ),
  'LOSS-11': rule(
    'art. 11 L. 555/1912; art. 143-ter c.c. (L. 151/1975); Corte cost. 87/1975',
    [
      'La moglie del marito che diventa straniero perde la cittadinanza solo se acquista quella di lui.',
      'The wife of a man who becomes foreign loses the citizenship only if she acquires his.',
    ],
    {
      until: '1975-09-19',
      holds: [
        'il {day} ha acquistato la nuova cittadinanza del marito e perso quella italiana.',
        'on {day} acquired her husband’s new citizenship and lost the Italian one.',
      ],
      fails: [
        'il marito è diventato straniero il {day}, ma lei non ha acquistato la sua cittadinanza: resta italiana.',
        'the husband became foreign on {day}, but she did not acquire his citizenship: she remains Italian.',
      ],
    },
  ),
  'LOSS-AGE': rule(
    'art. 2 c.c. prima e dopo la L. 39/1975; la pagina consolare dice «minori di 18 anni»',
    [
      'Si era minorenni fino a 21 anni fino al 9 marzo 1975, fino a 18 dal 10 marzo 1975; l’emancipato conta come adulto.',
      'One was a minor up to the age of 21 until 9 March 1975, up to 18 from 10 March 1975; an emancipated minor counts as an adult.',
    ],
    {
      holds: [
        'il {day} era minorenne secondo la legge di allora.',
        'on {day} was a minor under the law of that day.',
      ],
      fails: [
        'il {day} era già maggiorenne o emancipato secondo la legge di allora.',
        'on {day} was already an adult, or emancipated, under the law of that day.',
      ],
    },
  ),
};
