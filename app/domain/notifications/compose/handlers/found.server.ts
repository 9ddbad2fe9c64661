import { shouldInformGuardians } from "#app/domain/guardians/informing.ts";
import { foundAskedEmail } from "#app/emails/found/found-asked.tsx";
import { foundConfirmedEmail } from "#app/emails/found/found-confirmed.tsx";
import { foundEndedEmail } from "#app/emails/found/found-ended.tsx";
import { paths } from "#app/paths.ts";
import type { Composer, HandlersOf } from "../composer.ts";
import { about, followUpLink, foundLink, listClassAdults } from "../event-subjects.server.ts";
import { getFoundFacts } from "../found-facts.queries.server.ts";
import { mail, mailEach, skip } from "../message-draft.server.ts";
import { byAddress, listGuardians, listPerson, type Recipient } from "../recipients.queries.server.ts";

const aboutFound = about(async (composer: Composer, { foundId }: { foundId: string }) => {
  const facts = await getFoundFacts(composer.db, foundId);
  if (!facts) return null;
  const { pupilId, pupilFirstName, hostName, period, enteredBy } = facts;
  return {
    ...facts,
    common: { pupilFirstName, hostName, period },
    host: byAddress(facts.hostEmail),
    pupil: await listPerson(composer.db, pupilId),
    /** The adults of the class, and whoever entered it. */
    adults: async (): Promise<Recipient[]> => {
      const adults = await listClassAdults(composer, facts);
      const isKnown = enteredBy === pupilId || adults.some(({ personId }) => personId === enteredBy);
      return isKnown ? adults : [...adults, ...(await listPerson(composer.db, enteredBy))];
    },
  };
});

export const foundHandlers: HandlersOf<"found"> = {
  "found.asked": aboutFound(({ state, host, common, ...found }, composer) =>
    state === "awaiting_host"
      ? mail(foundAskedEmail, [host], {
          ...common,
          schoolName: found.schoolName,
          answerBefore: found.expiresAt,
          link: foundLink(composer, found),
        })
      : skip("outdated"),
  ),

  "found.confirmed": aboutFound(async ({ agreementId, common, ...found }, composer) => {
    if (agreementId === null) return skip("outdated");
    const { db, today, url } = composer;
    const aged = { birthDate: found.pupilBirthDate, schoolInforms: false };
    const told = shouldInformGuardians("confirmation", aged, today);
    const guardians = told ? await listGuardians(db, found.pupilId) : [];
    return [
      ...mail(foundConfirmedEmail, found.pupil, {
        ...common,
        reader: "pupil" as const,
        link: url(paths.pupil.agreement(agreementId)),
      }),
      ...mail(foundConfirmedEmail, await found.adults(), {
        ...common,
        reader: "school" as const,
        link: url(paths.school.agreement(agreementId)),
      }),
      ...mailEach(
        foundConfirmedEmail,
        guardians.filter(({ email, phone }) => (email ?? phone) !== null),
        (guardian) => ({
          ...common,
          reader: "guardian" as const,
          link: followUpLink(composer, guardian),
        }),
      ),
    ];
  }),

  "found.ended": aboutFound(async ({ state, refusal, common, ...found }, composer) => {
    if (state === "awaiting_host" || state === "confirmed") return skip("outdated");
    const end = state === "refused" ? (refusal ?? "no_place") : state;
    const { url } = composer;
    const link = url(paths.school.foundInternships(found.pupilId));
    return [
      ...mail(foundEndedEmail, found.pupil, {
        ...common,
        reader: "pupil" as const,
        end,
        link: url(paths.pupil.found()),
      }),
      ...mail(foundEndedEmail, await found.adults(), { ...common, reader: "school" as const, end, link }),
      ...(end === "taken_back"
        ? mail(foundEndedEmail, [found.host], {
            ...common,
            reader: "host" as const,
            end,
            link: foundLink(composer, found),
          })
        : []),
    ];
  }),
};
