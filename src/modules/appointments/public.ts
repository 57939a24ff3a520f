export { bookForDemonstration } from './use-cases/book-for-demonstration.ts';
export { followCorrection } from './use-cases/follow-correction.ts';
export { appointmentJobs } from './use-cases/jobs.ts';
export { listDay } from './use-cases/serve-day.ts';
export { openWeekly, setUpAgenda } from './use-cases/set-up-agenda.ts';
export { appointmentDeskRoutes } from './web/desk/routes.ts';
export { appointmentRoutes } from './web/routes.ts';
export { upcomingAppointments } from './web/upcoming.ts';
