import { and, eq, isNotNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getSession } from "#app/domain/accounts/accounts.queries.server.ts";
import { forgetExpiredAccess } from "#app/domain/accounts/forget-expired-access.server.ts";
import { finishLink } from "#app/domain/accounts/links/finish-link.server.ts";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { requestLink } from "#app/domain/accounts/links/request-link.server.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { activateAccount } from "#app/domain/activation/activate-account.server.ts";
import { getClassCards, getPrintedCards } from "#app/domain/activation/class-cards.queries.server.ts";
import { printCards } from "#app/domain/activation/print-cards.server.ts";
import { activationCodes, identities, oneTimeLinks, outboxEvents } from "#db/schema/index.ts";
import { fakeClock } from "#tests/support/factories.ts";
import { cardStory, PASSWORD } from "./card-story.ts";

const story = cardStory();
const OVER = { ok: false, error: { code: "over" } };
const OTHER = "quatre zèbres chantent";

async function activated(pupil: { id: string }, password = PASSWORD, email: string | null = null) {
  const codeId = await story.opened(await story.printed(pupil.id));
  const outcome = await activateAccount(story.app, { codeId, password, email });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return { codeId, ...outcome.value };
}

const identitiesOf = (personId: string) =>
  story.database.db.select().from(identities).where(eq(identities.personId, personId));

describe("a card used for the first time", () => {
  it("opens an account that signs in by a short name, without an address", async () => {
    const pupil = await story.newPupil({ firstName: "Maëlle-Inès" });
    const { account, token, roles, secondFactorNeeded, codeId } = await activated(pupil);
    expect(account).toMatch(/^maelleines-[a-z2-9]{4}$/);
    expect({ roles, secondFactorNeeded }).toEqual({ roles: ["pupil"], secondFactorNeeded: false });
    expect((await getSession(story.app, token))?.personId).toBe(pupil.id);
    const again = await signIn(story.app, { email: account.toUpperCase(), password: PASSWORD });
    expect(again).toMatchObject({ ok: true, value: { personId: pupil.id } });
    expect(await activateAccount(story.app, { codeId, password: OTHER, email: null })).toEqual(OVER);
  });

  it("gives the code of a card to nobody without the birth date, nor the other way round", async () => {
    const code = await story.printed((await story.newPupil()).id);
    const wrong = { ok: false, error: { code: "wrong" } };
    expect(await story.typed(code, "2011-10-03")).toMatchObject(wrong);
    expect(await story.typed("ACDE-FGHJ-KMNP")).toMatchObject(wrong);
  });

  it("refuses a password that is weak or holds the pupil's name, and keeps the card", async () => {
    const pupil = await story.newPupil({ firstName: "Bérengère" });
    const codeId = await story.opened(await story.printed(pupil.id));
    const tried = (password: string) => activateAccount(story.app, { codeId, password, email: null });
    expect(await tried("motdepasse123")).toMatchObject({ error: { code: "weak_password" } });
    expect(await tried("bérengère")).toMatchObject({ error: { code: "weak_password" } });
    expect((await tried(PASSWORD)).ok).toBe(true);
  });

  it("makes one account, whoever else uses the code at the same instant", async () => {
    const pupil = await story.newPupil();
    const codeId = await story.opened(await story.printed(pupil.id));
    const app = { ...story.app, db: story.database.openPool(4) };
    const passwords = [PASSWORD, OTHER, "cinq otaries nagent loin"];
    const all = await Promise.all(
      passwords.map((password) => activateAccount(app, { codeId, password, email: null })),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await identitiesOf(pupil.id)).toHaveLength(1);
  });

  it("is spent or replaced, never both, when the school prints another one meanwhile", async () => {
    const pupils = await Promise.all(Array.from({ length: 6 }, () => story.newPupil()));
    const codes = await Promise.all(pupils.map(async ({ id }) => story.opened(await story.printed(id))));
    const db = story.database.openPool(8);
    const teacher = { ...(await story.reader()), db };
    const app = { ...story.app, db };
    const pupilIds = pupils.map(({ id }) => id);
    const [, ...used] = await Promise.all([
      printCards(teacher, { classGroupId: story.world.classGroup.id, pupilIds }),
      ...codes.map((codeId) => activateAccount(app, { codeId, password: PASSWORD, email: null })),
    ]);
    const rows = await story.database.db
      .select()
      .from(activationCodes)
      .where(and(isNotNull(activationCodes.usedAt), isNotNull(activationCodes.revokedAt)));
    expect(rows).toEqual([]);
    for (const [index, outcome] of used.entries())
      expect(await identitiesOf(pupilIds[index] ?? "")).toHaveLength(outcome.ok ? 1 : 0);
  });

  it("serves no more after the internship, and is forgotten a week later", async () => {
    const code = await story.printed((await story.newPupil()).id);
    const codeId = await story.opened(code);
    const late = { ...story.app, clock: fakeClock("2027-06-28T22:00:01Z") };
    expect(await activateAccount(late, { codeId, password: PASSWORD, email: null })).toEqual(OVER);
    await forgetExpiredAccess({ ...story.app, clock: fakeClock("2027-07-06T00:00:00Z") });
    expect(await story.database.db.select().from(activationCodes)).toEqual([]);
  });
});

describe("a card printed again", () => {
  it("lets in a pupil who has forgotten the password, under the same name, which it recalls", async () => {
    const pupil = await story.newPupil();
    const { account, token } = await activated(pupil);
    const teacher = await story.reader();
    const classGroupId = story.world.classGroup.id;
    await printCards(teacher, { classGroupId, pupilIds: [pupil.id] });
    const card = (await getPrintedCards(teacher, classGroupId))?.cards.find(
      ({ pupilId }) => pupilId === pupil.id,
    );
    expect(card?.signInName).toBe(account);
    const codeId = await story.opened(card?.code ?? "");
    const renewed = await activateAccount(story.app, { codeId, password: OTHER, email: null });
    expect(renewed).toMatchObject({ ok: true, value: { account } });
    expect(await getSession(story.app, token)).toBeNull();
    expect((await signIn(story.app, { email: account, password: PASSWORD })).ok).toBe(false);
    expect((await signIn(story.app, { email: account, password: OTHER })).ok).toBe(true);
    const cards = await getClassCards(teacher, classGroupId);
    expect(cards?.pupils.find(({ id }) => id === pupil.id)).toMatchObject({
      activated: true,
      code: { state: "used" },
    });
  });

  it("keeps the address of whoever signs in with one, and tells them", async () => {
    const email = `eleve-${story.world.school.uai}@example.org`;
    const pupil = await story.newPupil({ email });
    await activated(pupil);
    expect((await signIn(story.app, { email, password: PASSWORD })).ok).toBe(true);
    await activated(pupil, OTHER);
    expect(await identitiesOf(pupil.id)).toHaveLength(1);
    const told = await story.database.db
      .select()
      .from(outboxEvents)
      .where(eq(outboxEvents.type, "account.password_changed"));
    expect(told.map(({ payload }) => payload)).toContainEqual({ personId: pupil.id });
    // A link sent to the address changes the same password.
    await requestLink(story.app, { email, purpose: "password_reset" });
    const [link] = await story.database.db
      .select()
      .from(oneTimeLinks)
      .where(and(eq(oneTimeLinks.personId, pupil.id), eq(oneTimeLinks.purpose, "password_reset")));
    const linkId = link?.id ?? "";
    await openLink(story.app, { linkId });
    await finishLink(story.app, { linkId, password: PASSWORD, name: null });
    expect(await identitiesOf(pupil.id)).toHaveLength(1);
    expect((await signIn(story.app, { email, password: PASSWORD })).ok).toBe(true);
  });
});
