import type { move as it } from './move.it.ts';

export const move: typeof it = {
  title: 'Change office',
  lead: 'Which office is responsible depends on where you live. If you have moved to the district of another office, name the new place: you see what happens before anything changes.',
  now: (office) => `Today your office is ${office}.`,
  nowNone: 'Today no office is responsible for where you live.',
  see: 'See what changes',
  which: 'Which office looks after you?',
  whichHint: 'For this country we do not know the borders of the districts: you choose.',
  whichMunicipality: 'Which municipality do you mean?',
  sameOffice: 'This place belongs to your office already: change it in your data, without changing office.',
  toProfile: 'Go to my data',
  changedAlready: 'You have changed office once already, and cannot do it again by yourself.',
  waysOut: 'What you can do',
  waysOutItems: [
    'If you have moved within the district of your office, update the place in your data.',
    'If the change was a mistake, write to the office that you left or to the new one: an operator can reverse it, once.',
    'If you have moved again, close the account and register with your new residence.',
  ],
  toClosing: 'Close the account',
  effectsTitle: 'Warning: you are changing the responsible office',
  from: 'Office today',
  to: 'New office',
  noOffice: 'no consular office',
  home: 'New residence',
  happens: 'What happens',
  nothingEnds: 'You have no appointments or requests that end with the change.',
  onlyInside: 'After the change you can name only places in the new district.',
  noWayBack:
    'You cannot undo the change yourself. The only way out is to close the account and register anew, or to ask an operator of either office to reverse it: that is possible once, and lost appointments do not come back.',
  firstOffice: 'This is your first office: if it is a mistake, an operator can reverse it.',
  confirm: 'I understand what happens and want to change office',
  confirmMissing: 'To change office, confirm that you understand what happens.',
  submit: 'Change office',
  back: 'Go back',
  done: (office) => `Done: from now on your office is ${office}. We have written to you what happened.`,
  doneNone:
    'Done: from now on no office is responsible for where you live. We have written to you what happened.',
  meaningTitle: 'What your new address means',
  meaning: {
    change_of_address:
      'The new address lies in the district of your earlier office: declare the change of address.',
    aire_registration:
      'The new address lies in the district of another office: ask the new office for AIRE registration, which counts as the change of residence. You have 90 days from the move (Law 470/1988, art. 6).',
    return_to_italy:
      'You are back in Italy: declare your residence to your municipality, which also updates AIRE. There is nothing else to do here.',
  },
  meaningLink: {
    change_of_address: 'Change of address',
    aire_registration: 'AIRE registration',
    return_to_italy: 'All services',
  },
};
