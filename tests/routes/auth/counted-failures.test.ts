import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { revokeCodes } from "#app/domain/activation/revoke-codes.server.ts";
import type { CountedFailure } from "#app/domain/sign-in-failures/failure-tally.ts";
import { ok } from "#app/kernel/result.ts";
import { action as activate } from "#app/routes/auth/activation.tsx";
import { loader as comeBack } from "#app/routes/auth/federated-return.tsx";
import { loader as leave } from "#app/routes/auth/federated-sign-in.tsx";
import { action as giveCode } from "#app/routes/auth/second-factor.tsx";
import { action as signIn } from "#app/routes/auth/sign-in.tsx";
import { classGroups, rateLimits } from "#db/schema/index.ts";
import { cardStory } from "#tests/domain/activation/card-story.ts";
import { scriptedProvider, type Claims } from "#tests/domain/federation/federation-story.ts";
import { cookieOf, routeArgs, statusOf } from "#tests/support/app.ts";

const story = cardStory();
const educonnect = scriptedProvider();
let counted: CountedFailure[] = [];

beforeAll(() => {
  Object.assign(story.app, {
    providers: { educonnect },
    signInFailures: { count: (one: CountedFailure) => counted.push(one), close: () => Promise.resolve() },
  });
});
beforeEach(async () => {
  counted = [];
  await story.database.db.delete(rateLimits);
});

const told = () => counted.map(({ door, reason, schoolUai }) => [door, reason, schoolUai]);

/** Leaves for EduConnect and comes back with these claims. */
async function arrive(claims: Claims): Promise<void> {
  const params = { provider: "educonnect" };
  const left = await statusOf(() => leave(routeArgs(story.app, { path: "/connexion/educonnect", params })));
  const state = new URL(left.location ?? "").searchParams.get("state") ?? "";
  const cookie = left.value instanceof Response ? left.value.headers.getSetCookie()[0]?.split(";")[0] : "";
  const subject = `subject of ${state}`;
  educonnect.answer = ok({ subject, claims, secondFactor: false, idToken: "token" });
  const path = `/connexion/educonnect/retour?state=${state}&code=code`;
  await statusOf(() => comeBack(routeArgs(story.app, { path, params, cookie })));
}

describe("someone who is not let in", () => {
  it("is counted by the way and the reason, and nothing of what they typed is kept", async () => {
    const form = { email: "ines.martin@example.org", password: "trois girafes dansent mal" };
    await statusOf(() => signIn(routeArgs(story.app, { path: "/connexion", form, from: "192.0.2.7" })));
    expect(counted).toEqual([
      { at: story.clock.now(), door: "password", reason: "wrong_password", schoolUai: null },
    ]);
  });

  it("is counted in the school of the card, or of the only school where they work", async () => {
    const { uai } = story.world.school;
    const { classGroup, head } = story.world;
    const type = (activationCode: string, birthDate = "2011-10-02") =>
      statusOf(() =>
        activate(
          routeArgs(story.app, {
            path: "/activation",
            form: { intent: "check", activationCode, birthDate },
          }),
        ),
      );
    const pupil = await story.newPupil();
    const code = await story.printed(pupil.id);
    await type("ACDE-FGHJ-KMNP");
    await type(code, "2011-10-03");
    const classGroupId = classGroup.id;
    await revokeCodes(await story.reader(), { classGroupId, pupilIds: [pupil.id] });
    await type(code);
    const cookie = await cookieOf(story.app, head.id, { verified: false });
    await statusOf(() =>
      giveCode(routeArgs(story.app, { path: "/connexion/code", cookie, form: { code: "000000" } })),
    );
    expect(told()).toEqual([
      ["activation", "code_unknown", null],
      ["activation", "birth_date_differs", uai],
      ["activation", "card_revoked", uai],
      ["second_factor", "wrong_second_factor", uai],
    ]);
  });

  it("is counted in the school that the federation states, even one that the directory does not hold", async () => {
    const pupil = { given_name: "Noé", family_name: "Lambert", FrEduCtPersonAffiliation: "eleve2d" };
    const empty = await story.make.school();
    await arrive({ ...pupil, FrEduCtEleveUAI: "0999999Z" });
    await arrive({ ...pupil, FrEduCtEleveUAI: story.world.school.uai, FrEduCtEleveNivFormation: "2115" });
    expect(told()).toEqual([
      ["educonnect", "school_unknown", "0999999Z"],
      ["educonnect", "wrong_level", story.world.school.uai],
    ]);
    counted = [];
    await arrive({ ...pupil, FrEduCtEleveUAI: empty.uai });
    await arrive({ ...pupil, FrEduCtEleveUAI: story.world.school.uai });
    expect(told()).toEqual([
      ["educonnect", "roster_missing", empty.uai],
      ["educonnect", "class_missing", story.world.school.uai],
    ]);
    expect(await story.database.db.$count(classGroups)).toBeGreaterThan(0);
  });

  it("is counted as a parent whom no list names", async () => {
    await arrive({ given_name: "Ève", family_name: "Roy", FrEduCtPersonAffiliation: "resp2d" });
    expect(told()).toEqual([["educonnect", "child_unknown", null]]);
  });

  it("is counted as held back after too many tries", async () => {
    const form = { email: "karim@example.org", password: "x" };
    for (let index = 0; index < 11; index += 1)
      await statusOf(() => signIn(routeArgs(story.app, { path: "/connexion", form })));
    expect(told().at(-1)).toEqual(["password", "too_many_tries", null]);
  });
});
