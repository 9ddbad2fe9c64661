import { accountExists } from "./account-exists.tsx";
import { accountKept } from "./account-kept.tsx";
import { adminInvitation } from "./admin-invitation.tsx";
import { emailChangeNew } from "./email-change-new.tsx";
import { emailChangeOld } from "./email-change-old.tsx";
import { emailChanged } from "./email-changed.tsx";
import { emailProof } from "./email-proof.tsx";
import { hostSignUp } from "./host-sign-up.tsx";
import { identityLinked } from "./identity-linked.tsx";
import { identityUnlinked } from "./identity-unlinked.tsx";
import { passkeyAdded } from "./passkey-added.tsx";
import { passkeyRemoved } from "./passkey-removed.tsx";
import { passwordChanged } from "./password-changed.tsx";
import { passwordGuessed } from "./password-guessed.tsx";
import { passwordReset } from "./password-reset.tsx";
import { roleUnstated } from "./role-unstated.tsx";
import { schoolClaim } from "./school-claim.tsx";
import { schoolInvitation } from "./school-invitation.tsx";
import { schoolRequest } from "./school-request.tsx";
import { secondFactorReset } from "./second-factor-reset.tsx";
import { signInLink } from "./sign-in-link.tsx";

export const accountEmails = [
  signInLink,
  passwordReset,
  adminInvitation,
  hostSignUp,
  schoolClaim,
  schoolInvitation,
  emailProof,
  schoolRequest,
  emailChangeOld,
  emailChangeNew,
  emailChanged,
  accountExists,
  accountKept,
  identityLinked,
  identityUnlinked,
  passkeyAdded,
  passkeyRemoved,
  roleUnstated,
  passwordChanged,
  passwordGuessed,
  secondFactorReset,
];
