import type { HelpTopic } from "#app/domain/help/help-request.ts";
import { requestHelp } from "#app/domain/help/request-help.server.ts";
import type { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

/** A school of its own, where a pupil asks for help on a Monday morning. */
export async function helpStory({ db }: ReturnType<typeof testDatabase>, at = "2027-03-01T09:00:00Z") {
  const clock = fakeClock(at);
  const make = factories(db, clock);
  const world = await make.world();
  const pupil = await make.as(world.pupil.id);
  return {
    clock,
    make,
    world,
    pupil,
    teacher: await make.as(world.teacher.id),
    head: await make.as(world.head.id),
    async ask(topic: HelpTopic = "host", reader?: string): Promise<string> {
      const asked = await requestHelp(pupil, { topic, body: "On me laisse seul.", reader });
      if (!asked.ok) throw new Error(asked.error.code);
      return asked.value.helpRequestId;
    },
  };
}
