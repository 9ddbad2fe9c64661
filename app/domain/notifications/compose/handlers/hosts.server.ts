import { findClaim } from "#app/domain/hosts/team/host-claims.store.server.ts";
import { findOrganisations } from "#app/domain/hosts/hosts.store.server.ts";
import { findPerson } from "#app/domain/accounts/accounts.store.server.ts";
import type { Composer, HandlersOf } from "#app/domain/notifications/compose/composer.ts";
import { getDetachment } from "#app/domain/offers/moderation/detachments.queries.server.ts";
import { hostClaimAnsweredEmail } from "#app/emails/hosts/host-claim-answered.tsx";
import { hostClaimedEmail } from "#app/emails/hosts/host-claimed.tsx";
import { siretDetachedEmail } from "#app/emails/hosts/siret-detached.tsx";
import { siretReattachedEmail } from "#app/emails/hosts/siret-reattached.tsx";
import { paths } from "#app/paths.ts";
import { about } from "../event-subjects.server.ts";
import { mail, skip } from "../message-draft.server.ts";
import { listEmployers, listPerson } from "../recipients.queries.server.ts";

const aboutClaim = about(async ({ db }: Composer, { personId }: { personId: string }) => {
  const [claim, claimant] = [await findClaim(db, personId), await findPerson(db, personId)];
  return claim && claimant && { claim, claimant };
});

const aboutAnswer = about(
  async ({ db }: Composer, { personId, organisationId }: { personId: string; organisationId: string }) => {
    const [organisation] = await findOrganisations(db, [organisationId]);
    const claimant = await listPerson(db, personId);
    return organisation && claimant.length > 0 ? { hostName: organisation.name, claimant } : null;
  },
);

const aboutDetachment = about(async ({ db }: Composer, { detachmentId }: { detachmentId: string }) =>
  getDetachment(db, detachmentId),
);

const aboutOrganisation = about(async ({ db }: Composer, { organisationId }: { organisationId: string }) => {
  const [organisation] = await findOrganisations(db, [organisationId]);
  return organisation ?? null;
});

export const hostHandlers: HandlersOf<"host"> = {
  "host.claimed": aboutClaim(async ({ claim, claimant }, { db, today, url }) => {
    const { organisationId, refusedAt } = claim;
    const [organisation] = organisationId ? await findOrganisations(db, [organisationId]) : [];
    if (!organisation || refusedAt) return skip("outdated");
    const members = await listEmployers(db, organisation.id, today);
    return mail(hostClaimedEmail, members, {
      hostName: organisation.name,
      claimant: `${claimant.firstName} ${claimant.lastName}`,
      claimantEmail: claimant.email ?? "",
      link: url(paths.employer.team()),
    });
  }),

  "host.claim_answered": aboutAnswer(({ hostName, claimant }, { url }, { accepted }) =>
    mail(hostClaimAnsweredEmail, claimant, { accepted, hostName, link: url(paths.employer.home()) }),
  ),

  "host.detached": aboutDetachment(async ({ organisationId, hostName, siret, reason }, { db, today, url }) =>
    // Given back before anyone was told, it has no such members any more.
    mail(siretDetachedEmail, await listEmployers(db, organisationId, today, { detached: true }), {
      hostName,
      siret,
      reason,
      link: url(paths.employer.home()),
    }),
  ),

  "host.reattached": aboutOrganisation(async ({ id, name, siret }, { db, today, url }) =>
    mail(siretReattachedEmail, await listEmployers(db, id, today), {
      hostName: name,
      siret,
      link: url(paths.employer.offers()),
    }),
  ),
};
