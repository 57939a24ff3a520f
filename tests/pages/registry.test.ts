import { afterAll, beforeAll } from 'vitest';
import { certificateJourneys } from './registry/certificates.ts';
import { deskJourneys } from './registry/desk.ts';
import { fileJourneys } from './registry/files.ts';
import { paymentJourneys } from './registry/payments.ts';
import { openStage, type Stage } from './registry/stage.ts';

let opened: Stage;
beforeAll(async () => {
  opened = await openStage();
}, 90_000);
afterAll(() => opened.end());
const stage = () => opened;

paymentJourneys(stage);
certificateJourneys(stage);
// Last, because it restricts what may be certified of the person of the journeys before.
deskJourneys(stage);
// And after that, because there the person moves abroad.
fileJourneys(stage);
