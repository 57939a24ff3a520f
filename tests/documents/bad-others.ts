import { deflateRawSync } from 'node:zlib';
import { aPdf, aPhoto } from '#modules/documents/testing.ts';
import { archive, type BadFile, bytes } from './bad-file.ts';

const refused = (
  what: string,
  name: string,
  make: BadFile['make'],
  becomes: BadFile['becomes'] = 'kind_not_accepted',
  declared = '',
): BadFile => ({ what, name, make, becomes, declared });

/** Files of kinds that are not taken, whatever they are called, and names that want to be more than names. */
export const badOthers: readonly BadFile[] = [
  refused('nothing at all', 'vuoto.pdf', () => bytes(''), 'empty'),
  refused('one byte', 'foto.jpg', () => bytes('\xff')),
  refused('a page called a photo', 'foto.jpg', () => bytes('<html><script>alert(1)</script></html>')),
  refused('a page called a PDF', 'atto.pdf', () => bytes('<!doctype html><body onload="alert(1)">')),
  refused(
    'a drawing with a script',
    'stemma.svg',
    () => bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    'kind_not_accepted',
    'image/svg+xml',
  ),
  refused('a drawing called a photo', 'stemma.png', () =>
    bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  ),
  refused('an entity that reads a file', 'dati.xml', () =>
    bytes('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
  ),
  refused('entities that multiply', 'dati.xml', () =>
    bytes(
      `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "${'&b;'.repeat(50)}">]><a>&c;</a>`,
    ),
  ),
  refused('a program of Windows', 'foto.jpg', () => Buffer.concat([bytes('MZ'), Buffer.alloc(200)])),
  refused('a program of Linux', 'documento.pdf', () =>
    Buffer.concat([bytes('\x7fELF\x02\x01\x01'), Buffer.alloc(200)]),
  ),
  refused('a shell script', 'leggimi.pdf', () => bytes('#!/bin/sh\nrm -rf /\n')),
  refused('a page of PHP', 'foto.php', () => bytes('<?php system($_GET["c"]); ?>')),
  refused('a word processor’s file that unpacks to very much', 'lettera.docx', () =>
    archive('word/document.xml', deflateRawSync(Buffer.alloc(20_000_000)), 20_000_000),
  ),
  refused('an archive with a way out of its folder', 'foto.zip', () =>
    archive('../../../etc/cron.d/x', deflateRawSync(bytes('x')), 1),
  ),
  refused('an archive called a PDF', 'atto.pdf', () => archive('atto.txt', deflateRawSync(bytes('x')), 1)),
  refused('a moving picture', 'foto.gif', () =>
    Buffer.concat([
      bytes(
        'GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;',
      ),
    ]),
  ),
  refused('a moving picture that is a script too', 'foto.gif', () =>
    bytes('GIF89a/*\x00\x00*/=1;alert(1);//'),
  ),
  refused('a picture of Windows', 'foto.bmp', () => Buffer.concat([bytes('BM'), Buffer.alloc(60)])),
  refused(
    'a photo of an iPhone',
    'IMG_0001.HEIC',
    () =>
      Buffer.concat([
        Buffer.from([0, 0, 0, 24]),
        bytes('ftypheic'),
        Buffer.alloc(4),
        bytes('mif1heic'),
        Buffer.alloc(100),
      ]),
    'phone_picture',
  ),
  refused('a film', 'film.mp4', () =>
    Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      bytes('ftypisom'),
      Buffer.alloc(4),
      bytes('isomiso2'),
      Buffer.alloc(100),
    ]),
  ),
  refused('a letter with attachments', 'messaggio.eml', () =>
    bytes('MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>'),
  ),
  refused('a sheet with formulas', 'dati.csv', () => bytes("nome,valore\n=cmd|' /C calc'!A0,1\n")),
  refused('letters of PostScript', 'atto.ps', () => bytes('%!PS-Adobe-3.0\n(/etc/passwd) (r) file\n')),
  refused('a photo with the ending of a PDF', 'foto.pdf', () => aPhoto(), 'kinds_disagree'),
  refused('a PDF with the ending of a photo', 'atto.jpg', () => aPdf(), 'kinds_disagree'),
  refused('a photo that a server would run', 'foto.jpg.php', () => aPhoto(), 'kinds_disagree'),
  refused('a photo without an ending', 'foto', () => aPhoto(), 'kinds_disagree'),
  refused('a photo that is said to be a page', 'foto.jpg', () => aPhoto(), 'kinds_disagree', 'text/html'),
  refused(
    'a PDF that is said to be a script',
    'atto.pdf',
    () => aPdf(),
    'kinds_disagree',
    'application/javascript',
  ),
  ...(
    [
      ['a name that leads out of the folder', '../../../etc/passwd.jpg', 'passwd.jpg'],
      ['a name of Windows folders', 'C:\\Windows\\System32\\foto.jpg', 'foto.jpg'],
      ['a name that reads backwards', 'foto\u202Egpj.exe.jpg', 'fotogpj.exe.jpg'],
      ['a name with line breaks', 'a\r\nSet-Cookie: x=y.jpg', 'aSet-Cookie x=y.jpg'],
      ['a name with NUL', 'foto.php\0.jpg', 'foto.php.jpg'],
      ['a name of markup', '"><img src=x onerror=alert(1)>.jpg', 'img src=x onerror=alert(1).jpg'],
      ['a name of a thousand letters', `${'è'.repeat(1000)}.jpg`, `${'è'.repeat(100)}.jpg`],
    ] as const
  ).map(
    ([what, name, kept]): BadFile => ({
      what,
      name,
      make: () => aPhoto(),
      becomes: { kind: 'jpeg', gone: [], name: kept },
    }),
  ),
];
