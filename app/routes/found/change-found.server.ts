import { redirect } from "@remix-run/node";
import { askAgain } from "#app/domain/found/ask-again.server.ts";
import { enterFound } from "#app/domain/found/enter-found.server.ts";
import type { ChangeFoundFailure } from "#app/domain/found/found.failures.ts";
import { askAgainSchema, enterFoundSchema, takeBackFoundSchema } from "#app/domain/found/found.schema.ts";
import { takeBackFound } from "#app/domain/found/take-back-found.server.ts";
import type { DoneCode } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { foundFailureMessage } from "#app/ui/messages/follow-up/found.ts";
import { notFound } from "#app/web/errors.server.ts";
import {
  invalid,
  parseFormData,
  readIntent,
  refused,
  tooSoon,
  type TypedValues,
} from "#app/web/forms.server.ts";
import type { ActorRequest } from "#app/web/require-actor.server.ts";
import { underSendingLimits } from "#app/web/security/sending-limits.server.ts";

interface Changed {
  pupilId: string;
  /** The page, which tells what was done. */
  back: (query: { fait: DoneCode<"foundInternships"> }) => string;
}

/** What the pupil and the school may ask of an internship found elsewhere: the same forms, on two pages. */
export async function changeFound(ctx: ActorRequest, request: Request, { pupilId, back }: Changed) {
  const { intent, form } = await readIntent(request, INTENTS.foundInternships);
  if (intent === "take_back") {
    const parsed = parseFormData(form, takeBackFoundSchema);
    if (!parsed.ok) throw notFound();
    const outcome = await takeBackFound(ctx, { ...parsed.value, pupilId });
    return outcome.ok ? leave(back({ fait: "annule" })) : refuse(outcome.error, {});
  }
  const limits = { "send-found": ctx.actor.personId, "send-pupil-found": pupilId };
  if (intent === "ask_again") {
    const parsed = parseFormData(form, askAgainSchema);
    if (!parsed.ok) return invalid(parsed);
    const asked = { ...parsed.value, pupilId };
    const outcome = await underSendingLimits(ctx.app, limits, () => askAgain(ctx, asked));
    if (outcome.ok) return leave(back({ fait: "renvoye" }));
    return "tooOften" in outcome
      ? tooSoon(parsed.typed, outcome.tooOften)
      : refuse(outcome.error, parsed.typed);
  }
  const parsed = parseFormData(form, enterFoundSchema);
  if (!parsed.ok) return invalid(parsed);
  const entered = { ...parsed.value, pupilId };
  const outcome = await underSendingLimits(ctx.app, limits, () => enterFound(ctx, entered));
  if (outcome.ok) return leave(back({ fait: "envoye" }));
  return "tooOften" in outcome
    ? tooSoon(parsed.typed, outcome.tooOften)
    : refuse(outcome.error, parsed.typed);
}

function leave(to: string): never {
  throw redirect(to, 303);
}

function refuse(failure: ChangeFoundFailure, typed: TypedValues) {
  if (failure.code === "not_found") throw notFound();
  const { message, field } = foundFailureMessage(failure);
  return refused(typed, message, field);
}
