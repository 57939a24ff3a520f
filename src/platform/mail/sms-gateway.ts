/** Short text to a mobile telephone. */
export interface ShortText {
  readonly id: string;
  /** Number in international form, `+44…`. */
  readonly to: string;
  readonly text: string;
}

export interface SmsGateway {
  /** Hands a text to the gateway; throws when it does not take it. */
  send(text: ShortText): Promise<void>;
}

/** A gateway that takes texts as JSON over HTTP; the id lets it drop a repetition. */
export function connectSmsGateway({ url, token }: { url: string; token?: string | undefined }): SmsGateway {
  return {
    async send({ id, to, text }) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': id,
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ to, text }),
        signal: AbortSignal.timeout(10_000),
      });
      if (!answer.ok) throw new Error(`The SMS gateway answered ${answer.status}`);
    },
  };
}
