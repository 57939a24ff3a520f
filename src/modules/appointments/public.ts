export type { Agenda, Closure, ExtraWindow, WeeklyWindow } from './domain/agenda.ts';
export type { Appointment } from './domain/appointment.ts';
export { referenceOf } from './domain/appointment.ts';
export { appointmentLifecycle, liveStates, placeStates } from './domain/appointment-lifecycle.ts';
export { addWalkIn, type WalkIn, type WalkInRefusal } from './use-cases/add-walk-in.ts';
export { bookForDemonstration } from './use-cases/book-for-demonstration.ts';
export { appointmentJobs } from './use-cases/jobs.ts';
export { type Handling, type HandlingRefusal, handleAppointment, listDay } from './use-cases/serve-day.ts';
export {
  type AgendaRefusal,
  closeDays,
  closeExtra,
  closeWeekly,
  openExtra,
  openWeekly,
  reopenDays,
  setUpAgenda,
} from './use-cases/set-up-agenda.ts';
export { appointmentDeskRoutes } from './web/desk/routes.ts';
export { appointmentRoutes } from './web/routes.ts';
export { upcomingAppointments } from './web/upcoming.ts';
