import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { allowTopics, refuseTopics } from "./mail-opt-outs.store.server.ts";
import { getRefusedTopics } from "./subscriptions.queries.server.ts";
import { TOPICS, type Topic } from "./topics.ts";

/** The reader says which of the optional topics their address gets; what the service must tell is not asked. */
export function chooseMailTopics(
  { db, clock, actor }: ActorContext,
  { topics }: { topics: readonly Topic[] },
): Promise<Result<void, { code: "no_address" }>> {
  return inTransaction(db, async (tx): Promise<Result<void, { code: "no_address" }>> => {
    const current = await getRefusedTopics({ db: tx, actor });
    if (!current) return err({ code: "no_address" });
    const refused = TOPICS.filter((topic) => !topics.includes(topic));
    await allowTopics(tx, current.address, topics);
    await refuseTopics(tx, current.address, refused, clock.now());
    return ok();
  });
}
