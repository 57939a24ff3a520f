import type { FormSection } from '#modules/case-files/public.ts';
import { say } from '../shared/say.ts';

/** Why somebody does not register with AIRE (L. 470/1988, art. 1). */
export const exemptions = ['under_12_months', 'seasonal', 'state_service', 'nato'] as const;

/** The first question: whoever need not register is told so before anything else is asked. */
export const stay: FormSection = {
  name: 'stay',
  title: say('Devi iscriverti?', 'Do you need to register?'),
  lead: say(
    'L’AIRE è l’anagrafe degli italiani che vivono all’estero. Una domanda, prima di tutto: non tutti si iscrivono.',
    'AIRE is the register of Italians who live abroad. One question before everything else: not everybody registers.',
  ),
  questions: [
    {
      name: 'stay',
      kind: 'choice',
      label: say('Quale frase è vera per te?', 'Which sentence is true for you?'),
      choices: [
        {
          value: 'long',
          label: say(
            'Vivo all’estero, e ci resto più di 12 mesi',
            'I live abroad and stay for more than 12 months',
          ),
        },
        {
          value: 'under_12_months',
          label: say('Resto all’estero 12 mesi o meno', 'I stay abroad for 12 months or less'),
        },
        {
          value: 'seasonal',
          label: say('Sono all’estero per un lavoro stagionale', 'I am abroad for seasonal work'),
        },
        {
          value: 'state_service',
          label: say(
            'Lavoro qui per lo Stato italiano e sono notificato alle autorità locali, o vivo con chi lo è',
            'I work here for the Italian State and am notified to the local authorities, or live with somebody who is',
          ),
        },
        {
          value: 'nato',
          label: say('Sono militare in servizio alla NATO', 'I serve with NATO forces'),
        },
      ],
    },
  ],
};

const led = (value: (typeof exemptions)[number], it: string, en: string): FormSection => ({
  name: `exempt_${value}`,
  title: say('Non devi iscriverti', 'You need not register'),
  lead: say(it, en),
  questions: [],
  when: { name: 'stay', is: [value] },
  ends: true,
});

/** What each of them does instead. */
export const exempt: readonly FormSection[] = [
  led(
    'under_12_months',
    'Chi resta all’estero 12 mesi o meno rimane residente in Italia (L. 470/1988, art. 1): non c’è niente da inviare. Se poi decidi di restare di più, torna qui: hai 90 giorni da quel momento.',
    'Who stays abroad for 12 months or less remains resident in Italy (L. 470/1988, art. 1): there is nothing to send. If you then decide to stay longer, come back here: you have 90 days from that moment.',
  ),
  led(
    'seasonal',
    'Chi è all’estero per un lavoro stagionale rimane residente in Italia (L. 470/1988, art. 1): non c’è niente da inviare. Se resti dopo la stagione, torna qui.',
    'Who is abroad for seasonal work remains resident in Italy (L. 470/1988, art. 1): there is nothing to send. If you stay after the season, come back here.',
  ),
  led(
    'state_service',
    'I dipendenti dello Stato in servizio all’estero, notificati secondo le Convenzioni di Vienna, e chi convive con loro rimangono residenti in Italia (L. 470/1988, art. 1): non c’è niente da inviare. Se finisce il servizio e resti all’estero, torna qui.',
    'State employees who serve abroad and are notified under the Vienna Conventions, and those who live with them, remain resident in Italy (L. 470/1988, art. 1): there is nothing to send. If the service ends and you stay abroad, come back here.',
  ),
  led(
    'nato',
    'I militari in servizio presso gli uffici e le strutture della NATO rimangono residenti in Italia (L. 470/1988, art. 1): non c’è niente da inviare. Se finisce il servizio e resti all’estero, torna qui.',
    'Military personnel who serve with NATO offices and bodies remain resident in Italy (L. 470/1988, art. 1): there is nothing to send. If the service ends and you stay abroad, come back here.',
  ),
];
