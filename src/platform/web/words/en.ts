import type { it } from './it.ts';

export const en: typeof it = {
  problems: {
    summaryTitle: 'There is something to correct',
    notFoundTitle: 'Page not found',
    notFound:
      'This page does not exist, no longer exists, or does not concern you. Check the address or start again from the home page.',
    faultTitle: 'Something went wrong on our side',
    fault:
      'We could not complete the request. Nothing is lost: wait a minute and try again. If it happens again, write to the office and quote the code',
    awayTitle: 'The service will be back shortly',
    away: 'We cannot reach our records at the moment. Try again in a few seconds: repeating the same request never makes a duplicate.',
    tooManyTitle: 'Too many requests in a short time',
    tooMany:
      'Too many requests come from your connection. Wait a minute and try again: if you have a place, you keep it.',
    tooLargeTitle: 'The text you sent is too long',
    tooLarge: 'The form holds more text than we can take. Go back, shorten the text and send it again.',
    unreadableTitle: 'We cannot read the request',
    unreadable: 'The data is not in the form we expect. Go back to the page before and send the form again.',
    sendAgainTitle: 'Confirm and send again',
    sendAgain:
      'This page had been open for a long time, or the browser deleted its cookies. To be safe we ask you to confirm: what you typed is still here.',
    sendAgainButton: 'Send again',
    strongSignInTitle: 'This page needs SPID',
    strongSignIn:
      'Official data are read or changed here: we must be sure who you are, and a password is not enough. Sign in with SPID in another tab, then come back and press the button again: nothing you typed is lost.',
    strongSignInLink: 'Sign in with SPID (opens in another tab)',
    signInAgainTitle: 'Sign in again to go on',
    signInAgain:
      'Your session has ended. What you typed is still on this page: sign in in another tab, then come back here and press “Send again”.',
    signInAgainLink: 'Sign in (opens in another tab)',
    passwordAgain: 'To be safe we do not keep passwords and codes: go back to the page and type them again.',
    passwordAgainLink: 'Back to the page',
    home: 'Go to the home page',
    keyReused: 'This form was already sent with different data. Reload the page and fill it in again.',
    errorPrefix: 'Error: ',
  },
  optional: 'optional',
};
