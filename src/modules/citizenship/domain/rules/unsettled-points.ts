import { rule } from './rule.ts';

/** Where the law is not settled: the first is followed with a warning, the others are for an officer. */
export const unsettledPoints = {
  'U-1': rule(
    'Circ. Min. Interno 43347 del 3/10/2024; Cass. ord. 20122 e 20129/2025 (rimessione alle Sezioni Unite)',
    [
      'La perdita del minorenne nato all’estero con due cittadinanze è davanti alle Sezioni Unite: finché non decidono si segue la circolare.',
      'The loss of minors born abroad with two citizenships is before the Joint Chambers of the Court of Cassation: until they decide, the circular is followed.',
    ],
    {
      holds: [
        'attenzione: la questione è davanti alle Sezioni Unite della Cassazione; per ora si segue la circolare.',
        'warning: the question is before the Joint Chambers of the Court of Cassation; for now the circular is followed.',
      ],
    },
  ),
  'U-2': rule('art. 12(2) L. 555/1912; art. 316 c.c. prima della L. 151/1975', [
    'Un genitore perde la cittadinanza e l’altro la conserva, o ha lui la potestà: se il figlio minorenne la perda è discusso.',
    'One parent loses the citizenship and the other keeps it, or holds the parental authority: whether the minor child loses it is disputed.',
  ]),
  'U-3': rule('art. 3-bis L. 91/1992; art. 10(2) L. 555/1912', [
    'Come l’art. 3-bis tocchi le donne divenute italiane per matrimonio prima del 1983 e mai registrate è discusso.',
    'How art. 3-bis affects women who became Italian by marriage before 1983 and were never registered is disputed.',
  ]),
  'U-4': rule(
    'Convenzione di Strasburgo del 6 maggio 1963, capo I (L. 876/1966)',
    [
      'La naturalizzazione in uno Stato vincolato dal capo I della Convenzione di Strasburgo dopo il 16 agosto 1992 può aver tolto la cittadinanza.',
      'A naturalisation after 16 August 1992 in a State bound by chapter I of the Strasbourg Convention may have taken the citizenship away.',
    ],
    { from: '1992-08-16', until: '2010-06-03' },
  ),
  'U-5': rule('art. 3-bis(1)(c) L. 91/1992', [
    'L’ascendente solo italiano sta su un ramo diverso da quello che trasmette: se basti è discusso.',
    'The ascendant who is only Italian is on another branch than the transmitting one: whether that is enough is disputed.',
  ]),
  'U-6': rule('art. 3-bis(1)(d) L. 91/1992', [
    'Se conti la residenza in Italia del genitore prima del suo riconoscimento per discendenza è discusso.',
    'Whether a parent’s residence in Italy before their recognition by descent counts is disputed.',
  ]),
  'U-7': rule('art. 4(1-bis)(b) L. 91/1992; art. 1(1-ter) DL 36/2025', [
    'Per i nati entro il 24 maggio 2025 fuori dall’1-ter, diversi consolati non ammettono il beneficio di legge.',
    'For births up to 24 May 2025 outside 1-ter, several consulates do not admit the benefit of law.',
  ]),
  'U-8': rule('art. 1 L. 555/1912; art. 8 L. 555/1912', [
    'Acquisto straniero e nascita nello stesso giorno: servono gli orari degli atti; se non si trovano decide un funzionario.',
    'Foreign acquisition and birth on the same day: the times in the records are needed; if they cannot be found an officer decides.',
  ]),
};
