import type { LoaderFunctionArgs } from "@remix-run/node";
import type { AgreementAction } from "#app/domain/agreements/agreement.ts";
import type { ValidateFailure } from "#app/domain/agreements/agreement.failures.ts";
import { getLastChange } from "#app/domain/history/last-change.queries.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { agreementFailureMessage } from "#app/ui/messages/agreements.ts";
import { notFound } from "#app/web/errors.server.ts";
import type { Failure } from "#app/kernel/result.ts";
import { refused, type TypedValues } from "#app/web/forms.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";

/** Someone who works in a school, in any of its roles. */
export function requireSchool(args: Pick<LoaderFunctionArgs, "request" | "context">): Promise<ActorRequest> {
  return requireActor(args, "teacher", "schoolOffice", "schoolHead");
}

export function agreementIdOf({ params }: Pick<LoaderFunctionArgs, "params">): string {
  if (!isId(params.agreementId)) throw notFound();
  return params.agreementId;
}

export function foundOrThrow<Value>(value: Value | null): Value {
  if (value === null) throw notFound();
  return value;
}

/** What the reader can still do something about: the page is shown again, up to date, with what was typed. */
export async function refusedAgreement(
  { db }: Pick<ActorRequest, "db">,
  agreementId: string,
  failure: ValidateFailure | Failure<"too_late">,
  { action, values }: { action: AgreementAction; values: TypedValues },
) {
  if (failure.code === "not_found") throw notFound();
  const last = failure.code === "not_possible" ? await getLastChange(db, { agreementId }) : null;
  return refused(values, agreementFailureMessage(failure, action, last));
}
