import postgres from "postgres";

export interface Listener {
  close(): Promise<void>;
}

const BEAT_MS = 5000;
const BEAT = "beat";

/**
 * Listens to a channel for as long as the process lives. `onConnect` is called each time the connection is made:
 * what was told in between is lost. A beat goes around every five seconds; when it does not come back the connection
 * is taken for dead and made again, whatever the network says.
 */
export function listenTo(
  url: string,
  channel: string,
  { onConnect, onMessage }: { onConnect(): void; onMessage(payload: string): void },
): Listener {
  let heard = true;
  let closed = false;
  const open = () => {
    const client = postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
    const hear = (payload: string) => {
      heard = true;
      if (payload !== BEAT && !closed) onMessage(payload);
    };
    // A connection that fails is seen by the beat that does not come back.
    client.listen(channel, hear, () => void (closed || onConnect())).catch(() => undefined);
    return client;
  };
  let client = open();
  const timer = setInterval(() => {
    if (heard) {
      heard = false;
      client.notify(channel, BEAT).catch(() => undefined);
      return;
    }
    heard = true;
    void client.end({ timeout: 1 }).catch(() => undefined);
    client = open();
  }, BEAT_MS);
  timer.unref();
  return {
    close: async () => {
      closed = true;
      clearInterval(timer);
      await client.end({ timeout: 1 });
    },
  };
}
