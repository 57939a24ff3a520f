import { filing } from '#app/filing.ts';
import { documentsFor } from '#modules/case-files/public.ts';
import { openDraft } from '#modules/case-files/use-cases/drafts.ts';
import { sendForm } from '#modules/case-files/use-cases/send-form.ts';
import { receiveUpload } from '#modules/documents/public.ts';
import { aPdf, aPhoto, received } from '#modules/documents/testing.ts';
import { adaMoves } from '#modules/procedures/testing.ts';
import type { Deps } from '#platform/deps.ts';

/** An application for AIRE registration that somebody sent, with all its documents: the first a photo, the others PDF. */
export async function aSentApplication(deps: Deps, filesDir: string, accountId: string): Promise<string> {
  const withFiles = filing(deps, { filesDir, clamdUrl: undefined, bucket: undefined });
  const procedure = withFiles.procedures.findForm('aire-registration');
  if (procedure === undefined) throw new Error('There is no AIRE registration');
  const who = { accountId, actingId: accountId };
  const { id } = await openDraft(withFiles, { ...who, procedure });
  await deps.db.transaction({ kind: 'system', task: 'test' }, (tx) =>
    tx.sql('update case_files.draft set answers = $2 where id = $1', [id, JSON.stringify(adaMoves)]),
  );
  for (const [turn, { path }] of documentsFor(procedure.form, adaMoves).entries()) {
    const file =
      turn === 0
        ? received('documento.jpg', await aPhoto({ width: 1200, height: 800 }))
        : received('documento.pdf', await aPdf(undefined, 2));
    const holder = { formKey: id, accountId };
    const taken = await receiveUpload(withFiles, holder, { ...file, askedFor: path.replace('/', '-') });
    if (!taken.ok) throw new Error(`A document of a test was refused: ${taken.refusal.code}`);
  }
  const sent = await sendForm(withFiles, { ...who, draftId: id, key: crypto.randomUUID() });
  if (!sent.ok) throw new Error(`An application of a test was refused: ${JSON.stringify(sent.refusal)}`);
  return sent.value.id;
}
