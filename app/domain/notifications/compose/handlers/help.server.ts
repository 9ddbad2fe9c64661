import type { Composer, HandlersOf } from "#app/domain/notifications/compose/composer.ts";
import {
  getHelpFacts,
  listEngaged,
  type HelpFacts,
} from "#app/domain/notifications/compose/help-facts.queries.server.ts";
import { listPeople, listPerson } from "#app/domain/notifications/compose/recipients.queries.server.ts";
import { helpAnswered } from "#app/emails/help/help-answered.tsx";
import { helpContinued } from "#app/emails/help/help-continued.tsx";
import { helpRequested } from "#app/emails/help/help-requested.tsx";
import { helpSecondTold } from "#app/emails/help/help-second-told.tsx";
import { paths } from "#app/paths.ts";
import { about } from "../event-subjects.server.ts";
import { mail, mailEach, skip } from "../message-draft.server.ts";

const aboutHelp = about(({ db }: Composer, { helpRequestId }: { helpRequestId: string }) =>
  getHelpFacts(db, helpRequestId),
);

/** What the adults' e-mails say alike: whose request, where it is read, and the link of each who was told. */
function toAdult({ url, links }: Composer, helpRequestId: string, facts: HelpFacts) {
  const { pupilFirstName, pupilClass, readers } = facts;
  const link = url(paths.school.helpRequest(helpRequestId));
  return ({ personId }: { personId: string | null }) => {
    const readerId = personId && readers.get(personId);
    const readLink = readerId ? url(paths.readHelp(links.sign("help", readerId))) : null;
    return { pupilFirstName, className: pupilClass?.className ?? "", link, readLink };
  };
}

export const helpHandlers: HandlersOf<"help"> = {
  "help.requested": aboutHelp(async (facts, composer, { helpRequestId }) => {
    if (!facts.pupilClass) return skip("nobody_concerned");
    const adults = await listPeople(composer.db, [...facts.readers.keys()]);
    const propsFor = toAdult(composer, helpRequestId, facts);
    return mailEach(helpRequested, adults, (one) => {
      const { pupilFirstName, className, link, readLink } = propsFor(one);
      return { pupilFirstName, className, link, readLink, forYouAlone: facts.isPrivate };
    });
  }),

  "help.second_told": aboutHelp(async (facts, composer, { helpRequestId, personIds }) => {
    const adults = await listPeople(composer.db, personIds);
    return mailEach(helpSecondTold, adults, toAdult(composer, helpRequestId, facts));
  }),

  "help.answered": aboutHelp(async ({ pupilId }, { db, url }, { helpRequestId }) =>
    mail(helpAnswered, await listPerson(db, pupilId), { link: url(paths.pupil.helpRequest(helpRequestId)) }),
  ),

  "help.continued": aboutHelp(async (facts, composer, { helpRequestId }) => {
    const { readers, pupilClass } = facts;
    const engaged = await listEngaged(composer.db, { helpRequestId, readers, pupilClass }, composer.now);
    const adults = await listPeople(composer.db, engaged);
    return mailEach(helpContinued, adults, toAdult(composer, helpRequestId, facts));
  }),
};
