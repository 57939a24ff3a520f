import { afterAll, beforeAll } from 'vitest';
import { certificateJourneys } from './registry/certificates.journey.ts';
import { deskJourneys } from './registry/desk.journey.ts';
import { fileJourneys } from './registry/files.journey.ts';
import { keyJourneys } from './registry/keys.journey.ts';
import { paymentJourneys } from './registry/payments.journey.ts';
import { openStage, type Stage } from './registry/stage.ts';

let opened: Stage;
beforeAll(async () => {
  opened = await openStage();
}, 90_000);
afterAll(() => opened.end());
const stage = () => opened;

paymentJourneys(stage);
certificateJourneys(stage);
keyJourneys(stage);
// Last, because it restricts what may be certified of the person of the journeys before.
deskJourneys(stage);
// And after that, because there the person moves abroad.
fileJourneys(stage);
