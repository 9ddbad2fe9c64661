import { eq } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { schoolJoinRequests, schools } from "#db/schema/index.ts";

/** With `lock`, nobody else answers it until the transaction ends. */
export async function findJoinRequest(tx: Queryable, requestId: string, { lock = false } = {}) {
  const query = tx
    .select({
      id: schoolJoinRequests.id,
      schoolUai: schoolJoinRequests.schoolUai,
      schoolName: schools.name,
      email: schoolJoinRequests.email,
      role: schoolJoinRequests.role,
      answeredAt: schoolJoinRequests.answeredAt,
    })
    .from(schoolJoinRequests)
    .innerJoin(schools, eq(schools.uai, schoolJoinRequests.schoolUai))
    .where(eq(schoolJoinRequests.id, requestId));
  const [found] = await (lock ? query.for("update", { of: schoolJoinRequests }) : query);
  return found ?? null;
}
