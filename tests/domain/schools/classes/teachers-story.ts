import { and, eq } from "drizzle-orm";
import { beforeEach } from "vitest";
import { followedClasses } from "#app/domain/agreements/agreements.scope.server.ts";
import { classGroups } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

/** Call at the top of a test file: before each test, a school whose head and office may entrust a class to a colleague. */
export function teachersStory() {
  const database = testDatabase();
  let told: Awaited<ReturnType<typeof tell>>;
  const tell = async () => {
    const make = factories(database.db, fakeClock());
    const { school, classGroup, campaign } = await make.world();
    const elsewhere = await make.school();
    const [head, office, colleague] = [
      await make.staff("schoolHead", school.uai),
      await make.staff("schoolOffice", school.uai),
      await make.staff("teacher", school.uai),
    ];
    const headElsewhere = await make.staff("schoolHead", elsewhere.uai);
    return {
      schoolYear: campaign.schoolYear,
      head: () => make.as(head.id),
      office: () => make.as(office.id),
      colleague: () => make.as(colleague.id),
      /** Whether the colleague follows the class. */
      follows: async () =>
        (await database.db.$count(
          classGroups,
          and(
            eq(classGroups.id, classGroup.id),
            followedClasses(database.db, (await make.as(colleague.id)).actor),
          ),
        )) > 0,
      headElsewhere: () => make.as(headElsewhere.id),
      /** Teaches elsewhere. */
      stranger: await make.staff("teacher", elsewhere.uai),
      input: { classGroupId: classGroup.id, personId: colleague.id, role: "form_teacher" as const },
    };
  };
  beforeEach(async () => {
    told = await tell();
  });
  return { now: () => told };
}
