/** What the open page of a file listens to. */
export function caseFileTopic(id: string): string {
  return `case-file:${id}`;
}

/** What the list of an office listens to. */
export function queueTopic(officeId: string): string {
  return `requests:${officeId}`;
}
