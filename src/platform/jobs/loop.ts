/** A task that runs again and again, never twice at once in this process. */
export interface Loop {
  /** Runs it now, without waiting for its turn. */
  wake(): void;
  /** Waits for the running round and ends. */
  stop(): Promise<void>;
}

/** Runs a task after each pause, and at once where it answers `more`: so much was waiting that some is left. */
export function startLoop(
  everyMs: number,
  task: () => Promise<unknown>,
  onError: (error: unknown) => void,
): Loop {
  let stopped = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const round = () => {
    clearTimeout(timer);
    again = false;
    running = task()
      .then((result) => {
        again ||= result === 'more';
      }, onError)
      .finally(() => {
        running = undefined;
        if (stopped) return;
        timer = setTimeout(round, again ? 0 : everyMs);
      });
  };
  round();
  return {
    wake() {
      if (stopped) return;
      if (running === undefined) round();
      else again = true;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
