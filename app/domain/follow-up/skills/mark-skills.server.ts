import { sql } from "drizzle-orm";
import { ok, type Result } from "#app/kernel/result.ts";
import { skillMarks } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { findToldStay } from "../find-told-stay.server.ts";
import type { TellingFailure } from "../telling.failures.ts";
import { personIdOf, type Teller } from "../reporter.server.ts";
import { SKILLS, type SkillGrid, type SkillSide } from "./skills.ts";

const SIDES: Record<Teller["side"], SkillSide> = { pupil: "pupil", host: "supervisor", school: "teacher" };

/**
 * The pupil, the supervisor by link or an adult of the class says what was seen of each line, from the first day of the stay to a
 * month after the last. Each side has a grid of its own; a line told again takes the new word, one left alone stays.
 */
export async function markSkills(
  { db, clock, teller }: UseCaseContext & { teller: Teller },
  { agreementId, grid }: { agreementId: string; grid: SkillGrid },
): Promise<Result<void, TellingFailure>> {
  const markedAt = clock.now();
  return inTransaction(db, async (tx) => {
    const found = await findToldStay(tx, { agreementId, teller, opens: "first_day" }, markedAt);
    if (!found.ok) return found;
    const { pupilId } = found.value.placement;
    const [side, markedBy] = [SIDES[teller.side], personIdOf(teller)];
    const rows = SKILLS.flatMap((skill) => {
      const level = grid[skill];
      return level ? [{ agreementId, pupilId, skill, side, level, markedBy, markedAt }] : [];
    });
    if (rows.length === 0) return ok();
    await tx
      .insert(skillMarks)
      .values(rows)
      .onConflictDoUpdate({
        target: [skillMarks.agreementId, skillMarks.side, skillMarks.skill],
        set: { level: sql`excluded.level`, markedBy: sql`excluded.marked_by`, markedAt },
      });
    return ok();
  });
}
