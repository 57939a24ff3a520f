import type { LegibilityWarning, UploadRefusal } from '../../domain/document.ts';

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

const warnings: Record<LegibilityWarning, string> = {
  small: 'La foto è piccola: il testo potrebbe non leggersi.',
  blurred:
    'La foto sembra sfocata: tieni fermo il telefono e tocca il documento sullo schermo per metterlo a fuoco.',
  dark: 'La foto è molto scura: avvicinati a una finestra o accendi la luce.',
  bright: 'La foto è troppo chiara: evita la luce diretta e i riflessi.',
  faint: 'Nella foto il testo si distingue poco dallo sfondo: serve più luce, senza riflessi.',
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
  summary:
    'Il documento intero, a fuoco, senza riflessi. Raddrizziamo le foto e togliamo i dati nascosti, come il luogo dello scatto.',
  guideLink: 'Come fotografare un documento',
  guide: {
    title: 'Come fotografare un documento',
    lead: 'Una foto fatta bene evita che l’ufficio te la chieda di nuovo. Bastano un telefono e un tavolo.',
    steps: [
      'Appoggia il documento su un tavolo di colore diverso, vicino a una finestra. Togli custodie e pellicole.',
      'Tieni il telefono sopra il documento, parallelo al tavolo, in modo che riempia quasi tutta l’immagine.',
      'Tocca il documento sullo schermo per metterlo a fuoco, tieni fermo il telefono e scatta.',
      'Guarda la foto ingrandita: devi poter leggere tutto, anche le scritte più piccole.',
    ],
    well: 'Così va bene',
    badly: 'Così l’ufficio te la chiede di nuovo',
    shots: {
      good: {
        title: 'Intero, diritto, a fuoco',
        advice: 'Si vedono tutti e quattro gli angoli e un po’ di tavolo intorno.',
      },
      pages: {
        title: 'Una foto per pagina, in ordine',
        advice: 'Fronte e retro, o le pagine una dopo l’altra: le uniamo noi in un solo PDF.',
      },
      cut: {
        title: 'Tagliato o storto',
        advice: 'Manca un angolo: allontana un po’ il telefono e raddrizzalo.',
      },
      blurred: {
        title: 'Mosso o sfocato',
        advice: 'Appoggia i gomiti e tocca il documento sullo schermo prima di scattare.',
      },
      dark: {
        title: 'Troppo scuro',
        advice: 'Avvicinati a una finestra o accendi un’altra luce, senza farti ombra.',
      },
      glare: {
        title: 'Con riflessi',
        advice: 'Spegni il flash e inclina un po’ il documento, finché il riflesso sparisce.',
      },
      covered: {
        title: 'Coperto',
        advice: 'Le dita non devono coprire niente: appoggia il documento, non tenerlo in mano.',
      },
      far: { title: 'Troppo lontano', advice: 'Il testo diventa piccolo e non si legge: avvicinati.' },
    },
    weDo: 'Che cosa facciamo noi',
    done: [
      'Raddrizziamo le foto e le rendiamo più leggere: puoi mandare file fino a 40 MB.',
      'Togliamo i dati nascosti, come il luogo dello scatto, e tutto ciò che in un PDF si muove o si apre da solo.',
      'Ti diciamo subito se la foto si legge male. Se non puoi farne una migliore, puoi mandarla lo stesso.',
    ],
    kindsTitle: 'Quali file vanno bene',
    kinds:
      'Foto JPG, PNG, WebP, TIFF o AVIF e PDF senza password, fino a 40 pagine. Le foto HEIC dell’iPhone no: in Impostazioni, Fotocamera, Formati scegli «Più compatibile».',
  },
  camera: 'Fotografa adesso',
  up: 'Su',
  down: 'Giù',
  turn: 'Ruota',
  upFile: (name: string) => `Sposta su ${name}`,
  downFile: (name: string) => `Sposta giù ${name}`,
  turnFile: (name: string) => `Ruota a destra ${name}`,
  bind: (photos: number) => `Unisci ${photos} foto in un PDF`,
  bindHint: 'Sono le pagine di un solo documento?',
  bindsItself: 'All’invio le foto diventano le pagine di un solo PDF, in quest’ordine.',
  cannotBind:
    'Le foto insieme sono troppo grandi per un solo PDF. Togline qualcuna, oppure lasciale separate.',
  pageOf: (name: string, number: number) => `${name}, pagina ${number}`,
  furtherPages: (count: number) =>
    count === 1
      ? 'C’è un’altra pagina: apri il documento.'
      : `Ci sono altre ${count} pagine: apri il documento.`,
  hardToRead: 'Poco leggibile',
  pages: (count: number) => (count === 1 ? '1 pagina' : `${count} pagine`),
  warnings,
  keepAnyway: 'Se puoi, rifai la foto; se non puoi farne una migliore, lasciala così.',
  notScanned: 'Non controllato dall’antivirus: su questo sistema non ce n’è uno.',
  /** What the browser says while files are on their way; {…} is filled in there. */
  moving: {
    sending: '{name}: {percent} %',
    begun: 'Carico {name}',
    checking: '{name}: arrivato, lo controllo…',
    paused: '{name}: in pausa al {percent} %',
    waiting: '{name}: connessione interrotta, riprovo tra {seconds} s',
    pause: 'Metti in pausa',
    goOn: 'Riprendi',
    cancel: 'Annulla',
    failed:
      'Il caricamento non è riuscito. Controlla la connessione e scegli di nuovo il file: riprende da dove era.',
    afterwards: 'I file stanno ancora arrivando: il modulo parte da solo appena sono qui.',
  },
  add: 'Aggiungi i file scelti',
  waiting: (count: number) => (count === 1 ? '1 file pronto da inviare' : `${count} file pronti da inviare`),
  remove: 'Togli',
  removeFile: (name: string) => `Togli ${name}`,
  kilobytes: (size: string) => `${size} kB`,
  megabytes: (size: string) => `${size} MB`,
  download: (name: string) => `Scarica ${name}`,
  erased: (day: string) => `File cancellato il ${day}`,
  noSuchFile: 'Il file non c’è più tra quelli da inviare.',
};
