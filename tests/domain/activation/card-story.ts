import { beforeAll } from "vitest";
import { findOpenCode } from "#app/domain/activation/activation.queries.server.ts";
import { normaliseCode } from "#app/domain/activation/activation-code.ts";
import { getPrintedCards } from "#app/domain/activation/class-cards.queries.server.ts";
import { printCards } from "#app/domain/activation/print-cards.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

export const BORN = "2011-10-02";
export const PASSWORD = "trois girafes dansent";

/** Call at the top of a test file: a class, its teacher who prints cards, its pupils who use them. */
export function cardStory() {
  const database = testDatabase();
  const clock = fakeClock();
  const story = { database, clock } as {
    database: typeof database;
    clock: typeof clock;
    app: AppContext;
    make: Factories;
    world: Awaited<ReturnType<Factories["world"]>>;
  };
  beforeAll(async () => {
    story.app = testApp(database, clock);
    story.make = factories(database.db, clock);
    story.world = await story.make.world();
  });

  /** Someone of the school as use cases know them; the teacher of the class unless told otherwise. */
  async function reader(personId = story.world.teacher.id) {
    return { ...(await story.make.as(personId)), links: story.app.links };
  }

  function newPupil(values: { firstName?: string; email?: string | null } = {}) {
    const { school, classGroup } = story.world;
    return story.make.pupil({ schoolUai: school.uai, classGroupId: classGroup.id, email: null, ...values });
  }

  /** The code of a card printed for this pupil, as it reads. */
  async function printed(pupilId: string): Promise<string> {
    const teacher = await reader();
    const classGroupId = story.world.classGroup.id;
    const outcome = await printCards(teacher, { classGroupId, pupilIds: [pupilId] });
    if (!outcome.ok) throw new Error(outcome.error.code);
    const cards = (await getPrintedCards(teacher, classGroupId))?.cards ?? [];
    return cards.find((card) => card.pupilId === pupilId)?.code ?? "";
  }

  const typed = (code: string, birthDate = BORN) =>
    findOpenCode(story.app, { code: normaliseCode(code), birthDate });

  async function opened(code: string): Promise<string> {
    const outcome = await typed(code);
    if (!outcome.ok) throw new Error(outcome.error.code);
    return outcome.value.codeId;
  }

  return Object.assign(story, { reader, newPupil, printed, typed, opened });
}
