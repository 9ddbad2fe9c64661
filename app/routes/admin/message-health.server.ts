import { getMessageHealth } from "#app/domain/notifications/admin/message-health.queries.server.ts";
import type { UseCaseContext } from "#app/domain/use-case.ts";

/** The figures at the head of the pages on messages; ages in whole minutes. */
export async function readHealth({ db, clock }: UseCaseContext) {
  const now = clock.now();
  const { oldestPendingAt, ...health } = await getMessageHealth(db, now);
  const age =
    oldestPendingAt && Math.max(0, Math.floor((now.getTime() - oldestPendingAt.getTime()) / 60_000));
  return { ...health, oldestPendingMinutes: age };
}

/** Messages with their age in whole minutes. */
export function withAges<Message extends { createdAt: Date }>(messages: readonly Message[], now: Date) {
  return messages.map((message) => ({
    ...message,
    ageMinutes: Math.max(0, Math.floor((now.getTime() - message.createdAt.getTime()) / 60_000)),
  }));
}
