import { deflateRawSync } from 'node:zlib';
import sharp from 'sharp';
import { aPhoto, pixelFlood } from '#modules/documents/testing.ts';
import { archive, type BadFile, bytes } from './bad-file.ts';

const big = () => aPhoto({ width: 900, height: 900 });

/** A photo with something behind its end. */
const behind = (hidden: Uint8Array) => async () => Buffer.concat([await aPhoto(), hidden]);

/** A PNG with a piece of its own between the first and the others. */
async function withChunk(type: string, data: Buffer): Promise<Buffer> {
  const png = await aPhoto({ kind: 'png' });
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  // The check sum is wrong on purpose: readers that look must pass over it or refuse.
  return Buffer.concat([png.subarray(0, 33), length, bytes(type), data, Buffer.alloc(4), png.subarray(33)]);
}

/** A JPEG with a comment of this text. */
async function withComment(text: string): Promise<Buffer> {
  const jpeg = await aPhoto();
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, bytes(text), jpeg.subarray(2)]);
}

function changed(picture: Buffer, at: number, to: readonly number[]): Buffer {
  const copy = Buffer.from(picture);
  copy.set(to, at);
  return copy;
}

const cleaned = (kind: 'jpeg' | 'png' | 'webp', ...gone: string[]): BadFile['becomes'] => ({ kind, gone });

/** Pictures that are broken, that are something else besides, or that grow when they are opened. */
export const badPictures: readonly BadFile[] = [
  {
    what: 'half a photo',
    name: 'foto.jpg',
    make: async () => (await big()).subarray(0, 900),
    becomes: 'unreadable_picture',
  },
  {
    what: 'only the beginning of a photo',
    name: 'foto.jpg',
    make: async () => (await aPhoto()).subarray(0, 20),
    becomes: 'unreadable_picture',
  },
  {
    what: 'half a PNG',
    name: 'foto.png',
    make: async () => (await aPhoto({ width: 900, kind: 'png' })).subarray(0, 300),
    becomes: 'unreadable_picture',
  },
  {
    what: 'half a WebP',
    name: 'foto.webp',
    make: async () => (await aPhoto({ width: 900, kind: 'webp' })).subarray(0, 60),
    becomes: 'unreadable_picture',
  },
  {
    what: 'a PNG whose size is nonsense',
    name: 'foto.png',
    make: async () => changed(await aPhoto({ kind: 'png' }), 16, [0x7f, 0xff, 0xff, 0xff]),
    becomes: 'unreadable_picture',
  },
  {
    what: 'a PNG without a width',
    name: 'foto.png',
    make: async () => changed(await aPhoto({ kind: 'png' }), 16, [0, 0, 0, 0]),
    becomes: 'unreadable_picture',
  },
  {
    what: 'a WebP whose length lies',
    name: 'foto.webp',
    make: async () => changed(await aPhoto({ kind: 'webp' }), 4, [0xff, 0xff, 0xff, 0x7f]),
    becomes: 'unreadable_picture',
  },
  {
    what: '144 million pixels',
    name: 'grande.png',
    make: () => pixelFlood(12_000),
    becomes: 'too_many_pixels',
  },
  {
    what: 'a picture of one long line',
    name: 'riga.png',
    make: () => aPhoto({ width: 4, height: 16_000, kind: 'png' }),
    becomes: 'blank_picture',
  },
  {
    what: 'one colour',
    name: 'nero.jpg',
    make: () =>
      sharp({ create: { width: 800, height: 600, channels: 3, background: '#000000' } })
        .jpeg()
        .toBuffer(),
    becomes: 'blank_picture',
  },
  {
    what: 'a thumbnail',
    name: 'mini.jpg',
    make: () => aPhoto({ width: 90, height: 60 }),
    becomes: 'picture_too_small',
  },
  {
    what: 'a photo that is an archive too',
    name: 'foto.jpg',
    make: behind(archive('word/document.xml', deflateRawSync(bytes('x')), 1)),
    becomes: cleaned('jpeg', 'word/document.xml', 'PK\x03\x04'),
  },
  {
    what: 'a photo that is a page too',
    name: 'foto.jpg',
    make: behind(bytes('<html><script>alert(1)</script>')),
    becomes: cleaned('jpeg', '<script', '<html'),
  },
  {
    what: 'a photo that is PHP too',
    name: 'foto.jpg',
    make: behind(bytes('<?php system($_GET[0]);')),
    becomes: cleaned('jpeg', '<?php'),
  },
  {
    what: 'a photo that is a PDF too',
    name: 'foto.jpg',
    make: behind(bytes('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>')),
    becomes: cleaned('jpeg', '%PDF', 'JavaScript'),
  },
  {
    what: 'a photo with a script in its comment',
    name: 'foto.jpg',
    make: () => withComment('*/=1;alert(document.domain);/*<script>alert(1)</script>'),
    becomes: cleaned('jpeg', 'alert(', '<script'),
  },
  {
    what: 'a photo with a place and an owner',
    name: 'foto.jpg',
    make: () => aPhoto(),
    becomes: cleaned('jpeg', 'Ada Prova', 'GPS'),
  },
  {
    what: 'a PNG with a page in a piece of its own',
    name: 'foto.png',
    make: () => withChunk('tEXt', bytes('Comment\0<script>alert(1)</script>')),
    becomes: cleaned('png', '<script'),
  },
  {
    what: 'a PNG with an archive behind it',
    name: 'foto.png',
    make: async () =>
      Buffer.concat([await aPhoto({ kind: 'png' }), archive('a.html', deflateRawSync(bytes('x')), 1)]),
    becomes: cleaned('png', 'PK\x03\x04', 'a.html'),
  },
  {
    what: 'a PNG that is moving',
    name: 'foto.png',
    make: () => withChunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])),
    becomes: 'kind_not_accepted',
  },
  {
    what: 'a WebP with a script behind it',
    name: 'foto.webp',
    make: async () => Buffer.concat([await aPhoto({ kind: 'webp' }), bytes('<script>alert(1)</script>')]),
    becomes: cleaned('webp', '<script'),
  },
  {
    what: 'a TIFF with a script behind it',
    name: 'foto.tiff',
    make: async () => Buffer.concat([await aPhoto({ kind: 'tiff' }), bytes('<script>alert(1)</script>')]),
    becomes: cleaned('jpeg', '<script'),
  },
  {
    what: 'a TIFF that leads nowhere',
    name: 'foto.tif',
    make: () => Buffer.concat([bytes('II*\0'), Buffer.from([0xff, 0xff, 0xff, 0x7f]), Buffer.alloc(50)]),
    becomes: 'kind_not_accepted',
  },
  {
    what: 'a TIFF that leads to itself',
    name: 'foto.tif',
    make: () => Buffer.concat([bytes('II*\0'), Buffer.from([8, 0, 0, 0, 0, 0, 8, 0, 0, 0])]),
    becomes: 'unreadable_picture',
  },
];
