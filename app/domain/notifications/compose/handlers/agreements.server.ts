import { agreementCancelled } from "#app/emails/agreements/agreement-cancelled.tsx";
import { agreementChangesRequested } from "#app/emails/agreements/agreement-changes-requested.tsx";
import { agreementSigned } from "#app/emails/agreements/agreement-signed.tsx";
import { agreementToComplete } from "#app/emails/agreements/agreement-to-complete.tsx";
import { agreementToSign } from "#app/emails/agreements/agreement-to-sign.tsx";
import { agreementToValidate } from "#app/emails/agreements/agreement-to-validate.tsx";
import { agreementValidated } from "#app/emails/agreements/agreement-validated.tsx";
import { agreementValidationTakenBack } from "#app/emails/agreements/agreement-validation-taken-back.tsx";
import { paths } from "#app/paths.ts";
import { mail, mailEach } from "../message-draft.server.ts";
import { aboutAgreement, followUpLink } from "../event-subjects.server.ts";
import type { HandlersOf } from "#app/domain/notifications/compose/composer.ts";

export const agreementHandlers: HandlersOf<"agreement"> = {
  "agreement.to_complete": aboutAgreement(async (agreement, _, { addressee }) =>
    mail(agreementToComplete, await agreement.side(addressee), {
      ...agreement.common,
      addressee,
      link: agreement.linkFor(addressee),
    }),
  ),

  "agreement.completed": aboutAgreement(async (agreement) =>
    mail(agreementToValidate, await agreement.validators(), {
      ...agreement.common,
      link: agreement.linkFor("school"),
    }),
  ),

  "agreement.changes_requested": aboutAgreement(async (agreement, _, { addressee }) =>
    mail(agreementChangesRequested, await agreement.side(addressee), {
      ...agreement.common,
      addressee,
      link: agreement.linkFor(addressee),
    }),
  ),

  "agreement.validated": aboutAgreement(async ({ id, common, pupil, ...agreement }, { url }) => [
    ...mail(agreementValidated, pupil, {
      ...common,
      reader: "pupil" as const,
      link: url(paths.pupil.agreementPdf(id)),
    }),
    ...mail(agreementValidated, await agreement.side("host"), {
      ...common,
      reader: "host" as const,
      link: agreement.hostPdfLink,
    }),
    ...mail(agreementValidated, await agreement.headsUntilDigest(), {
      ...common,
      reader: "school" as const,
      link: url(paths.school.agreementPdf(id)),
    }),
  ]),

  "agreement.validation_taken_back": aboutAgreement(async ({ id, common, pupil, ...agreement }, { url }) => [
    ...mail(agreementValidationTakenBack, pupil, {
      ...common,
      reader: "pupil" as const,
      link: url(paths.pupil.agreement(id)),
    }),
    ...mail(agreementValidationTakenBack, await agreement.side("host"), {
      ...common,
      reader: "host" as const,
      link: agreement.linkFor("host"),
    }),
    ...mail(agreementValidationTakenBack, await agreement.heads(), {
      ...common,
      reader: "school" as const,
      link: agreement.linkFor("school"),
    }),
  ]),

  "agreement.to_sign": aboutAgreement(async ({ common, ...agreement }, composer) => [
    ...mail(agreementToSign, await agreement.side("host"), {
      ...common,
      reader: "host" as const,
      link: agreement.linkFor("host"),
    }),
    ...mail(agreementToSign, await agreement.headsUntilDigest(), {
      ...common,
      reader: "school" as const,
      link: agreement.linkFor("school"),
    }),
    ...mailEach(agreementToSign, await agreement.guardians(), (guardian) => ({
      ...common,
      reader: "guardian" as const,
      link: followUpLink(composer, guardian),
    })),
  ]),

  "agreement.signed": aboutAgreement(async ({ id, common, pupil, ...agreement }, composer) => [
    ...mail(agreementSigned, pupil, {
      ...common,
      reader: "pupil" as const,
      link: composer.url(paths.pupil.agreementPdf(id)),
    }),
    ...mail(agreementSigned, await agreement.side("host"), {
      ...common,
      reader: "host" as const,
      link: agreement.hostPdfLink,
    }),
    ...mail(agreementSigned, await agreement.side("school"), {
      ...common,
      reader: "school" as const,
      link: composer.url(paths.school.agreementPdf(id)),
    }),
    ...mailEach(agreementSigned, await agreement.guardians(), (guardian) => ({
      ...common,
      reader: "guardian" as const,
      link: followUpLink(composer, guardian),
    })),
  ]),

  // The pupil, the representatives and the teachers learn of it on "application.cancelled".
  "agreement.cancelled": aboutAgreement(async ({ common, ...agreement }) => [
    ...mail(agreementCancelled, await agreement.side("host"), {
      ...common,
      reader: "host" as const,
      link: agreement.linkFor("host"),
    }),
    ...mail(agreementCancelled, await agreement.side("school"), {
      ...common,
      reader: "school" as const,
      link: agreement.linkFor("school"),
    }),
  ]),
};
