import type { rulesIt } from './rules.it.ts';

const ask = 'Write to or visit the registry office of the municipality';
const correction = `${ask} and ask it to complete or correct the record; take the deed that proves it.`;
const lower = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

export const rulesEn: typeof rulesIt = {
  person_died: {
    what: 'The person is recorded as dead.',
    why: 'Whoever has died leaves the household and the registry: online certificates are about people who are enrolled.',
    now: 'For the death certificate, and others about this person, go to the municipality where they lived.',
  },
  record_struck: {
    what: 'The record has been struck off the registry.',
    why: 'Only what the registry says today of enrolled people can be certified.',
    now: `${ask} that kept the record: it tells you why it was struck off and how to enrol again.`,
  },
  record_duplicated: {
    what: 'The record is a duplicate of another one.',
    why: 'Two records of the same person may say different things, and nobody knows which one holds.',
    now: `${ask}: it joins the two records, and then you can have the certificate.`,
  },
  not_certifiable: {
    what: 'The municipality has marked the record as not certifiable.',
    why: 'While it is marked so, no certificate is issued from it.',
    now: `${ask} and ask for the reason: only the municipality can remove it.`,
  },
  not_enrollable: {
    what: 'The record is marked as one that cannot be enrolled.',
    why: 'Whoever is not enrolled in the registry cannot have its certificates.',
    now: `${ask} and ask what is missing for the enrolment.`,
  },
  record_barred: {
    what: 'The record is marked as barred.',
    why: 'From such a record no certificates are issued online.',
    now: `${ask}: if the mark is right, you ask for the certificate at its counter; if it is wrong, the municipality removes it.`,
  },
  partly_certifiable: {
    what: 'The municipality has marked the record as certifiable only in part.',
    why: 'Only residence and family status remain available.',
    now: `${ask} and ask which data are missing: once they are complete, it removes the limit.`,
  },
  procedure_open: {
    what: 'A municipality has a procedure open on this record.',
    why: 'While it lasts the data may change: only residence and family status remain available.',
    now: `${ask} and ask when the procedure ends. Then come back here.`,
  },
  only_for_residents: {
    what: 'This certificate is only for people who live in Italy.',
    why: 'The record is among the Italians living abroad (AIRE).',
    now: 'If you need residence or family status, ask for those of AIRE. For the rest ask your consulate.',
  },
  only_for_aire: {
    what: 'This certificate is only for people enrolled in AIRE.',
    why: 'The record is among the residents of Italy.',
    now: 'Ask for the certificate of residence or of family status instead.',
  },
  aire_born_abroad: {
    what: 'The birth was abroad.',
    why: 'For people in AIRE the registry certifies a birth only if it was in Italy.',
    now: 'Ask the municipality that transcribed the deed for an extract, or the country of birth for a certificate.',
  },
  aire_before_joining: {
    what: 'The enrolment in AIRE is older than the municipality’s joining of the national registry.',
    why: 'Of what happened before, the national registry has no data: what remains is AIRE residence and AIRE family status, birth if it was in Italy, and the electoral certificates.',
    now: `${ask} that keeps the AIRE record: it has the older registers.`,
  },
  aire_never_in_italy: {
    what: 'The person in AIRE has never lived in Italy.',
    why: 'There is no earlier record from which this could be certified.',
    now: 'Ask the country where it happened for the document, or the municipality that transcribed the deed for an extract.',
  },
  aire_event_not_in_italy: {
    what: 'The registry does not say that this happened and was registered in Italy.',
    why: 'For people in AIRE the registry certifies only what happened and was registered in Italy before they left.',
    now: 'Ask the municipality that transcribed the deed for an extract, or the country where it happened for a certificate.',
  },
  aire_event_not_before_expatriation: {
    what: 'The registry does not say that this happened before the move abroad.',
    why: 'For people in AIRE the registry certifies only what happened before they left.',
    now: 'Ask the municipality that registered the deed for an extract. If one of the dates is wrong, ask it to correct it.',
  },
  not_in_a_facility: {
    what: 'The registry does not say that the person lives in a facility such as a barracks, an institution or a care home.',
    why: 'This certificate states residence in such a facility. It is not the cohabitation contract.',
    now: 'Ask for the certificate of residence, or for that of the cohabitation contract. If the data are wrong, turn to the municipality.',
  },
  civil_status_missing: {
    what: 'The record has no civil status.',
    why: 'Without it there is nothing to certify.',
    now: correction,
  },
  never_married: {
    what: 'The record has no marriage.',
    why: 'The civil status that is recorded is not that of somebody who has married.',
    now: `If you have married, ${lower(correction)}`,
  },
  marriage_data_missing: {
    what: 'The record has neither date nor place nor deed of the marriage.',
    why: 'The certificate has to say when and where it was.',
    now: correction,
  },
  spouse_data_missing: {
    what: 'The record has no data of the spouse.',
    why: 'The certificate has to say with whom the marriage was.',
    now: correction,
  },
  no_civil_union: {
    what: 'The record has no civil union that holds today.',
    why: 'The civil status that is recorded is not that of somebody in a civil union.',
    now: `If you are in a civil union, ${lower(correction)}`,
  },
  union_data_missing: {
    what: 'The record has neither date nor place nor deed of the civil union.',
    why: 'The certificate has to say when and where it was.',
    now: correction,
  },
  union_partner_missing: {
    what: 'The record has no data of the other party to the civil union.',
    why: 'The certificate has to say with whom it was.',
    now: correction,
  },
  civil_status_data_missing: {
    what: 'The record has no data at all of the event from which the civil status comes.',
    why: 'A civil status is certified together with the event that proves it.',
    now: correction,
  },
  not_free: {
    what: 'The person is recorded as married or in a civil union.',
    why: 'Free status is certified only to people who may marry.',
    now: `If the marriage or union has ended, ${lower(correction)}`,
  },
  no_household: {
    what: 'The person is in no registered household.',
    why: 'The certificate lists the household, and here there is none.',
    now: `${ask} and ask it to register the household.`,
  },
  household_not_certifiable: {
    what: 'The municipality has not declared the household complete yet.',
    why: 'An incomplete list cannot be certified.',
    now: `${ask} and ask it to check the members of the household.`,
  },
  household_without_holder: {
    what: 'The household record has no holder.',
    why: 'Relationships within the household are counted from its holder.',
    now: `${ask} and ask it to name the holder of the household.`,
  },
  homeless: {
    what: 'The person is recorded as having no fixed abode.',
    why: 'A household is certified at the address where it lives.',
    now: `${ask}: if you now have a home, declare your residence; otherwise ask for the certificate at its counter.`,
  },
  lives_in_a_facility: {
    what: 'The person lives in a facility such as a barracks, an institution or a care home.',
    why: 'Whoever lives in a facility has no registered household of their own.',
    now: 'Ask for the certificate of residence in a facility instead.',
  },
  alone_in_household: {
    what: 'The household is one person alone.',
    why: 'There are no other members whose relationship or civil status could be stated.',
    now: 'Ask for the family status, or the civil status, instead.',
  },
  household_not_aire: {
    what: 'The household is not registered in AIRE.',
    why: 'The AIRE family status lists only a household enrolled in AIRE.',
    now: `${ask} that keeps the AIRE record and ask it to update the household.`,
  },
  relation_no_longer_admitted: {
    what: 'A member has a relationship to the holder that the registry no longer admits.',
    why: 'That relationship comes from old registers and cannot be printed on a certificate.',
    now: `${ask} that keeps the AIRE record and ask it to enter the right relationship.`,
  },
  citizenship_missing: {
    what: 'The record has no citizenship.',
    why: 'Without it there is nothing to certify.',
    now: correction,
  },
  citizenship_undefined: {
    what: 'The citizenship is recorded as not yet defined, or as not attributable.',
    why: 'Only an established citizenship is certified.',
    now: `${ask} and ask how far it has been established.`,
  },
  several_citizenships: {
    what: 'The record has several citizenships.',
    why: 'The online certificate states one only.',
    now: `${ask} and ask for the certificate at its counter.`,
  },
  not_italian: {
    what: 'The citizenship that is recorded is not the Italian one.',
    why: 'Online only Italian citizenship is certified.',
    now: 'Ask the consulate of your country for the certificate; if you have become Italian, ask the municipality to update the record.',
  },
  no_right_to_vote: {
    what: 'The person has no right to vote: not Italian, not yet 18, or the right is lost.',
    why: 'Electoral certificates are about people who may vote.',
    now: 'If the data are wrong, turn to the electoral office of the municipality.',
  },
  electoral_data_missing: {
    what: 'The record has no electoral data.',
    why: 'Without them nobody knows whether the person has the right to vote.',
    now: 'Turn to the electoral office of the municipality.',
  },
  roll_being_updated: {
    what: 'The entry in the electoral roll is being updated after a change of residence.',
    why: 'The person was struck from the former municipality’s roll and is not in the new one’s yet.',
    now: 'Wait for the next revision of the rolls: it comes before each election, and at least every six months.',
  },
  not_on_a_roll: {
    what: 'The person is in no electoral roll.',
    why: 'The certificate states the entry, and here there is none.',
    now: 'Turn to the electoral office of the municipality.',
  },
  no_contract: {
    what: 'The record has no cohabitation contract.',
    why: 'The certificate is about a contract registered with the registry. People who live in a facility ask for residence in a facility instead.',
    now: 'If you made the contract, ask the professional who authenticated it whether it was sent to the municipality.',
  },
  contract_date_missing: {
    what: 'The record does not say when the cohabitation contract was made.',
    why: 'Without the date the contract cannot be certified.',
    now: `${ask} and ask it to record the date; take a copy of the contract.`,
  },
  contract_partner_missing: {
    what: 'The record has no data of the other cohabitant.',
    why: 'The certificate has to say with whom the contract was made.',
    now: correction,
  },
  not_a_party: {
    what: 'The cohabitation contract is not yours.',
    why: 'Only one of the two cohabitants can ask for it.',
    now: 'Let one of them ask for it, with their own digital identity.',
  },
};
