import { agreementChangesRequested } from "#app/emails/agreement-changes-requested.tsx";
import { agreementToComplete } from "#app/emails/agreement-to-complete.tsx";
import { agreementToValidate } from "#app/emails/agreement-to-validate.tsx";
import { agreementValidated } from "#app/emails/agreement-validated.tsx";
import { paths } from "#app/paths.ts";
import { mail, nobody } from "../compose.server.ts";
import { aboutAgreement } from "../event-subjects.server.ts";
import type { HandlersOf } from "./event-handler.ts";

export const agreementHandlers: HandlersOf<"agreement"> = {
  "agreement.to_complete": aboutAgreement(async (agreement, { url }, { addressee }) =>
    mail(agreementToComplete, await agreement.side(addressee), {
      ...{ ...agreement.told, addressee },
      link: url(agreement.pathFor(addressee)),
    }),
  ),

  "agreement.completed": aboutAgreement(async (agreement, { url }) =>
    mail(agreementToValidate, await agreement.validators(), {
      ...agreement.told,
      link: url(agreement.pathFor("school")),
    }),
  ),

  "agreement.changes_requested": aboutAgreement(async (agreement, { url }, { addressee }) =>
    mail(agreementChangesRequested, await agreement.side(addressee), {
      ...{ ...agreement.told, addressee },
      link: url(agreement.pathFor(addressee)),
    }),
  ),

  "agreement.validated": aboutAgreement(async ({ id, told, pupil, ...agreement }, { url }) => [
    ...mail(agreementValidated, pupil, {
      ...{ ...told, reader: "pupil" as const },
      link: url(paths.pupil.agreementPdf(id)),
    }),
    ...mail(agreementValidated, await agreement.side("host"), {
      ...{ ...told, reader: "host" as const },
      link: url(paths.employer.agreementPdf(id)),
    }),
    ...mail(agreementValidated, await agreement.heads(), {
      ...{ ...told, reader: "school" as const },
      link: url(paths.school.agreementPdf(id)),
    }),
  ]),

  "agreement.to_sign": () => Promise.resolve(nobody("nobody_concerned")),
  "agreement.signed": () => Promise.resolve(nobody("nobody_concerned")),
  "agreement.cancelled": () => Promise.resolve(nobody("nobody_concerned")),
};
