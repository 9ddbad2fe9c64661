import type { ChangeFailure } from "#app/domain/applications/application.failures.ts";
import type { Failure } from "#app/kernel/result.ts";
import type { AgreementStatus } from "./agreement.ts";

/** `stale`: the content has changed since it was read. */
export type AgreementFailure =
  Failure<"not_found" | "stale"> | { code: "not_possible"; status: AgreementStatus };

/** `not_lawful`: something is missing, or an hour breaks the law over all the pupil's agreements; `unprintable`: no PDF can be made. */
export type ValidateFailure = AgreementFailure | Failure<"not_lawful" | "unprintable">;

/** Why no agreement can be drawn up yet: it waits for a model text, or for the school to put the pupil in a class. */
export type CreateAgreementFailure = Failure<"no_agreement_text" | "no_class">;

export type ConfirmFailure =
  ChangeFailure | CreateAgreementFailure | Failure<"week_already_taken" | "organisation_detached">;

/** `agreement_signed`: everyone has signed; the school and the host break it off together, not here. */
export type CancelFailure = ChangeFailure | Failure<"agreement_signed">;
