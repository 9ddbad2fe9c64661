import type { OneTimePurpose } from "#app/domain/accounts/links/one-time-link.ts";
import {
  getChangedEmail,
  getEndedRole,
  getLinkFacts,
} from "#app/domain/notifications/compose/account-facts.queries.server.ts";
import type { Composer, HandlersOf } from "#app/domain/notifications/compose/composer.ts";
import { accountKept } from "#app/emails/accounts/account-kept.tsx";
import { adminInvitation } from "#app/emails/accounts/admin-invitation.tsx";
import { accountExists } from "#app/emails/accounts/account-exists.tsx";
import { emailChangeNew } from "#app/emails/accounts/email-change-new.tsx";
import { emailChangeOld } from "#app/emails/accounts/email-change-old.tsx";
import { emailChanged } from "#app/emails/accounts/email-changed.tsx";
import { emailProof } from "#app/emails/accounts/email-proof.tsx";
import { hostSignUp } from "#app/emails/accounts/host-sign-up.tsx";
import type { LinkEmail } from "#app/emails/accounts/link-email.ts";
import { identityLinked } from "#app/emails/accounts/identity-linked.tsx";
import { identityUnlinked } from "#app/emails/accounts/identity-unlinked.tsx";
import { passkeyAdded } from "#app/emails/accounts/passkey-added.tsx";
import { passkeyRemoved } from "#app/emails/accounts/passkey-removed.tsx";
import { passwordChanged } from "#app/emails/accounts/password-changed.tsx";
import { passwordGuessed } from "#app/emails/accounts/password-guessed.tsx";
import { passwordReset } from "#app/emails/accounts/password-reset.tsx";
import { roleUnstated } from "#app/emails/accounts/role-unstated.tsx";
import { schoolClaim } from "#app/emails/accounts/school-claim.tsx";
import { schoolInvitation } from "#app/emails/accounts/school-invitation.tsx";
import { schoolRequest } from "#app/emails/accounts/school-request.tsx";
import { secondFactorReset } from "#app/emails/accounts/second-factor-reset.tsx";
import { signInLink } from "#app/emails/accounts/sign-in-link.tsx";
import type { RegisteredEmail } from "#app/emails/registry.ts";
import { paths } from "#app/paths.ts";
import { about } from "../event-subjects.server.ts";
import { mail, skip } from "../message-draft.server.ts";
import { listPerson } from "../recipients.queries.server.ts";

const LINK_EMAILS: Record<OneTimePurpose, RegisteredEmail<LinkEmail>> = {
  sign_in: signInLink,
  password_reset: passwordReset,
  admin_invitation: adminInvitation,
  host_sign_up: hostSignUp,
  school_claim: schoolClaim,
  school_invitation: schoolInvitation,
  email_proof: emailProof,
  school_request: schoolRequest,
  email_change_old: emailChangeOld,
  email_change_new: emailChangeNew,
};

const aboutLink = about(({ db, now }: Composer, { linkId }: { linkId: string }) =>
  getLinkFacts(db, linkId, now),
);

const aboutChangedEmail = about(({ db }: Composer, { changeId }: { changeId: string }) =>
  getChangedEmail(db, changeId),
);

const aboutEndedRole = about(({ db }: Composer, { affiliationId }: { affiliationId: string }) =>
  getEndedRole(db, affiliationId),
);

const aboutOwner = about(async ({ db }: Composer, { personId }: { personId: string }) => {
  const owner = await listPerson(db, personId);
  return owner.length > 0 ? owner : null;
});

export const accountHandlers: HandlersOf<"account"> = {
  "account.link_requested": aboutLink(
    ({ purpose, expiresAt, usedAt, isTaken, isPointless, schoolName, owner }, composer, { linkId }) => {
      if (usedAt !== null || isPointless || expiresAt <= composer.now) return skip("outdated");
      const reachable = owner.filter(({ email }) => email !== null);
      if (isTaken) return mail(accountExists, reachable, { link: composer.url(paths.signIn()) });
      const link = composer.url(paths.oneTimeLink(composer.links.sign("access", linkId)));
      return mail(LINK_EMAILS[purpose], reachable, { link, expiresAt, schoolName });
    },
  ),

  "account.password_guessed": aboutOwner((owner, { url }) =>
    mail(passwordGuessed, owner, { link: url(paths.forgottenPassword()) }),
  ),

  "account.second_factor_reset": aboutOwner((owner, { url }) =>
    mail(secondFactorReset, owner, { link: url(paths.forgottenPassword()) }),
  ),

  "account.passkey_added": aboutOwner((owner, { url }) =>
    mail(passkeyAdded, owner, { link: url(paths.passkeys()) }),
  ),

  "account.passkey_removed": aboutOwner((owner, { url }) =>
    mail(passkeyRemoved, owner, { link: url(paths.passkeys()) }),
  ),

  "account.identity_linked": aboutOwner((owner, { url }) =>
    mail(identityLinked, owner, { link: url(paths.account()) }),
  ),

  "account.identity_unlinked": aboutOwner((owner, { url }) =>
    mail(identityUnlinked, owner, { link: url(paths.forgottenPassword()) }),
  ),

  "account.email_changed": aboutChangedEmail(({ owner, former, newAddress }, { url }) => [
    ...mail(emailChanged, owner, { newAddress, link: url(paths.forgottenPassword()) }),
    // Whoever reads the old mailbox has no way into the account any more.
    ...mail(emailChanged, former, { newAddress, link: url(paths.help()) }),
  ]),

  "account.role_unstated": aboutEndedRole(({ owner, schoolName }, { url }) =>
    mail(roleUnstated, owner, { schoolName, link: url(paths.account()) }),
  ),

  "account.kept": aboutOwner((owner, { url }) => mail(accountKept, owner, { link: url(paths.ownData()) })),

  "account.password_changed": aboutOwner((owner, { url }) =>
    mail(passwordChanged, owner, { link: url(paths.forgottenPassword()) }),
  ),
};
