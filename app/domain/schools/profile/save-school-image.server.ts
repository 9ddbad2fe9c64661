import { createHash } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { schoolImages, schools } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { canSetUpSchool, roleAt } from "../schools.policy.ts";
import { cleanPng } from "./clean-png.server.ts";
import { recordProfileChange } from "./profile-changes.store.server.ts";
import type { SaveImageFailure, SchoolImageKind } from "./school-profile.ts";

/** Of one kind and school, the earlier ones included: agreements still bear them. */
const MOST_IMAGES = 20;

interface OfSchool {
  uai: string;
  kind: SchoolImageKind;
}

/**
 * The header or the stamp of the agreements to come, written anew from its pixels. It takes the place of the one in use, which the
 * agreements that bear it keep. The change, its history and the audit are one transaction; the same picture sent twice is kept
 * once.
 */
export async function saveSchoolImage(
  context: ActorContext,
  { uai, kind, sent }: OfSchool & { sent: Uint8Array },
): Promise<Result<void, SaveImageFailure>> {
  const { db, clock, actor } = context;
  if (!canSetUpSchool(actor, uai)) return err({ code: "not_found" });
  const image = await cleanPng(sent);
  if (!image.ok) return image;
  const { width, height, bytes } = image.value;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    await lockSchool(tx, uai);
    if ((await tx.$count(schoolImages, ofKind({ uai, kind }))) >= MOST_IMAGES)
      return err({ code: "too_many" });
    await retire(tx, { uai, kind }, now);
    await tx
      .insert(schoolImages)
      .values({ schoolUai: uai, kind, sha256, width, height, bytes, addedAt: now })
      .onConflictDoUpdate({
        target: [schoolImages.schoolUai, schoolImages.kind, schoolImages.sha256],
        set: { addedAt: now, replacedAt: null },
      });
    await tell(tx, context, { uai, kind }, now);
    return ok();
  });
}

/** Agreements to come do without it. */
export async function removeSchoolImage(
  context: ActorContext,
  { uai, kind }: OfSchool,
): Promise<Result<void, Failure<"not_found">>> {
  const { db, clock, actor } = context;
  if (!canSetUpSchool(actor, uai)) return err({ code: "not_found" });
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    await lockSchool(tx, uai);
    if (await retire(tx, { uai, kind }, now)) await tell(tx, context, { uai, kind }, now);
    return ok();
  });
}

async function lockSchool(tx: Transaction, uai: string): Promise<void> {
  await tx.select({ uai: schools.uai }).from(schools).where(eq(schools.uai, uai)).for("no key update");
}

const ofKind = ({ uai, kind }: OfSchool) => and(eq(schoolImages.schoolUai, uai), eq(schoolImages.kind, kind));

async function retire(tx: Transaction, image: OfSchool, now: Date): Promise<boolean> {
  const retired = await tx
    .update(schoolImages)
    .set({ replacedAt: now })
    .where(and(ofKind(image), isNull(schoolImages.replacedAt)))
    .returning({ id: schoolImages.id });
  return retired.length > 0;
}

async function tell(
  tx: Transaction,
  { actor, origin }: ActorContext,
  { uai, kind }: OfSchool,
  now: Date,
): Promise<void> {
  await recordProfileChange(tx, { uai, fields: [kind], by: actor.personId }, now);
  const on = { kind: "school" as const, id: uai };
  const act = { action: "school_profile.saved" as const, as: roleAt(actor, uai), on };
  await appendAudit(tx, { actor, origin }, act, now);
}
