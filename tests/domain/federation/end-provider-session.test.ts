import { beforeEach, describe, expect, it } from "vitest";
import { getArrivalPage } from "#app/domain/federation/arrivals.queries.server.ts";
import {
  endProviderSession,
  findProviderWayOut,
} from "#app/domain/federation/end-provider-session.server.ts";
import { providerSessions } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { federationStory, newBrowser } from "./federation-story.ts";

const database = testDatabase();
let story: ReturnType<typeof federationStory>;

beforeEach(() => {
  story = federationStory(database.db);
});

async function pupilComes(browser = newBrowser()) {
  const { uai } = await story.make.school();
  const claims = {
    given_name: "Noé",
    family_name: "Lambert",
    FrEduCtPersonAffiliation: "eleve2d",
    FrEduCtEleveUAI: uai,
  };
  const { outcome, subject, visit } = await story.arrive("educonnect", { claims, browser });
  if (!outcome.ok || outcome.value.next !== "signed_in") throw new Error("Nobody was let in");
  return { personId: outcome.value.session.personId, subject, visit, browser };
}

describe("signing out of a federation", () => {
  it("leads to the federation once, with the token by which it knows whose session ends", async () => {
    const { personId, subject, visit, browser } = await pupilComes();
    expect(await findProviderWayOut(story.ctx, visit)).toBeNull();
    expect(await endProviderSession(story.ctx, { browser, personId })).toBe("educonnect");
    expect(await findProviderWayOut(story.ctx, visit)).toContain(`token-of-${subject}`);
    expect(await endProviderSession(story.ctx, { browser, personId })).toBeNull();
    story.clock.advanceDays(6 / 1440);
    expect(await findProviderWayOut(story.ctx, visit)).toBeNull();
  });

  it("keeps that token sealed", async () => {
    const { subject } = await pupilComes();
    expect(JSON.stringify(await database.db.select().from(providerSessions))).not.toContain(subject);
  });

  it("is asked of nobody who came to this browser by another way", async () => {
    const { browser } = await pupilComes();
    const other = await story.make.person();
    expect(await endProviderSession(story.ctx, { browser, personId: other.id })).toBeNull();
  });

  it("leaves the arrival of nobody to the next person at this machine", async () => {
    const browser = newBrowser();
    const claims = { given_name: "Ali", usual_name: "Marchand", email: "ali@example.org" };
    const { visit } = await story.arrive("proconnect", { claims, browser });
    expect(await getArrivalPage(story.ctx, visit)).not.toBeNull();
    const { personId } = await pupilComes(browser);
    await endProviderSession(story.ctx, { browser, personId });
    expect(await getArrivalPage(story.ctx, visit)).toBeNull();
  });
});
