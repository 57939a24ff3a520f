import type { Service } from './service.ts';

/** The subject of the e-mail that asks for an appointment, with the name it must bear; nothing where none is asked for. */
export function bookingSubject(service: Service, fullName: string): string | undefined {
  return service.booking.kind === 'request'
    ? service.booking.subject.replace(/\{\w+\}/, () => fullName)
    : undefined;
}
