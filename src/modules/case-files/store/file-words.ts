import type { Tx } from '#platform/database/database.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { wordsOf } from '../domain/file-search.ts';

/** Writes down by which words a file is found, in place of those before. */
export async function saveFileWords(tx: Tx, file: CaseFile): Promise<void> {
  await tx.sql(
    `with gone as (delete from case_files.file_word
       where office_id = $1 and case_file_id = $2 and word <> all($3::text[]))
     insert into case_files.file_word (office_id, word, case_file_id) select $1, unnest($3::text[]), $2
     on conflict do nothing`,
    [file.officeId, file.id, wordsOf(file)],
    'save-file-words',
  );
}
