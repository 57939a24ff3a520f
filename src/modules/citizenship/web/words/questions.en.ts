import type { AllQuestionWords } from './question-words.ts';

const yesNo = { yes: 'Yes', no: 'No' };
const birthRecord =
  'On the birth record. Somebody born in Italy asks the Comune (municipality) of birth for it.';
const naturalisation =
  'On the naturalisation certificate, or the foreign passport. The authority of that country also certifies that somebody did not naturalise.';
const homes = 'On the historical residence certificate, which the Comune issues, or on old family papers.';

export const questionsEn: AllQuestionWords = {
  goal: {
    ask: () => 'What would you like to know?',
    why: 'Each way has rules of its own: we only ask what matters for yours.',
    where: 'If you are not sure, start with the first.',
    choices: {
      descent: 'Whether I am an Italian citizen through my family',
      child: 'Whether my child, who is under 18, is or can become Italian',
      marriage: 'Whether I can become Italian by marriage or civil union',
      oath: 'When I must take the oath, after the decree',
      reacquire: 'I was Italian: whether I can be again',
      renounce: 'Whether I can renounce Italian citizenship',
      transmission: 'Only whether citizenship was passed down to me, leaving the 2025 reform aside',
    },
  },
  born: {
    ask: (w) => (w.you ? 'When were you born?' : `When was ${w.name} born?`),
    why: 'Many rules depend on the day of birth: from 1 January 1948, for example, mothers pass citizenship on too.',
    where: birthRecord,
  },
  birthplace: {
    ask: (w) => (w.you ? 'In which country were you born?' : `In which country was ${w.name} born?`),
    why: 'The 2025 reform is about people born outside Italy. The documents depend on the country too.',
    where: `${birthRecord} Give today’s country, even if it had another name then.`,
  },
  home: {
    ask: (w) => (w.you ? 'In which country do you live?' : `In which country does ${w.name} live?`),
    why: 'The responsible office depends on where somebody lives.',
    where: 'Where they usually live, not where they are travelling.',
  },
  sex: {
    ask: (w) =>
      w.you ? 'Which sex does your birth record state?' : `Which sex does ${w.of} birth record state?`,
    why: 'Until 1975 the law treated men and women differently.',
    where: birthRecord,
    choices: { female: 'Female', male: 'Male' },
  },
  line: {
    ask: (w) =>
      w.you
        ? 'Through which parent does your Italian family come?'
        : `Through which of ${w.of} parents does the Italian family come?`,
    why: 'Citizenship passes from parent to child: we follow the line one person at a time.',
    where:
      'Ask your oldest relatives. Choose “both” also if the mother became Italian by marrying the father.',
    choices: {
      father: 'The father',
      mother: 'The mother',
      both: 'Both',
      none: 'Neither',
    },
  },
  status: {
    ask: (w) => `Is, or was, ${w.name} Italian?`,
    why: 'We are looking for the first person in the line who was certainly an Italian citizen.',
    where: 'Italian passport, birth record of an Italian Comune, registration at a consulate.',
    choices: {
      born_in_italy: 'Yes: born in Italy, to an Italian family',
      registered: 'Yes: born outside Italy, but with an Italian passport or a record registered at a Comune',
      became: 'Yes, but only later: by marriage, residence or declaration',
      descends: 'Comes from Italians, but never registered anything in Italy',
      never: 'No, never',
    },
  },
  own_status: {
    ask: () => 'How are you, or were you, Italian?',
    why: 'The rules differ between citizens by birth and those who became citizens.',
    where: 'Italian passport or citizenship certificate.',
    choices: {
      born_in_italy: 'I was born in Italy, to an Italian family',
      registered: 'I was born outside Italy to Italian parents',
      became: 'I became Italian later',
      never: 'I never was',
    },
  },
  tie: {
    ask: (w) => `How is it established that ${w.name} is the parent?`,
    why: 'A recognition made after the child came of age does not pass citizenship on by itself.',
    where:
      'On the child’s birth record: it says whether the parents were married and who reported the birth.',
    choices: {
      birth: 'From birth: parents married, or both named in the record',
      recognised: 'By recognition or judgment, later',
      adopted: 'By adoption',
    },
  },
  tie_on: {
    ask: (w) => `On what day was the recognition or adoption by ${w.name}?`,
    why: 'What counts is whether the child was still a minor.',
    where: 'On the deed of recognition, the judgment or the adoption order.',
  },
  named: {
    ask: (w) =>
      `Does the child’s birth record also name ${w.female ? 'the mother' : 'the father'} (${w.name})?`,
    why: 'The other parent can change the rule: before 1948 a child followed the father, and for a minor both parents declare.',
    where: birthRecord,
    choices: yesNo,
  },
  alive: {
    ask: (w) => `Is ${w.name} still alive?`,
    why: 'If one parent is no longer there, the declaration of the other is enough.',
    where: 'Death record.',
    choices: yesNo,
  },
  died_on: {
    ask: (w) => `On what day did ${w.name} die?`,
    why: 'We need to know whether they were alive on the days that count.',
    where: 'On the death record.',
  },
  passes: {
    ask: (w) => `Did ${w.of} foreign citizenship pass to the child at birth?`,
    why: 'Before 1948 an Italian mother passed hers on only if the child did not follow the father’s.',
    where: 'The authority of the father’s country states it.',
    choices: yesNo,
  },
  other: {
    ask: (w) =>
      w.you
        ? 'Do you have, or did you ever have, a citizenship other than Italian?'
        : `Does ${w.name} have, or did they ever have, a citizenship other than Italian?`,
    why: 'Until 15 August 1992 somebody who asked for another citizenship lost the Italian one. And since 2025 it matters whether a parent or grandparent was only Italian.',
    where: naturalisation,
    choices: {
      none: 'No, never',
      birth: 'Yes, from birth',
      later: 'Yes, taken later',
      both: 'One from birth and another later',
    },
  },
  other_country: {
    ask: (w) =>
      w.you ? 'Of which country is the other citizenship?' : `Of which country is ${w.of} other citizenship?`,
    why: 'Italy had special agreements with some countries.',
    where: 'On the passport or certificate of that country. If there are several, give the one taken last.',
  },
  took_how: {
    ask: (w) => (w.you ? 'How did you take it?' : `How did ${w.name} take it?`),
    why: 'The rules differ between those who asked for it and those who got it without wanting to.',
    where: naturalisation,
    choices: {
      asked: 'By asking for it (naturalisation)',
      marriage: 'By marriage, without asking',
      with_parents: 'As a minor, together with the parents',
      automatic: 'In another way, without asking',
    },
  },
  took_on: {
    ask: (w) =>
      w.you
        ? 'On what day did you take the other citizenship?'
        : `On what day did ${w.name} take the other citizenship?`,
    why: 'The day counts: before the birth of the child, or while the child is a minor, it can break the line.',
    where: `${naturalisation} The day of the oath or certificate counts, not that of the petition.`,
  },
  claim: {
    ask: (w) =>
      w.you
        ? 'Can you get another citizenship just by declaring that you want it?'
        : `Can ${w.name} get another citizenship just by a declaration?`,
    why: 'The reform does not touch people who have no other citizenship and cannot have one merely by asking.',
    where: 'The authority of the country of birth, or of the parents, says so.',
    choices: yesNo,
  },
  became_how: {
    ask: (w) => (w.you ? 'How did you become Italian?' : `How did ${w.name} become Italian?`),
    why: 'Only citizens by birth open certain ways to their children.',
    where: 'On the citizenship certificate or the decree.',
    choices: {
      old_marriage: 'By marrying an Italian before 27 April 1983',
      marriage: 'By marriage or civil union, with a decree',
      residence: 'By residence in Italy',
      with_parents: 'As a minor, together with a parent',
      benefit: 'By benefit of law, with a declaration',
      regained: 'Was Italian, lost it and reacquired it',
    },
  },
  became_on: {
    ask: (w) => (w.you ? 'On what day did you become Italian?' : `Since what day is ${w.name} Italian?`),
    why: 'Citizenship passes to children born afterwards.',
    where: 'On the citizenship certificate. After an oath it is the following day.',
  },
  british_husband: {
    ask: (w) =>
      w.you ? 'Did you marry a foreigner before 1949?' : `Did ${w.name} marry a foreigner before 1949?`,
    why: 'At that time an Italian woman who got her husband’s citizenship by marriage lost her own.',
    where: 'On the marriage record and the husband’s papers.',
    choices: {
      no: 'No',
      british: 'Yes, a British man',
      other: 'Yes, a foreigner whose citizenship passed to his wife',
    },
  },
  wedding_abroad_on: {
    ask: (w) => (w.you ? 'On what day did you marry?' : `On what day did ${w.name} marry?`),
    why: 'With a British husband citizenship was lost until 31 December 1948; from 1 January 1949 it was not.',
    where: 'On the marriage record.',
  },
  renounced: {
    ask: (w) =>
      w.you
        ? 'Did you ever formally renounce Italian citizenship?'
        : `Did ${w.name} ever formally renounce Italian citizenship?`,
    why: 'A renunciation breaks the line for those born afterwards.',
    where:
      'Deed of renunciation, at a consulate or Comune. If nobody ever heard of one, there most likely was none.',
    choices: yesNo,
  },
  renounced_on: {
    ask: (w) => (w.you ? 'On what day did you renounce?' : `On what day did ${w.name} renounce?`),
    why: 'Those born before remain citizens.',
    where: 'On the deed of renunciation.',
  },
  regained: {
    ask: (w) =>
      w.you
        ? 'Did you reacquire Italian citizenship afterwards?'
        : `After losing it, did ${w.name} reacquire Italian citizenship?`,
    why: 'Somebody who reacquires it passes it to children born afterwards, and to those who are still minors.',
    where: 'Deed of reacquisition, or a note on the Italian birth record.',
    choices: yesNo,
  },
  regained_on: {
    ask: (w) => (w.you ? 'On what day did you reacquire it?' : `On what day did ${w.name} reacquire it?`),
    why: 'Reacquiring works for the future only.',
    where: 'On the deed of reacquisition.',
  },
  abroad: {
    ask: (w) =>
      w.you
        ? 'Did you live outside Italy when you took the other citizenship?'
        : `Did ${w.name} live outside Italy when they took the other citizenship?`,
    why: 'Italian citizenship was lost only by those who lived abroad.',
    where: homes,
    choices: yesNo,
  },
  with_f: {
    ask: (w) =>
      w.you
        ? 'Did you live with your father when he lost the citizenship?'
        : `Did ${w.name} live with their father when he lost the citizenship?`,
    why: 'A minor child lost it with the parent only when living together.',
    where: 'Historical family certificate, censuses, school registers.',
    choices: yesNo,
  },
  with_m: {
    ask: (w) =>
      w.you
        ? 'Did you live with your mother when she lost the citizenship?'
        : `Did ${w.name} live with their mother when she lost the citizenship?`,
    why: 'A minor child lost it with the parent only when living together.',
    where: 'Historical family certificate, censuses, school registers.',
    choices: yesNo,
  },
  stay: {
    ask: (w) =>
      w.you
        ? 'Did you live in Italy for at least two years in a row?'
        : `Did ${w.name} live in Italy for at least two years in a row?`,
    why: 'Two years in Italy before the child’s birth are one of the exceptions to the reform; and they open reacquisition.',
    where: homes,
    choices: yesNo,
  },
  stay_from: {
    ask: (w) => (w.you ? 'Since when did you live in Italy?' : `Since when did ${w.name} live in Italy?`),
    why: 'The two years must be in a row. If there were several stays, give the longest.',
    where: homes,
  },
  stay_to: {
    ask: (w) => (w.you ? 'Until when did you live in Italy?' : `Until when did ${w.name} live in Italy?`),
    why: 'The years before the child’s birth count.',
    where: homes,
    instead: 'Still living there',
  },
  stay_proof: {
    ask: (w) => `Do you have, or can you get, ${w.you ? 'your' : w.of} historical residence certificate?`,
    why: 'The office accepts the years in Italy only with that certificate.',
    where: 'The Comune where the person lived issues it.',
    choices: yesNo,
  },
  letter: {
    ask: (w) => `How was ${w.of} citizenship ascertained?`,
    why: 'Children of those who had applied by 27 March 2025 have one more way.',
    where: 'Decision of recognition, judgment, or registered birth record.',
    choices: {
      none_needed: 'Birth registered in Italy as a child',
      a: 'Application filed by 27 March 2025',
      a_bis: 'Appointment communicated by 27 March 2025',
      b: 'Court action by 27 March 2025',
      c: 'Later application: a parent or grandparent was only Italian',
      d: 'Later application: a parent had lived two years in Italy',
    },
  },
  recognised_on: {
    ask: (w) => `On what day was ${w.of} citizenship recognised?`,
    why: 'Years in Italy before the recognition are disputed.',
    where: 'On the decision of recognition or the registered record.',
  },
  filed: {
    ask: () => 'Had you already asked for recognition by 27 March 2025?',
    why: 'Those who had acted by that day follow the rules from before.',
    where: 'Receipt of the application, the office’s message with the appointment, the court action.',
    choices: {
      no: 'No',
      application: 'Yes, I had applied to a consulate or Comune',
      appointment: 'Yes, the office had given me an appointment',
      court: 'Yes, with a court action',
    },
  },
  filed_on: {
    ask: () => 'On what day did you apply?',
    why: 'The terms run from that day, and the application is judged by how things were then.',
    where: 'On the receipt.',
    instead: 'I have not applied yet',
  },
  filed_in_time: {
    ask: () => 'Did the application arrive by 23:59 (Rome) on 27 March 2025?',
    why: 'That minute divides the old rules from the new. In London it was 22:59.',
    where: 'On the receipt, with the time.',
    choices: yesNo,
  },
  complete: {
    ask: () => 'Did the application contain all the necessary documents?',
    why: 'Only an application that was complete counts.',
    where: 'Receipt with the list of enclosures.',
    choices: yesNo,
  },
  communicated: {
    ask: () => 'Had the office communicated the appointment to you by 23:59 (Rome) on 27 March 2025?',
    why: 'The office’s message to you counts. A place on a waiting list is not enough.',
    where: 'Message from the office.',
    choices: yesNo,
  },
  appointment_on: {
    ask: () => 'For what day was the appointment?',
    why: 'The application must be filed on that very day.',
    where: 'Message from the office.',
  },
  declared: {
    ask: () => 'Have the parents already made the declaration before the consular officer?',
    why: 'The declaration has a deadline, and citizenship begins the day after.',
    where: 'Record of the declaration.',
    choices: yesNo,
  },
  declared_on: {
    ask: (w) => `On what day did ${w.name} make the declaration?`,
    why: 'If the days differ, the second one counts.',
    where: 'Record of the declaration.',
  },
  union: {
    ask: () => 'Are you married or in a civil union?',
    why: 'Living together or being engaged is not enough.',
    where: 'Record of the marriage or civil union.',
    choices: { marriage: 'Married', civil_union: 'In a civil union', none: 'Neither' },
  },
  wedding_on: {
    ask: () => 'On what day was it celebrated?',
    why: 'The three years run from that day.',
    where: 'On the record.',
  },
  wedding_country: {
    ask: () => 'In which country was it celebrated?',
    why: 'A foreign record must be registered in Italy before you apply.',
    where: 'On the record.',
  },
  transcribed: {
    ask: () => 'Is the record already registered at an Italian Comune?',
    why: 'Without that the application is not accepted.',
    where: 'Ask the Comune or the consulate for the extract of the record.',
    choices: yesNo,
  },
  ended: {
    ask: () => 'Has the marriage or union ended?',
    why: 'It must last until the decree. If the spouse dies after you applied, the application stays valid.',
    where: 'Judgment, divorce or death record.',
    choices: {
      no: 'No',
      divorce: 'Yes, by divorce',
      annulment: 'Yes, by annulment',
      dissolution: 'Yes, the civil union was dissolved',
      legal_separation: 'There is a legal separation',
      death: 'Yes, by the other person’s death',
    },
  },
  ended_on: {
    ask: () => 'On what day did it end?',
    why: 'It matters whether that was before or after the application and the decree.',
    where: 'Judgment or death record.',
  },
  spouse_status: {
    ask: () => 'Is the other person Italian?',
    why: 'If they became Italian after the wedding, the three years run from then.',
    where: 'Italian passport or citizenship certificate.',
    choices: { from_birth: 'Yes, from birth', became: 'Yes, they became Italian later', no: 'No' },
  },
  children: {
    ask: () => 'Do you have children together, adopted ones included?',
    why: 'With children of both the time is halved: 18 months.',
    where: 'Birth record or adoption order.',
    choices: yesNo,
  },
  same_address: {
    ask: () => 'Do you live at the same address?',
    why: 'The consulate checks it. If not, you must explain why.',
    where: 'Proof of residence of both.',
    choices: yesNo,
  },
  reason: {
    ask: () => 'Can you document why you live at different addresses?',
    why: 'Work, a child’s school or medical care are accepted reasons.',
    where: 'Contract of employment, school enrolment, medical certificates.',
    choices: yesNo,
  },
  language: {
    ask: () => 'What proof do you have that you know Italian?',
    why: 'You need level B1 or higher, certified by one of five bodies, or a ground of exemption.',
    where: 'On the certificate: check body and level.',
    choices: {
      PLIDA: 'PLIDA (Dante Alighieri), B1 or higher',
      CertIt: 'Cert.it (Roma Tre), B1 or higher',
      CILS: 'CILS (Siena), B1 or higher',
      CELI: 'CELI (Perugia), B1 or higher',
      CoL: 'Co.L (Reggio Calabria), B1 or higher',
      lower: 'One of these, but below B1',
      other: 'Another certificate',
      agreement: 'I signed the integration agreement in Italy',
      permit: 'I hold an EU long-term permit issued by Italy',
      school: 'I hold an Italian or recognised qualification',
      none: 'None',
    },
  },
  convictions: {
    ask: () => 'Were you ever convicted of an offence?',
    why: 'Some convictions bar citizenship by marriage. A rehabilitation lifts them.',
    where: 'Criminal records of the countries where you lived since the age of 14.',
    choices: {
      none: 'No',
      lesser: 'Yes, but not like those below',
      italy: 'In Italy, for an offence punished with more than three years',
      abroad: 'Abroad, to more than one year',
      state: 'For an offence against the State',
    },
  },
  adopted_on: {
    ask: () => 'What date does the decree bear?',
    why: 'The marriage must have lasted until that day.',
    where: 'On the decree.',
  },
  notified_on: {
    ask: () => 'On what day were you notified of the decree?',
    why: 'From that day you have six months to take the oath.',
    where: 'On the receipt of the notification.',
  },
  oath_on: {
    ask: () => 'On what day did you take the oath?',
    why: 'You are Italian from the day after.',
    where: 'On the record of the oath.',
    instead: 'I have not taken it yet',
  },
};
