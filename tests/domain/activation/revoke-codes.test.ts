import { describe, expect, it } from "vitest";
import { activateAccount } from "#app/domain/activation/activate-account.server.ts";
import { getClassCards } from "#app/domain/activation/class-cards.queries.server.ts";
import { revokeCodes } from "#app/domain/activation/revoke-codes.server.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { cardStory, PASSWORD } from "./card-story.ts";

const story = cardStory();

describe("a card that was lost", () => {
  it("serves no more once its code is revoked, and the class's list says so", async () => {
    const pupil = await story.newPupil();
    const code = await story.printed(pupil.id);
    const classGroupId = story.world.classGroup.id;
    const teacher = await story.reader();
    expect(await revokeCodes(teacher, { classGroupId, pupilIds: [pupil.id] })).toEqual({ ok: true });
    expect(await story.typed(code)).toMatchObject({ ok: false, error: { code: "over" } });
    const cards = await getClassCards(teacher, classGroupId);
    expect(cards?.pupils.find(({ id }) => id === pupil.id)?.code?.state).toBe("revoked");
  });

  it("takes nothing from an account that it has opened", async () => {
    const pupil = await story.newPupil();
    const codeId = await story.opened(await story.printed(pupil.id));
    const activated = await activateAccount(story.app, { codeId, password: PASSWORD, email: null });
    if (!activated.ok) throw new Error(activated.error.code);
    const input = { classGroupId: story.world.classGroup.id, pupilIds: [pupil.id] };
    await revokeCodes(await story.reader(), input);
    const again = await signIn(story.app, { email: activated.value.account, password: PASSWORD });
    expect(again.ok).toBe(true);
  });

  it("is revoked by those who follow the class alone", async () => {
    const pupil = await story.newPupil();
    const code = await story.printed(pupil.id);
    const { id } = await story.make.staff("teacher", story.world.school.uai);
    const input = { classGroupId: story.world.classGroup.id, pupilIds: [pupil.id] };
    expect(await revokeCodes(await story.reader(id), input)).toEqual({
      ok: false,
      error: { code: "not_found" },
    });
    expect((await story.typed(code)).ok).toBe(true);
    expect(await revokeCodes(await story.reader(), { ...input, pupilIds: [] })).toEqual({
      ok: false,
      error: { code: "nobody" },
    });
  });
});
