import type { UseCaseContext } from "../use-case.ts";
import { accessHashOf, endAccess } from "./guardians.store.server.ts";

/** The representative has read enough: the letters close before their time. */
export async function closeLetters(
  { db, clock }: UseCaseContext,
  input: { guardianId: string; secret: string },
): Promise<void> {
  await endAccess(db, input.guardianId, clock.now(), accessHashOf(input.secret));
}
