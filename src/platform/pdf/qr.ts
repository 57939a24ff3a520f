import QRCode from 'qrcode';

/** A text as QR code (SVG), readable also when a part of it is dirty or creased. */
export function qrSvg(text: string): Promise<string> {
  return QRCode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
}

/** The same as the address of a picture, which pages may show under the strict policy. */
export async function qrImageUrl(text: string): Promise<string> {
  return `data:image/svg+xml;base64,${Buffer.from(await qrSvg(text)).toString('base64')}`;
}
