import { type CivilDate, plainDate } from '#kernel/civil-date.ts';
import type { ExemptionId } from '../../domain/exemptions.ts';

/** What stands on every certificate, whatever it certifies. */
export interface FrameTexts {
  readonly day: (day: CivilDate) => string;
  readonly municipality: (name: string) => string;
  readonly registryOffice: string;
  readonly electoralOffice: string;
  readonly certifies: (electoral: boolean) => string;
  /** Art. 40 DPR 445/2000, c. 02: in Italian literally as the law wants it, on pain of nullity. */
  readonly privateUse: string;
  readonly uses: Readonly<Record<ExemptionId, string>>;
  readonly exempt: (use: string, law: string) => string;
  readonly stampDue: string;
  readonly stamped: (iubd: string, on: string) => string;
  readonly months: string;
  readonly validUntil: (day: string) => string;
  readonly notIssued: string;
  readonly issued: (number: string, on: string) => string;
  readonly sealed: string;
  readonly check: (address: string, code: string) => string;
  readonly dataOf: (day: string) => string;
}

const two = (part: number) => String(part).padStart(2, '0');

export const frameIt = {
  day: (day: CivilDate) => {
    const date = plainDate(day);
    return `${two(date.day)}/${two(date.month)}/${date.year}`;
  },
  issuer: 'Ministero dell’Interno – Anagrafe nazionale della popolazione residente',
  facsimile: {
    mark: 'FAC-SIMILE',
    sentence: 'FAC-SIMILE: documento di prova, senza alcun valore. Le persone e i dati sono inventati.',
  },
  municipality: (name: string) => `Comune di ${name}`,
  registryOffice: 'Ufficio anagrafe',
  electoralOffice: 'Ufficio elettorale',
  certifies: (electoral: boolean) =>
    `L’ufficiale ${electoral ? 'elettorale' : 'd’anagrafe'}, visti gli atti d’ufficio, certifica quanto segue di:`,
  privateUse:
    'Il presente certificato non può essere prodotto agli organi della pubblica amministrazione o ai privati gestori di pubblici servizi.',
  uses: {
    non_profit: 'organizzazione senza scopo di lucro',
    sports_club: 'società o associazione sportiva',
    judicial: 'uso processuale',
    protection_of_adults: 'interdizione, inabilitazione o amministrazione di sostegno',
    adoption_and_minors: 'adozione, affidamento o tutela di minori',
    separation_or_divorce: 'separazione o divorzio',
    street_renamed: 'variazione d’ufficio della toponomastica o del numero civico',
    foreign_pension: 'pensione estera',
  },
  exempt: (use: string, law: string) =>
    `Rilasciato in carta libera per il seguente uso: ${use}. Esente da imposta di bollo: ${law}. L’uso diverso è punito a norma di legge.`,
  stampDue: 'Soggetto a imposta di bollo di € 16,00: il numero della marca si stampa dopo il pagamento.',
  stamped: (iubd: string, on: string) =>
    `Imposta di bollo di € 16,00 assolta con marca da bollo digitale n. ${iubd} del ${on}.`,
  months: 'Il certificato ha validità di tre mesi dalla data di rilascio.',
  validUntil: (day: string) => `È valido fino al ${day} compreso.`,
  notIssued: 'Anteprima: non è ancora un certificato.',
  issued: (number: string, on: string) => `Certificato n. ${number}, rilasciato il ${on}.`,
  sealed:
    'Documento con sigillo elettronico e codice QR, art. 62, comma 3, D.Lgs. 7 marzo 2005, n. 82. Senza di essi non è valido.',
  check: (address: string, code: string) =>
    `Si verifica inquadrando il codice QR, oppure su ${address} con il codice ${code}.`,
  dataOf: (day: string) => `I dati sono quelli della scheda anagrafica alla data della richiesta: ${day}.`,
  qr: (code: string) => `Codice QR: Emesso da ANPR, codice di verifica ${code}`,
  draftFooter: 'Anteprima',
  footer: (number: string, code: string) => `Certificato n. ${number} – codice di verifica ${code}`,
} satisfies FrameTexts & Readonly<Record<string, unknown>>;

export const frameDe: FrameTexts = {
  day: (day) => {
    const date = plainDate(day);
    return `${two(date.day)}.${two(date.month)}.${date.year}`;
  },
  municipality: (name) => `Gemeinde ${name}`,
  registryOffice: 'Meldeamt',
  electoralOffice: 'Wahlamt',
  certifies: (electoral) =>
    `Der Beamte des ${electoral ? 'Wahlamtes' : 'Meldeamtes'} bescheinigt nach Einsicht in die Amtsakten Folgendes über:`,
  privateUse:
    'Diese Bescheinigung darf weder bei den Organen der öffentlichen Verwaltung noch bei den privaten Betreibern öffentlicher Dienste vorgelegt werden.',
  uses: {
    non_profit: 'Organisation ohne Gewinnabsicht',
    sports_club: 'Sportgesellschaft oder Sportverein',
    judicial: 'Gerichtsverfahren',
    protection_of_adults: 'Entmündigung, beschränkte Entmündigung oder Sachwalterschaft',
    adoption_and_minors: 'Adoption, Anvertrauung oder Schutz von Minderjährigen',
    separation_or_divorce: 'Trennung oder Scheidung',
    street_renamed: 'Änderung des Straßennamens oder der Hausnummer von Amts wegen',
    foreign_pension: 'ausländische Rente',
  },
  exempt: (use, law) =>
    `Stempelfrei ausgestellt für folgenden Zweck: ${use}. Von der Stempelsteuer befreit: ${law}. Ein anderer Gebrauch ist gesetzlich strafbar.`,
  stampDue:
    'Unterliegt der Stempelsteuer von 16,00 €: die Nummer der Stempelmarke wird nach der Zahlung aufgedruckt.',
  stamped: (iubd, on) =>
    `Stempelsteuer von 16,00 € entrichtet mit digitaler Stempelmarke Nr. ${iubd} vom ${on}.`,
  months: 'Die Bescheinigung gilt drei Monate ab dem Ausstellungsdatum.',
  validUntil: (day) => `Sie gilt bis einschließlich ${day}.`,
  notIssued: 'Vorschau: noch keine Bescheinigung.',
  issued: (number, on) => `Bescheinigung Nr. ${number}, ausgestellt am ${on}.`,
  sealed:
    'Dokument mit elektronischem Siegel und QR-Code, Art. 62 Abs. 3 GvD Nr. 82 vom 7. März 2005. Ohne diese ist es nicht gültig.',
  check: (address, code) => `Prüfung durch Scannen des QR-Codes oder auf ${address} mit dem Code ${code}.`,
  dataOf: (day) => `Die Daten sind jene des Melderegisters am Tag des Antrags: ${day}.`,
};

export const frameSl: FrameTexts = {
  day: (day) => {
    const date = plainDate(day);
    return `${date.day}. ${date.month}. ${date.year}`;
  },
  municipality: (name) => `Občina ${name}`,
  registryOffice: 'Matični urad',
  electoralOffice: 'Volilni urad',
  certifies: (electoral) =>
    `${electoral ? 'Uradna oseba volilnega urada' : 'Uradna oseba matičnega urada'} na podlagi uradnih spisov potrjuje naslednje o osebi:`,
  privateUse:
    'To potrdilo se ne sme predložiti organom javne uprave ali zasebnim izvajalcem javnih storitev.',
  uses: {
    non_profit: 'nepridobitna organizacija',
    sports_club: 'športno društvo',
    judicial: 'sodni postopek',
    protection_of_adults: 'odvzem ali omejitev poslovne sposobnosti ali skrbništvo',
    adoption_and_minors: 'posvojitev, rejništvo ali varstvo mladoletnikov',
    separation_or_divorce: 'ločitev ali razveza',
    street_renamed: 'sprememba imena ulice ali hišne številke po uradni dolžnosti',
    foreign_pension: 'tuja pokojnina',
  },
  exempt: (use, law) =>
    `Izdano brez kolka za naslednji namen: ${use}. Oproščeno kolkovine: ${law}. Drugačna uporaba je kazniva po zakonu.`,
  stampDue: 'Zavezano kolkovini 16,00 €: številka kolka se natisne po plačilu.',
  stamped: (iubd, on) => `Kolkovina 16,00 € plačana z digitalnim kolkom št. ${iubd} z dne ${on}.`,
  months: 'Potrdilo velja tri mesece od dneva izdaje.',
  validUntil: (day) => `Velja do vključno ${day}.`,
  notIssued: 'Predogled: to še ni potrdilo.',
  issued: (number, on) => `Potrdilo št. ${number}, izdano dne ${on}.`,
  sealed:
    'Dokument z elektronskim žigom in kodo QR, tretji odstavek 62. člena zakonodajnega odloka št. 82 z dne 7. marca 2005. Brez njiju ni veljaven.',
  check: (address, code) => `Preverja se s kodo QR ali na ${address} s kodo ${code}.`,
  dataOf: (day) => `Podatki so tisti iz registra prebivalstva na dan zahteve: ${day}.`,
};
