import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { qrSvg } from '#platform/pdf/qr.ts';
import { renderPdf } from '#platform/pdf/render-pdf.ts';
import { checkPdf } from '#platform/seal/check-pdf.ts';
import { keyPairOf } from '#platform/seal/demonstration-authority.ts';
import { readKeyFile, writeKeyFile } from '#platform/seal/key-file.ts';
import { appendRevision, readRevision } from '#platform/seal/pdf-revision.ts';
import { preparePdf } from '#platform/seal/prepare-pdf.ts';
import { sealWith } from '#platform/seal/seal-with.ts';
import { openSealer } from '#platform/seal/sealer.ts';
import { sha256, signedData } from '#platform/seal/signed-data.ts';
import { anAuthority, anIssued, keyOfIssued } from '#platform/seal/testing.ts';
import { askTimeStamp } from '#platform/seal/time-stamp.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { type Failure, startTimeStampAuthority, type TimeStampServer } from './server.ts';

const now = () => Temporal.Now.instant();
const authority = anAuthority();
const key = keyOfIssued(authority.seal);
const trusted = { seals: authority.roots, timeStamps: authority.roots };
const words = { reason: 'Certificato di residenza', location: 'Roma', at: now() };
const folder = mkdtempSync(join(tmpdir(), 'sportello-sealing-'));

let stamps: TimeStampServer;
let plain: Buffer;
let sealed: Buffer;

const seal = (pdf: Uint8Array, by = key) =>
  sealWith({ key: by, authority: { url: stamps.url, roots: authority.roots } }, pdf, words);

beforeAll(async () => {
  stamps = await startTimeStampAuthority(keyOfIssued(authority.stamp), { lateMs: 400 });
  plain = await renderPdf({
    template: join(import.meta.dirname, '../../platform/pdf/sample.testing.typ'),
    lang: 'it',
    title: 'Ricevuta di prova',
    sender: 'Consolato di prova',
    at: now(),
    images: { code: await qrSvg('x') },
    data: {
      title: 'Ricevuta',
      facts: [],
      tableTitle: 'Diritti',
      head: ['Articolo', 'Importo'],
      rows: [['Art. 24', '20,00 €']],
      text: 'Conserva questo foglio.',
      codeAlt: 'Codice',
    },
  });
  sealed = await seal(plain);
});
afterAll(async () => {
  await stamps.stop();
  rmSync(folder, { recursive: true });
});

function onThisMachine(tool: string, ...ask: string[]): boolean {
  try {
    execFileSync(tool, ask, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('CE-6: the seal on a PDF', () => {
  test('is the ministry’s, on the whole file, with a time', () => {
    const check = checkPdf(sealed, trusted);
    expect(check).toMatchObject({ is: 'sealed', name: 'FAC-SIMILE Prova' });
    expect(check.is === 'sealed' && check.at.since(now()).abs().total('minutes')).toBeLessThan(1);
  });

  test('leaves the paper tagged, in its language, for long keeping', async () => {
    const pdf = await readPdf(sealed);
    expect([pdf.standard, pdf.lang, pdf.title]).toEqual(['2A', 'it', 'Ricevuta di prova']);
    expect(pdf.text).toContain('Conserva questo foglio.');
  });

  test('says in the field’s name whose it is, and names a reason', () => {
    const text = sealed.toString('latin1');
    expect(text).toContain('/SubFilter /ETSI.CAdES.detached');
    expect(text).toContain('/Name (FAC-SIMILE Prova)');
    expect(text).toContain('/Reason (Certificato di residenza)');
  });

  test('is refused after one more revision, as something added', () => {
    const more = Buffer.concat([sealed, Buffer.from('\n% nota\n')]);
    expect(checkPdf(more, trusted).is).toBe('added_to');
  });

  test('is refused after a second seal on top of it', async () => {
    const revision = readRevision(plain);
    const changed = appendRevision(
      revision,
      new Map([[revision.size, '<< /Type /Nothing >>']]),
      'ab'.repeat(16),
    );
    expect(checkPdf(changed.content, trusted).is).toBe('unsealed');
    const twice = Buffer.concat([sealed, sealed.subarray(plain.length)]);
    expect(checkPdf(twice, trusted).is).toBe('added_to');
  });

  test('of a foreign certificate is somebody else’s', async () => {
    const stranger = anIssued({ name: 'Sigillo di un altro' });
    expect(checkPdf(await seal(plain, keyOfIssued(stranger)), trusted)).toMatchObject({
      is: 'foreign',
      name: 'Sigillo di un altro',
    });
  });

  test('of a certificate that had expired is expired', async () => {
    const old = anIssued(
      { from: now().subtract({ hours: 24 * 30 }), until: now().subtract({ hours: 24 }) },
      authority.root,
    );
    expect(checkPdf(await seal(plain, keyOfIssued(old)), trusted).is).toBe('expired');
  });

  test('without a time stamp is no seal', async () => {
    const prepared = preparePdf(plain, { ...words, name: 'FAC-SIMILE Prova' });
    const unstamped = prepared.fill(await signedData({ digest: prepared.digest, key }));
    expect(checkPdf(unstamped, trusted).is).toBe('changed');
  });

  test('is not on a paper that was never sealed, nor on nonsense', () => {
    expect(checkPdf(plain, trusted).is).toBe('unsealed');
    expect(checkPdf(Buffer.from('non sono un PDF'), trusted).is).toBe('unsealed');
    expect(checkPdf(new Uint8Array(), trusted).is).toBe('unsealed');
  });

  test('does not bear one changed byte: a thousand at random are all found', () => {
    let state = 20_261_125;
    const next = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const original = sha256(sealed);
    for (let round = 0; round < 1000; round += 1) {
      const altered = Buffer.from(sealed);
      const at = next(altered.length);
      altered[at] = (altered[at] ?? 0) ^ (1 + next(255));
      const check = checkPdf(altered, trusted);
      // Within the seal some bytes prove nothing by themselves: there the register knows the file by its hash.
      if (check.is === 'sealed') expect(sha256(altered).equals(original)).toBe(false);
      const gap = sealed.indexOf('/Contents <');
      const inSeal = at > gap && at < gap + 25_000;
      if (!inSeal) expect(check.is, `byte ${at}`).not.toBe('sealed');
    }
  });
});

describe('CE-6: no document without a time stamp', () => {
  const ask = (patienceMs = 5000) =>
    askTimeStamp({ url: stamps.url, roots: authority.roots, patienceMs }, Buffer.from('firma'), now);

  const failures: readonly [Failure, string][] = [
    ['down', 'unreachable'],
    ['garbage', 'unreadable'],
    ['rejected', 'rejected'],
    ['wrong_nonce', 'wrong_nonce'],
    ['wrong_imprint', 'wrong_imprint'],
    ['wrong_time', 'wrong_time'],
  ];
  test.each(failures)('an authority that is %s gives none', async (failure, fault) => {
    stamps.fail(failure);
    await expect(ask()).rejects.toMatchObject({ fault });
    await expect(ask()).resolves.toBeInstanceOf(Buffer);
  });

  test('an authority that is late is not waited for without end', async () => {
    stamps.fail('late');
    await expect(ask(100)).rejects.toMatchObject({ fault: 'unreachable' });
  });

  test('an authority whose certificate is foreign, expired or for something else gives none', async () => {
    const expired = anIssued(
      { purpose: 'time_stamp', from: now().subtract({ hours: 48 }), until: now().subtract({ hours: 1 }) },
      authority.root,
    );
    const cases = [
      [anIssued({ purpose: 'time_stamp' }), 'foreign'],
      [expired, 'expired'],
      [authority.seal, 'wrong_purpose'],
    ] as const;
    for (const [issued, fault] of cases) {
      const other = await startTimeStampAuthority(keyOfIssued(issued));
      const question = { url: other.url, roots: authority.roots };
      await expect(askTimeStamp(question, Buffer.from('firma'), now)).rejects.toMatchObject({ fault });
      await other.stop();
    }
  });

  test('the sealer tries again, and gives up rather than hand out a bare file', async () => {
    const keyFile = join(folder, 'seal.json');
    writeKeyFile(keyFile, keyPairOf(authority.seal), 'una frase segreta');
    const timeStampRoots = authority.root.certificate.toString();
    const settings = { keyFile, passphrase: 'una frase segreta', timeStampUrl: stamps.url, timeStampRoots };
    const sealer = openSealer(settings, [1, 1]);
    stamps.fail('down');
    expect(checkPdf(await sealer.sealPdf(plain, words), trusted).is).toBe('sealed');
    stamps.fail('down', 'wrong_nonce', 'rejected');
    await expect(sealer.sealPdf(plain, words)).rejects.toMatchObject({ fault: 'rejected' });
    await expect(sealer.sealPdf(Buffer.from('niente'), words)).rejects.toThrow('cannot be sealed');
    await sealer.stop();
  });
});

describe('CE-6: the key of the seal', () => {
  test('lies encrypted and opens with its passphrase only', async () => {
    const file = join(folder, 'key.json');
    writeKeyFile(file, keyPairOf(authority.seal), 'giusta e lunga');
    expect(readKeyFile(file, 'giusta e lunga').chain).toHaveLength(2);
    expect(() => readKeyFile(file, 'sbagliata')).toThrow('does not open');
  });
});

describe('with other tools', () => {
  const write = (name: string, content: Uint8Array | string) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };

  test.skipIf(!onThisMachine('qpdf', '--version'))(
    'CE-6: a sealed paper has no fault of form (needs qpdf)',
    () => {
      const said = execFileSync('qpdf', ['--check', write('q.pdf', sealed)], { encoding: 'utf8' });
      expect(said).toContain('No syntax or stream');
      expect(said).not.toMatch(/warning/i);
    },
  );

  test.skipIf(!onThisMachine('pdfsig', '-v'))('CE-6: pdfsig accepts the seal (needs pdfsig)', () => {
    const said = execFileSync('pdfsig', [write('p.pdf', sealed)], { encoding: 'utf8' });
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('Total document signed');
    expect(said).toContain('ETSI.CAdES.detached');
  });

  test.skipIf(!onThisMachine('openssl', 'version'))(
    'CE-6: an independent implementation accepts seal and time stamp (needs openssl)',
    () => {
      const [, before, after, rest, hex] =
        /\/ByteRange \[0 +(\d+) +(\d+) +(\d+)\]\n\/Contents <([0-9A-F]+)>/.exec(sealed.toString('latin1')) ??
        [];
      const [start, next, length] = [before, after, rest].map(Number) as [number, number, number];
      const covered = Buffer.concat([sealed.subarray(0, start), sealed.subarray(next, next + length)]);
      const message = Buffer.from(hex ?? '', 'hex');
      const said = execFileSync(
        'openssl',
        [
          'cms',
          '-verify',
          '-binary',
          '-inform',
          'DER',
          '-purpose',
          'any',
          '-cades',
          '-in',
          write('seal.der', message),
          '-content',
          write('covered.bin', covered),
          '-CAfile',
          write('root.pem', authority.root.certificate.toString()),
          '-out',
          '/dev/null',
        ],
        { encoding: 'utf8', stdio: 'pipe' },
      );
      expect(said).toBe('');
      const token = execFileSync(
        'openssl',
        ['asn1parse', '-inform', 'DER', '-in', join(folder, 'seal.der')],
        {
          encoding: 'utf8',
        },
      );
      expect(token).toContain('id-smime-aa-timeStampToken');
    },
  );
});
