import type { UseCaseContext } from "#app/domain/use-case.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { LinkSigner } from "#app/kernel/link-signer.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { stateOfCode } from "./activation-code.ts";
import type { OpenCodeFailure } from "./activation.failures.ts";
import { findCode, findCodeAsTyped } from "./codes.store.server.ts";

/** The card of whoever types its code and their own birth date; a wrong one of the two answers like the other. */
export async function findOpenCode(
  { db, clock, links }: UseCaseContext & { links: LinkSigner },
  typed: { code: string; birthDate: CalendarDate },
): Promise<Result<{ codeId: string }, OpenCodeFailure>> {
  const found = await findCodeAsTyped(db, links, typed.code);
  if (!found) return err({ code: "wrong", because: "unknown_code", schoolUai: null });
  const { schoolUai, birthDate } = found;
  if (birthDate !== typed.birthDate) return err({ code: "wrong", because: "other_birth_date", schoolUai });
  const state = stateOfCode(found, clock.now());
  return state === "valid"
    ? ok({ codeId: found.id })
    : err({ code: "over", because: `card_${state}` as const, schoolUai });
}

/** Whose card it is, while it serves. */
export async function getOpenCode(
  { db, clock }: UseCaseContext,
  codeId: string,
): Promise<{ firstName: string } | null> {
  const found = await findCode(db, codeId);
  return found && stateOfCode(found, clock.now()) === "valid" ? { firstName: found.firstName } : null;
}
