import type { Database } from '../database/database.ts';
import { channel } from './publish.ts';

/** The changes that any instance of the program has made, as they become known here. */
export interface Changes {
  /** Calls back at each change of a topic; answers how to stop. */
  follow(topic: string, onChange: () => void): () => void;
  close(): Promise<void>;
}

export async function followChanges(db: Database): Promise<Changes> {
  const followers = new Map<string, Set<() => void>>();
  const tellAll = () => {
    for (const each of followers.values()) for (const tell of each) tell();
  };
  const listening = await db.listen(
    channel,
    (payload) => {
      const topics = JSON.parse(payload) as string[];
      if (topics.includes('*')) return tellAll();
      for (const topic of topics) for (const tell of followers.get(topic) ?? []) tell();
    },
    // Notices sent while the connection was down are lost: whoever follows looks again.
    tellAll,
  );
  return {
    follow(topic, onChange) {
      const set = followers.get(topic) ?? new Set();
      followers.set(topic, set.add(onChange));
      return () => {
        set.delete(onChange);
        if (set.size === 0) followers.delete(topic);
      };
    },
    close: () => listening.close(),
  };
}
