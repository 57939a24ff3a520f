export const it = {
  closing: 'Sportello',
  automatic:
    'Messaggio automatico: non rispondere a questo indirizzo. Prenotare è gratis: nessuno può venderti un appuntamento.',
  linkHint: 'Se il pulsante non funziona, copia questo indirizzo nel browser:',
};
