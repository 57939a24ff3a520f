import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawPicture } from './picture.ts';
import { leanOf } from './straighten.ts';

const limits = { do: 'picture', format: 'jpeg', mostPixels: 50_000_000, mostBytes: 10_485_760 } as const;

/** A page of print, as a camera sees it: ink and paper of these colours, so wide, turned by so many degrees. */
function aPage({ ink = '#1a1a1a', paper = '#f4f1ea', width = 1600, turned = 0 } = {}) {
  const lines = Array.from(
    { length: 26 },
    (_, at) =>
      `<text x="120" y="${160 + at * 38}" font-size="26" fill="${ink}">Riga ${at}: nome inventato, nato a Trieste il 3 febbraio 1980, residente</text>`,
  ).join('');
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1200" width="${width}" height="${width}"><rect width="1200" height="1200" fill="${paper}"/>${lines}</svg>`;
  return sharp(Buffer.from(drawing)).rotate(turned, { background: paper });
}

async function judged(picture: Sharp) {
  const { answer } = await drawPicture(await picture.jpeg({ quality: 90 }).toBuffer(), limits);
  return answer.is === 'made' ? answer.warnings : answer.is;
}

/** By how much the lines of a page still lean after it was taken. */
async function leanAfter(picture: Sharp): Promise<number> {
  const { content } = await drawPicture(await picture.jpeg({ quality: 90 }).toBuffer(), limits);
  const { data, info } = await sharp(content)
    .resize({ width: 800, height: 800, fit: 'inside' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return leanOf({ width: info.width, height: info.height, shades: new Uint8Array(data) });
}

describe('how well a document can be read', () => {
  test('CF-6: a good photo is taken without a word', async () => {
    expect(await judged(aPage())).toEqual([]);
  });

  test.each([
    ['blurred', () => aPage().blur(7), ['blurred']],
    ['dark', () => aPage({ ink: '#050505', paper: '#4a4844' }), ['dark']],
    ['bright', () => aPage({ ink: '#c8c8c8', paper: '#ffffff' }), ['bright']],
    ['faint', () => aPage({ ink: '#8a8a8a', paper: '#b8b8b8' }), ['faint']],
    ['small', () => aPage({ width: 700 }), ['small']],
  ] as const)('CF-6: a %s one is taken with a warning that says so', async (_, make, warnings) => {
    expect(await judged(make())).toEqual(warnings);
  });

  test.each([
    ['nothing to be seen', () => aPage({ ink: '#f4f1ea' }), 'blank'],
    ['a thumbnail', () => aPage({ width: 200 }), 'too_small'],
  ] as const)('CF-6: %s is refused', async (_, make, is) => {
    expect(await judged(make())).toBe(is);
  });

  test.each([-5, -2, 1.5, 4])('CF-6: a page that leans by %f degrees is straightened', async (turned) => {
    expect(Math.abs(await leanAfter(aPage({ turned })))).toBeLessThan(0.6);
  });

  test('CF-6: a picture without lines is not turned', async () => {
    const noise = sharp({
      create: {
        width: 900,
        height: 900,
        channels: 3,
        background: '#808080',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    });
    const { content } = await drawPicture(await noise.jpeg().toBuffer(), limits);
    const { width, height } = await sharp(content).metadata();
    expect([width, height]).toEqual([900, 900]);
  });

  test('CF-6: a photo over the limit is made smaller instead of refused', async () => {
    const grain = { type: 'gaussian', mean: 128, sigma: 50 } as const;
    const noise = sharp({
      create: { width: 1400, height: 1000, channels: 3, background: '#808080', noise: grain },
    });
    const large = await noise.jpeg({ quality: 97 }).toBuffer();
    const mostBytes = Math.round(large.length / 2);
    const { answer, content } = await drawPicture(large, { ...limits, mostBytes });
    expect([answer.is, (content?.length ?? 0) <= mostBytes]).toEqual(['made', true]);
  });
});
