const listed = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Words of this very service: the first that somebody tries here. */
export const ownWords = listed(`
  consolato consolati consolare ambasciata passaporto passaporti italia italiano italiana italiani
  sportello prenotami prenotazione prenota appuntamento appuntamenti cittadinanza cittadino anagrafe
  aire farnesina ministero esteri repubblica governo carta identita codicefiscale estero residenza
  comune viaggio schengen visto
`);

/** Passwords and parts of them that many people choose, as they read without capitals, spaces and disguises. */
export const commonPasswords: ReadonlySet<string> = new Set(
  listed(`
  password passwort passwd parola parolachiave parolasegreta segreto segreta segretissima secret
  chiave accesso accedi login admin administrator amministratore utente user guest ospite root master
  welcome benvenuto benvenuta letmein iloveyou tiamo amore amoremio amoreamore ticci cuore bacio baci
  tesoro stella stellina principessa principe angelo sole luna mare cielo fiore farfalla gattino gatto
  cane micio cucciolo tigre leone lupo drago dragon monkey scimmia qwerty qwertyuiop qwertz azerty
  asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qaz wsx edc abc abcd abcde abcdef football calcio pallone
  juventus juve inter internazionale milan milano napoli forzanapoli roma forzaroma lazio torino
  fiorentina forzaitalia forzajuve forzainter forzamilan ferrari lamborghini vespa ducati valentino
  baggio totti maradona ronaldo messi baseball basket superman batman spiderman pokemon pikachu naruto
  starwars minecraft fortnite playstation nintendo mamma mammina papa babbo nonna nonno famiglia
  fratello sorella figlio figlia bambino bambina francesco francesca alessandro alessandra andrea
  marco matteo lorenzo luca davide simone giuseppe giuseppina antonio antonia giovanni giovanna maria
  mario anna laura sara chiara giulia martina elena valentina federica silvia roberta roberto stefano
  stefania paolo paola daniele daniela michele michela riccardo gabriele gabriella vincenzo salvatore
  domenico pasquale michael jennifer jessica jordan michelle charlie thomas daniel ashley nicole
  george william robert andrew joshua matthew sunshine princess flower summer winter spring autumn
  estate inverno primavera autunno lunedi martedi mercoledi giovedi venerdi sabato domenica gennaio
  febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre january
  february march april june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday computer internet google facebook instagram whatsapp youtube amazon
  apple samsung iphone android windows microsoft pizza pasta spaghetti gelato cioccolato nutella caffe
  vino birra cookie chocolate banana cheese pepper trustno whatever freedom liberta shadow killer
  hello ciao ciaociao buongiorno buonanotte hola bonjour changeme cambiami prova test testing default
  temp temporaneo nuovo newpassword nuovapassword miapassword mypassword correcthorsebatterystaple
  lamiapassword lamiaprimapassword unapasswordlunga passwordlunghissima questaeunapassword
  nelmezzodelcammindinostravita fratelliditalia litaliasedesta nelbludipintodiblu volareoooh
  ocolemiosole bellaciaobellaciao tobeornottobe maytheforcebewithyou thequickbrownfox
  jumpsoverthelazydog supercalifragilistichespiralidoso supercalifragilisticexpialidocious madonna
  gesu dio padrepio sanremo venezia firenze genova palermo bologna bari catania verona padova trieste
  sicilia sardegna toscana london londra paris parigi berlin berlino madrid newyork buenosaires
  argentina brasile brazil germania francia spagna svizzera america europa europe england inghilterra
  australia canada mondo world love lover loveyou baby babygirl lovely beautiful bella bello
  bellissima bellissimo ragazza ragazzo amico amica amici friend friends soccer hockey tennis golf
  nuoto sport campione champion winner vincitore numero number uno rosa rossa rosso verde giallo
  azzurro azzurra bianco bianca nero nera viola blue green yellow orange purple silver golden lavoro
  casa casamia ufficio scuola universita maestro maestra professore dottore dottoressa avvocato
  ingegnere matrix phoenix mustang corvette harley yamaha porsche mercedes bmw audi volkswagen fiat
  panda cinquecento alfaromeo
`),
);
