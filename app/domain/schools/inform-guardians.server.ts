import { eq } from "drizzle-orm";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { schools } from "#db/schema/index.ts";
import type { ActorContext } from "../use-case.ts";
import { canSetUpSchool } from "./schools.policy.ts";

/** The office or the head decides whether representatives are told of each application, whatever the pupil's age. */
export async function informGuardians(
  { db, actor }: Pick<ActorContext, "db" | "actor">,
  input: { uai: string; informed: boolean },
): Promise<Result<void, Failure<"not_found">>> {
  if (!canSetUpSchool(actor, input.uai)) return err({ code: "not_found" });
  await db.update(schools).set({ informsGuardians: input.informed }).where(eq(schools.uai, input.uai));
  return ok();
}
