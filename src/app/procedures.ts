import { proceduresWith } from '#modules/case-files/public.ts';
import { procedureFolders } from '#modules/procedures/public.ts';

/** The procedures that this program runs, each a folder of its own. */
export const procedures = proceduresWith(...procedureFolders);
