import sharp from 'sharp';
import { atMost } from './at-most.ts';

export type PictureKind = 'jpeg' | 'png' | 'webp';

/** A picture of more pixels than a camera makes would fill the memory when it is unpacked. */
export const mostPixels = 50_000_000;
/** Longest side of the picture that is kept, in pixels: an A4 page at 340 dots per inch. */
const longestSide = 4000;

const inTurn = atMost(2);

/**
 * Draws a picture anew: upright, without what the camera wrote beside it (place, owner, date) and without anything that
 * was hidden behind it. Answers nothing where it cannot be drawn.
 */
export function cleanPicture(
  content: Uint8Array,
  kind: PictureKind,
): Promise<{ readonly content: Uint8Array } | 'too_many_pixels' | 'unreadable'> {
  return inTurn(async () => {
    try {
      const { width, height, format } = await sharp(content, { limitInputPixels: false }).metadata();
      if (width * height > mostPixels) return 'too_many_pixels';
      if (format !== kind) return 'unreadable';
      const upright = sharp(content, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
        .rotate()
        .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
      const drawn =
        kind === 'png'
          ? upright.png({ compressionLevel: 9 })
          : kind === 'webp'
            ? upright.webp({ quality: 85 })
            : upright.jpeg({ quality: 85, mozjpeg: false });
      return { content: await drawn.toBuffer() };
    } catch {
      return 'unreadable';
    }
  });
}
