declare const noticeNumber: unique symbol;
/** Notice number (numero avviso, NAV): 18 digits, `3` + segregation code + 13 digits + check. */
export type NoticeNumber = string & { readonly [noticeNumber]: true };

/** Codes that a creditor body gives itself lie between 00 and 45; pagoPA assigns the higher ones. */
const segregation = /^\d{2}$/;

/** The notice number of a serial: auxiliary digit 3, check digits by the remainder of 93. */
export function noticeNumberOf(segregationCode: string, serial: number): NoticeNumber {
  if (!segregation.test(segregationCode)) throw new Error('A segregation code has two digits');
  if (!Number.isSafeInteger(serial) || serial < 1 || serial > 9_999_999_999_999)
    throw new Error('The serial of a notice has at most 13 digits');
  const body = `3${segregationCode}${String(serial).padStart(13, '0')}`;
  return `${body}${checkDigitsOf(body)}` as NoticeNumber;
}

function checkDigitsOf(body: string): string {
  return String(BigInt(body) % 93n).padStart(2, '0');
}

/** Whether a text is a notice number with the right check digits; numbers of others need not have them. */
export function isNoticeNumber(raw: string): raw is NoticeNumber {
  return /^3\d{17}$/.test(raw) && checkDigitsOf(raw.slice(0, 16)) === raw.slice(16);
}

/** The payment's identifier at the creditor (IUV): the notice number without its first digit. */
export function iuvOf(number: string): string {
  return number.slice(1);
}

/** A notice number as people type it, with blanks, in its 18 digits; nothing where it is none. */
export function readNoticeNumber(raw: string): string | undefined {
  const digits = raw.replace(/[\s.-]/g, '');
  return /^\d{18}$/.test(digits) ? digits : undefined;
}
