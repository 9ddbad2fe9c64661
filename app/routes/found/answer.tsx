import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hostPartSchema } from "#app/domain/agreements/agreement.schema.ts";
import { readLawfulHours } from "#app/domain/agreements/check-typed-hours.ts";
import { hostPartOf } from "#app/domain/agreements/content/agreement-parts.ts";
import { confirmFound, refuseFound } from "#app/domain/found/answer-found.server.ts";
import { fillFoundPart } from "#app/domain/found/fill-found-part.server.ts";
import { getFoundPart } from "#app/domain/found/found-part.queries.server.ts";
import { hostAnswerSchema, refuseFoundSchema } from "#app/domain/found/found.schema.ts";
import { doneOn, paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { FoundAnswerPage } from "#app/ui/found/found-answer-page.tsx";
import { agreementFailureMessage, HOURS_TO_CORRECT } from "#app/ui/messages/agreements.ts";
import { answerFailureMessage } from "#app/ui/messages/follow-up/found.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { linkGone } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused, tooSoon } from "#app/web/forms.server.ts";
import { underSendingLimits } from "#app/web/security/sending-limits.server.ts";
import { requireFound } from "./found-request.server.ts";

export { revalidateOnConflict as shouldRevalidate } from "../agreements/revalidate.ts";

export const meta: MetaFunction = () => [
  { title: pageTitle("Un stage de seconde chez vous") },
  { name: "robots", content: "noindex, nofollow" },
];

export async function loader(args: LoaderFunctionArgs) {
  const { db, clock, request, token } = await requireFound(args);
  return {
    token,
    request,
    open: request.state === "awaiting_host" && request.expiresAt > clock.now(),
    part: await getFoundPart(db, request),
    done: doneOn("found", new URL(args.request.url).searchParams),
  };
}

type FoundContext = Awaited<ReturnType<typeof requireFound>>;

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireFound(args);
  const { intent, form } = await readIntent(args.request, INTENTS.found);
  if (intent === "refuse") return refuse(ctx, form);
  return intent === "confirm" ? confirm(ctx, form) : fill(ctx, form);
}

async function refuse(ctx: FoundContext, form: FormData) {
  const parsed = parseFormData(form, refuseFoundSchema);
  if (!parsed.ok) return invalid(parsed);
  const outcome = await refuseFound(ctx, { ...ctx.link, ...parsed.value });
  if (outcome.ok) throw redirect(paths.found(ctx.token), 303);
  if (outcome.error.code === "not_found") throw linkGone("found_link");
  return refused(parsed.typed, answerFailureMessage(outcome.error));
}

async function confirm(ctx: FoundContext, form: FormData) {
  const { startsOn, endsOn } = ctx.request;
  const parsed = parseFormData(form, hostAnswerSchema);
  const hours = hoursOf(form, { startsOn, endsOn });
  if (!parsed.ok || !hours) return invalidPart(parsed, hours !== null);
  const { name, siret, addressLine, postcode, town } = parsed.value;
  const answer = { ...hostPartOf(parsed.value, hours), name, siret, addressLine, postcode, town };
  const outcome = await confirmFound(ctx, { ...ctx.link, answer });
  if (outcome.ok) throw redirect(paths.found(ctx.token, { fait: "confirme" }), 303);
  if (outcome.error.code === "not_found") throw linkGone("found_link");
  return refused(parsed.typed, answerFailureMessage(outcome.error));
}

async function fill(ctx: FoundContext, form: FormData) {
  const { app, link, request, token } = ctx;
  if (!request.agreement) throw linkGone("found_link");
  const parsed = parseFormData(form, hostPartSchema);
  const hours = hoursOf(form, request);
  if (!parsed.ok || !hours) return invalidPart(parsed, hours !== null);
  const agreementId = request.agreement.id;
  const { contentHash } = parsed.value;
  const part = hostPartOf(parsed.value, hours);
  const outcome = await underSendingLimits(app, { "send-part": agreementId }, () =>
    fillFoundPart(ctx, { ...link, agreementId, contentHash, part }),
  );
  if ("tooOften" in outcome) return tooSoon(parsed.typed, outcome.tooOften);
  if (outcome.ok) throw redirect(paths.found(token, { fait: "enregistre" }), 303);
  if (outcome.error.code === "not_found") throw linkGone("found_link");
  return refused(parsed.typed, agreementFailureMessage(outcome.error, "fill_host", null));
}

function hoursOf(form: FormData, { startsOn, endsOn }: { startsOn: string; endsOn: string }) {
  return readLawfulHours({ startsOn, endsOn, pupil: { birthDate: null } }, (field) => {
    const typed = form.get(field);
    return typeof typed === "string" ? typed : "";
  });
}

/** What is wrong with the fields and with the hours, together. */
function invalidPart(parsed: ReturnType<typeof parseFormData>, hoursHold: boolean) {
  const hours: Record<string, string[]> = hoursHold ? {} : { hours: [HOURS_TO_CORRECT] };
  return parsed.ok
    ? invalid({ values: parsed.typed, errors: hours })
    : invalid({ values: parsed.values, errors: { ...parsed.errors, ...hours } });
}

export default function FoundAnswer() {
  return <FoundAnswerPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
