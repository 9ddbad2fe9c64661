import { eraseAgreementsValidatedBefore } from "../../agreements/erase-agreements.store.server.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { AGREEMENT_YEARS } from "../retention-rules.ts";
import { yearsBefore } from "./years-before.ts";

/** Agreements that prove nothing any more. */
export async function eraseOldAgreements({ db, clock }: UseCaseContext, limit: number): Promise<number> {
  const now = clock.now();
  return db.transaction((tx) =>
    eraseAgreementsValidatedBefore(tx, { before: yearsBefore(now, AGREEMENT_YEARS), limit }, now),
  );
}
