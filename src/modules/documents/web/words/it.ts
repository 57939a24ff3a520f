import type { UploadRefusal } from '../../domain/document.ts';

const refusals: Record<UploadRefusal['code'], string> = {
  empty: 'Il file è vuoto. Controlla di aver scelto quello giusto e caricalo di nuovo.',
  too_large: 'Il file supera 40 MB. Dividi il documento in più file e caricali uno per uno.',
  stays_too_large:
    'Anche rimpicciolito il file supera 10 MB. Dividi il documento in più file e caricali uno per uno.',
  picture_too_small:
    'L’immagine è troppo piccola: il testo non si legge. Fotografa di nuovo il documento da vicino, non una sua miniatura.',
  blank_picture:
    'Nell’immagine non si vede nulla: è tutta di un colore. Fotografa di nuovo il documento con più luce.',
  phone_picture:
    'Non riusciamo ad aprire le foto in formato HEIC. Sull’iPhone scegli Impostazioni, Fotocamera, Formati, «Più compatibile» e rifai la foto, oppure esportala come JPEG.',
  too_many_files:
    'Puoi allegare al massimo 5 file. Togline uno, oppure manda gli altri con un messaggio dopo l’invio.',
  kind_not_accepted:
    'Non possiamo accettare questo tipo di file. Manda una foto (JPG, PNG, WebP, TIFF, AVIF) o un PDF: un documento di testo si può salvare come PDF.',
  kinds_disagree:
    'Il contenuto del file non corrisponde al suo nome. Aprilo, salvalo di nuovo come JPG, PNG, WebP o PDF e caricalo.',
  too_many_pixels:
    'L’immagine è troppo grande: il massimo è 50 megapixel. Salvala più piccola e caricala di nuovo.',
  unreadable_picture:
    'Non riusciamo ad aprire questa immagine: sembra danneggiata. Salvala di nuovo o rifai la foto.',
  unreadable_pdf:
    'Non riusciamo ad aprire questo PDF: sembra danneggiato. Stampalo di nuovo in PDF e caricalo.',
  encrypted_pdf: 'Il PDF è protetto da password. Salvane una copia senza password e carica quella.',
  active_pdf:
    'Il PDF contiene programmi o altri file e non riusciamo a toglierli. Stampalo in PDF e carica la copia.',
  too_many_pages: 'Il PDF ha più di 40 pagine. Carica solo le pagine che servono.',
  infected:
    'Il controllo antivirus ha trovato un pericolo in questo file, che abbiamo cancellato. Controlla il tuo dispositivo.',
  scanner_away:
    'Il controllo antivirus non risponde, perciò il file non è stato preso. Riprova tra qualche minuto.',
  quota_full:
    'I tuoi file occupano già lo spazio disponibile (100 MB). Togli quelli che non servono, oppure scrivi all’ufficio senza allegati.',
};

export const it = {
  refusals,
  transfers: {
    too_many_transfers:
      'Hai già 10 file in caricamento. Aspetta che finiscano, oppure annullane uno, e riprova.',
    no_such_transfer: 'Il caricamento è scaduto o è stato annullato. Scegli di nuovo il file.',
    not_all_here: 'Il file non è arrivato tutto. Sceglilo di nuovo: il caricamento riprende da dove era.',
    other_offset: 'Questa parte del file non segue a quelle arrivate. Chiedi da dove riprendere e riprova.',
  },
  about: (name: string, sentence: string) => `${name}: ${sentence}`,
  accepted:
    'Foto o PDF senza password, 5 file in tutto, 40 MB ciascuno al massimo: i file grandi li rimpiccioliamo noi.',
  cleaned: 'Dalle foto togliamo i dati nascosti, come il luogo dello scatto.',
  add: 'Aggiungi i file scelti',
  waiting: (count: number) => (count === 1 ? '1 file pronto da inviare' : `${count} file pronti da inviare`),
  remove: 'Togli',
  removeFile: (name: string) => `Togli ${name}`,
  kilobytes: (size: string) => `${size} kB`,
  megabytes: (size: string) => `${size} MB`,
  download: (name: string) => `Scarica ${name}`,
  erased: (day: string) => `File cancellato il ${day}`,
  sending: 'Carico il file…',
  failed: 'Il caricamento non è riuscito: controlla la connessione e scegli di nuovo il file.',
  noSuchFile: 'Il file non c’è più tra quelli da inviare.',
};
