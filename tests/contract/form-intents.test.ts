import { describe, expect, it } from "vitest";
import { INTENTS, type IntentPage } from "#app/ui/forms/intents.ts";
import { ACCESS } from "./access-decisions.ts";
import { handlers, visit, type Who } from "./route-matrix.ts";

/** Actions that read no form of a page: machines, a browser's signal, and addresses that lead nowhere. */
const NO_FORM = [
  "routes/school/hosts/hosts-export.ts",
  "routes/machines/mail-webhooks.ts",
  "routes/pupil/viewed-offer.ts",
  "routes/public/not-found.tsx",
];

/** Which buttons each page has; the others have forms without an intent. */
const PAGES: Record<string, IntentPage> = {
  "routes/auth/account.tsx": "account",
  "routes/auth/one-time-link.tsx": "oneTimeLink",
  "routes/auth/own-data.tsx": "ownData",
  "routes/auth/security.tsx": "security",
  "routes/auth/sessions.tsx": "sessions",
  "routes/auth/passkeys.tsx": "passkeys",
  "routes/auth/federated-arrival.tsx": "federatedArrival",
  "routes/messages/unsubscribe.tsx": "mailLink",
  "routes/messages/stop-alert.tsx": "mailLink",
  "routes/pupil/apply.tsx": "apply",
  "routes/pupil/application.tsx": "pupilApplication",
  "routes/pupil/favourites.tsx": "favourites",
  "routes/pupil/alerts.tsx": "alerts",
  "routes/employer/offers.tsx": "hostOffers",
  "routes/employer/new-offer.tsx": "newOffer",
  "routes/employer/team.tsx": "team",
  "routes/employer/application.tsx": "hostApplication",
  "routes/school/agreement.tsx": "schoolAgreement",
  "routes/school/class-group.tsx": "classGroup",
  "routes/school/pupil/situation.tsx": "situation",
  "routes/school/pupil/contact.tsx": "pupilContact",
  "routes/school/pupil/referents.tsx": "referents",
  "routes/school/pupil/note.tsx": "pupilNote",
  "routes/school/pupil/found-internships.tsx": "foundInternships",
  "routes/pupil/found/found-internship.tsx": "foundInternships",
  "routes/found/answer.tsx": "found",
  "routes/school/hosts/hosts.tsx": "hosts",
  "routes/school/team.tsx": "schoolTeam",
  "routes/school/join.tsx": "joinSchool",
  "routes/school/holds/to-replace.tsx": "toReplace",
  "routes/school/profile/image.tsx": "schoolImage",
  "routes/school/classes.tsx": "classes",
  "routes/school/class-cards.tsx": "classCards",
  "routes/school/roster/roster-import.tsx": "rosterImport",
  "routes/auth/activation.tsx": "activation",
  "routes/school/help/request.tsx": "helpRequest",
  "routes/school/families.tsx": "families",
  "routes/school/follow-up/day.tsx": "followUp",
  "routes/supervisor/visit.tsx": "supervisorVisit",
  "routes/school/follow-up/stay.tsx": "followedStay",
  "routes/pupil/stay/stay.tsx": "pupilStay",
  "routes/guardian/letter-code.tsx": "letterCode",
  "routes/guardian/objection.tsx": "objection",
  "routes/admin/found-account.tsx": "foundAccount",
  "routes/admin/failures.tsx": "failures",
  "routes/admin/moderation.tsx": "moderation",
  "routes/admin/siret-holder.tsx": "siretHolder",
  "routes/admin/synonyms.tsx": "synonyms",
  "routes/admin/synonym-group.tsx": "synonymGroup",
};

const actions = handlers.filter(({ kind, file }) => kind === "action" && !NO_FORM.includes(file));
const withButtons = actions.flatMap((action) => {
  const page = PAGES[action.file];
  return page ? INTENTS[page].map((intent) => ({ ...action, intent })) : [];
});

/** Someone who may enter, so that the form itself is what is judged. */
function allowed(key: string): Who {
  const access = ACCESS[key];
  if (typeof access === "object") return access.roles[0] ?? "visitor";
  return access === "signed_in" ? "pupil" : key.includes("second-factor") ? "halfSignedIn" : "visitor";
}

async function send(action: (typeof handlers)[number], form: Record<string, string>) {
  const { status, value } = await visit(action, allowed(action.key), { form });
  const reason = value instanceof Response ? await value.text() : "";
  return { status, unknown: reason === "unknown_intent" };
}

// In the order written: what is understood also acts, and may take away what a later form is about.
describe("what the buttons of a page ask for", { shuffle: false }, () => {
  it("is named once for every page that has several", () => {
    expect([...new Set(Object.values(PAGES))].sort()).toEqual(Object.keys(INTENTS).sort());
    expect(Object.keys(PAGES).filter((file) => !actions.some((action) => action.file === file))).toEqual([]);
  });

  it.each(actions)("is refused by $file with a 400 when the page does not know it", async (action) => {
    for (const intent of ["danser", "", "constructor", "ACCEPT"])
      expect(await send(action, { intent })).toEqual({ status: 400, unknown: true });
  });

  it.each(withButtons)("is understood by $file: $intent", async ({ intent, ...action }) => {
    const { status, unknown } = await send(action, { intent });
    expect(unknown).toBe(false);
    expect(status).toBeLessThan(500);
  });
});
