export { personKeyOf } from './domain/person-key.ts';
export { createOfficials } from './use-cases/create-officials.ts';
export { createPeople } from './use-cases/create-people.ts';
export { ensureFirstAdministrator } from './use-cases/ensure-first-administrator.ts';
export { type Applicant, findApplicants } from './use-cases/find-applicants.ts';
export { identify } from './use-cases/identify.ts';
export { openOfficialSessions, openSessions } from './use-cases/open-sessions.ts';
