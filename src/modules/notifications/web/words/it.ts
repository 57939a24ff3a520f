export const it = {
  closing: 'Sportello',
  automatic:
    'Messaggio automatico: non rispondere a questo indirizzo. Prenotare è gratis: nessuno può venderti un appuntamento.',
  linkHint: 'Se il pulsante non funziona, copia questo indirizzo nel browser:',
  tooLarge: (name: string) =>
    `Il file «${name}» è troppo grande per la posta elettronica, perciò non è allegato: lo trovi nel portale.`,
};
