import type { Adapter, AdapterPayload } from "oidc-provider";

/** What a provider remembers while it runs: sessions, codes, tokens. One store for each provider. */
export function memoryAdapters(): (model: string) => Adapter {
  const stored = new Map<string, AdapterPayload>();
  return (model) => {
    const key = (id: string) => `${model}:${id}`;
    return {
      upsert: async (id, payload) => void (await Promise.resolve(stored.set(key(id), payload))),
      find: (id) => Promise.resolve(stored.get(key(id))),
      findByUid: (uid) => Promise.resolve([...stored.values()].find((one) => one.uid === uid)),
      findByUserCode: () => Promise.resolve(undefined),
      consume: async (id) => {
        const payload = await Promise.resolve(stored.get(key(id)));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void (await Promise.resolve(stored.delete(key(id)))),
      revokeByGrantId: async (grantId) => {
        const granted = await Promise.resolve(
          [...stored].filter(([, payload]) => payload.grantId === grantId),
        );
        for (const [id] of granted) stored.delete(id);
      },
    };
  };
}
