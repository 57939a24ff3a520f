/** Languages that write some Cyrillic letters in a way of their own. */
export type CyrillicLanguage = 'uk' | 'be' | 'bg' | 'sr' | 'mk';

/** National letters (ICAO Doc 9303, part 3, section 6.A); the others lose their accents. */
const latin = {
  Ä: 'AE',
  Å: 'AA',
  Æ: 'AE',
  Ð: 'D',
  Đ: 'D',
  Ħ: 'H',
  ı: 'I',
  Ĳ: 'IJ',
  Ł: 'L',
  Ŀ: 'L',
  Ŋ: 'N',
  Ö: 'OE',
  Ø: 'OE',
  Œ: 'OE',
  ẞ: 'SS',
  ß: 'SS',
  Ŧ: 'T',
  Þ: 'TH',
  Ü: 'UE',
} as const;

/** Cyrillic letters (section 6.B). */
const cyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'А A,Б B,В V,Г G,Д D,Е E,Ё E,Ж ZH,З Z,И I,І I,Й I,К K,Л L,М M,Н N,О O,П P,Р R,С S,Т T,У U,Ф F,Х KH,Ц TS,Ч CH,' +
    'Ш SH,Щ SHCH,Ъ IE,Ы Y,Ь ,Э E,Ю IU,Я IA,Ѵ Y,Ґ G,Ў U,Ѫ U,Ѓ G,Ђ D,Ѕ DZ,Ј J,Ќ K,Љ LJ,Њ NJ,Ћ C,Џ DZ,Є IE,Ї I'
  )
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);

const cyrillicOf: Readonly<Record<CyrillicLanguage, Readonly<Record<string, string>>>> = {
  uk: { Г: 'H', И: 'Y' },
  be: { Г: 'H', Ё: 'IO' },
  bg: { Щ: 'SHT', Ь: 'Y' },
  sr: { Ж: 'Z', Х: 'H', Ц: 'C', Ч: 'C', Ш: 'S' },
  mk: { Ж: 'Z', Х: 'H', Ц: 'C', Ч: 'C', Ш: 'S', Џ: 'DJ' },
};

/** Arabic letters (section 6.C), one to one, so that the original spelling can be told; vowel signs are left out. */
const arabic: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'ء XE,آ XAA,أ XAE,ؤ U,إ I,ئ XI,ا A,ب B,ة XTA,ت T,ث XTH,ج J,ح XH,خ XKH,د D,ذ XDH,ر R,ز Z,س S,ش XSH,ص XSS,' +
    'ض XDZ,ط XTT,ظ XZZ,ع E,غ G,ف F,ق Q,ك K,ل L,م M,ن N,ه H,و W,ى XAY,ي Y,پ P'
  )
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);

/**
 * A name in the letters A to Z (traslitterazione), by the tables of ICAO Doc 9303, part 3, section 6, which passports
 * follow. Case stays; what no table knows is left out. It is for places that take only those letters: wherever a name is
 * shown, it stays as it is.
 */
export function transliterate(name: string, language?: CyrillicLanguage): string {
  const own = language === undefined ? {} : cyrillicOf[language];
  return Array.from(name.normalize('NFC'), (letter) => {
    if (/[\x20-\x7e]/.test(letter)) return letter;
    const large = letter.toUpperCase();
    const tables: Readonly<Record<string, string>>[] = [own, latin, cyrillic, arabic];
    const known = [letter, large].flatMap((each) => tables.flatMap((table) => table[each] ?? []))[0];
    const plain =
      known ??
      large
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[^A-Z0-9]/g, '');
    return letter === large ? plain : plain.toLowerCase();
  }).join('');
}
