import sharp from 'sharp';

/** A screen with a line of text. */
export async function drawn(text: string): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#f2f6fc"/><rect width="640" height="48" fill="#0066cc"/><text x="32" y="200" font-family="sans-serif" font-size="34" fill="#17324d">${text}</text></svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer());
}

export interface DocumentPictures {
  readonly identity: Uint8Array;
  readonly proof: Uint8Array;
  readonly act: Uint8Array;
}

/** A sheet with a title and lines like writing: whoever opens it sees at once that it is a specimen. */
async function sheet(title: string): Promise<Uint8Array> {
  const lines = Array.from(
    { length: 14 },
    (_, index) =>
      `<rect x="120" y="${420 + 70 * index}" width="${620 + ((index * 137) % 380)}" height="16" fill="#31465c"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754" shape-rendering="crispEdges"><rect width="1240" height="1754" fill="#fbfbf8"/><rect x="80" y="80" width="1080" height="1594" fill="none" stroke="#8796a5" stroke-width="4"/><text x="120" y="210" font-family="sans-serif" font-size="64" font-weight="700" fill="#0f2438">${title}</text><text x="120" y="310" font-family="sans-serif" font-size="40" fill="#0f2438">Facsimile della dimostrazione</text>${lines.join('')}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer());
}

/** The documents of the demonstration, each drawn once. */
export async function documentPictures(): Promise<DocumentPictures> {
  const [identity, proof, act] = await Promise.all([
    sheet('Passaporto'),
    sheet('Prova di residenza'),
    sheet('Modulo o atto'),
  ]);
  return { identity, proof, act };
}
