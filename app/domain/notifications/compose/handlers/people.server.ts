import { erasureOf } from "#app/domain/campaigns/campaign.ts";
import { erasedOn } from "#app/domain/personal-data/erasure.ts";
import { CODE_MINUTES } from "#app/domain/guardians/guardian-access.ts";
import { getLostAddress } from "#app/domain/notifications/compose/lost-address-facts.queries.server.ts";
import {
  getCodeFacts,
  getGuardianFacts,
} from "#app/domain/notifications/compose/people-facts.queries.server.ts";
import { listPerson } from "#app/domain/notifications/compose/recipients.queries.server.ts";
import { addressSuppressed } from "#app/emails/people/address-suppressed.tsx";
import { guardianCode } from "#app/emails/guardians/guardian-code.tsx";
import { guardianLink } from "#app/emails/guardians/guardian-link.tsx";
import { erasureRequested } from "#app/emails/people/erasure-requested.tsx";
import { accountExpiring } from "#app/emails/people/account-expiring.tsx";
import { purgeAnnounced } from "#app/emails/people/purge-announced.tsx";
import { paths } from "#app/paths.ts";
import { mail, mailEach, skip } from "../message-draft.server.ts";
import { about, followUpLink } from "../event-subjects.server.ts";
import type { Composer, HandlersOf } from "#app/domain/notifications/compose/composer.ts";

const aboutCode = about(({ db }: Composer, { codeId }: { codeId: string }) => getCodeFacts(db, codeId));

const aboutGuardian = about(({ db }: Composer, { guardianId }: { guardianId: string }) =>
  getGuardianFacts(db, guardianId),
);

const aboutAddress = about(({ db, today }: Composer, { messageId }: { messageId: string }) =>
  getLostAddress(db, messageId, today),
);

const aboutPerson = about(async ({ db }: Composer, { personId }: { personId: string }) => {
  const person = await listPerson(db, personId);
  return person.length > 0 ? person : null;
});

export const peopleHandlers: HandlersOf<"guardian" | "address" | "retention"> = {
  "guardian.code_requested": aboutCode(({ guardian, usedAt, expiresAt }, composer, { codeId }) => {
    if (usedAt !== null || expiresAt <= composer.now) return skip("outdated");
    return mailEach(guardianCode, guardian, (one) => ({
      code: composer.links.codeFor(codeId),
      minutes: CODE_MINUTES,
      link: followUpLink(composer, one),
    }));
  }),

  "guardian.link_requested": aboutGuardian(({ guardian, pupilFirstName }, composer) =>
    mailEach(guardianLink, guardian, (one) => ({ pupilFirstName, link: followUpLink(composer, one) })),
  ),

  "address.suppressed": aboutAddress((lost, { url }) =>
    lost.flatMap(({ whose, people, pupilFirstName, recipients }) =>
      mail(addressSuppressed, recipients, {
        whose,
        people,
        pupilFirstName,
        link: url(whose === "host" ? paths.employer.home() : paths.school.home()),
      }),
    ),
  ),

  "retention.purge_announced": aboutPerson((person, { today, url }) =>
    mail(purgeAnnounced, person, {
      erasedOn: erasureOf(today),
      link: url(paths.pupil.home()),
    }),
  ),

  "retention.erasure_requested": aboutPerson((person, { url }, { requestedAt }) =>
    mail(erasureRequested, person, {
      erasedOn: erasedOn(new Date(requestedAt)),
      link: url(paths.signIn()),
    }),
  ),

  "retention.account_expiring": aboutPerson((person, { url }, event) =>
    mail(accountExpiring, person, { erasedOn: event.erasedOn, link: url(paths.signIn()) }),
  ),
};
