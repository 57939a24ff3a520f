import pg from 'pg';

/** What the log may keep of a fault. */
export interface LoggedFault {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
}

/** A fault without what people typed: PostgreSQL repeats refused values in its messages, so its code stands instead. */
export function loggedFault(error: Error): LoggedFault {
  if (!(error instanceof pg.DatabaseError)) {
    return { name: error.name, message: error.message, stack: error.stack };
  }
  const { code, schema, table, constraint } = error;
  const where = [schema, table, constraint].filter((each) => each !== undefined).join('.');
  return {
    name: 'DatabaseError',
    message: `PostgreSQL ${code}${where && ` (${where})`}`,
    stack: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
  };
}
