/** What open pages of an agenda listen to. */
export function topicOf(officeId: string, agendaId: string): string {
  return `places:${officeId}:${agendaId}`;
}

/** What the day list of an office listens to. */
export function dayTopicOf(officeId: string): string {
  return `day:${officeId}`;
}
