import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listClassGuardians } from "#app/domain/guardians/class-guardians.queries.server.ts";
import { sendLinkSchema } from "#app/domain/guardians/guardian.schema.ts";
import { sendFollowUpLink } from "#app/domain/guardians/send-follow-up-link.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { FamiliesPage } from "#app/ui/school/families-page.tsx";
import { LINK_WAIT, sendLinkFailureMessage } from "#app/ui/messages/guardian.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { badRequest, notFound } from "#app/web/errors.server.ts";
import { parseFormData, readIntent, refused, tooSoon } from "#app/web/forms.server.ts";
import { underSendingLimits } from "#app/web/security/sending-limits.server.ts";
import type { ActorRequest } from "#app/web/require-actor.server.ts";
import { foundOrThrow, requireSchool } from "../agreements/agreement-request.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Familles de la classe ${data.className}` : "Familles") },
];

export async function loader(args: LoaderFunctionArgs) {
  const { found, classGroupId } = await readClass(await requireSchool(args), args.params.classGroupId);
  return { ...found, classGroupId, done: doneOn("families", new URL(args.request.url).searchParams) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireSchool(args);
  const { found, classGroupId } = await readClass(ctx, args.params.classGroupId);
  const { intent, form } = await readIntent(args.request, INTENTS.families);
  const parsed = parseFormData(form, sendLinkSchema);
  if (!parsed.ok) throw badRequest();
  const { guardianId } = parsed.value;
  if (!found.guardians.some(({ id }) => id === guardianId)) throw notFound();
  const wait = await ctx.app.rateLimits.consume("guardian-link", guardianId);
  if (wait !== null) return tooSoon(parsed.typed, LINK_WAIT);
  const outcome = await underSendingLimits(ctx.app, { "send-family-link": guardianId }, () =>
    sendFollowUpLink(ctx, { guardianId, replace: intent === "replace" }),
  );
  if ("tooOften" in outcome) return tooSoon(parsed.typed, outcome.tooOften);
  if (!outcome.ok) return refused(parsed.typed, sendLinkFailureMessage(outcome.error));
  const fait = intent === "replace" ? "remplace" : "envoye";
  throw redirect(paths.school.families(classGroupId, { fait }), 303);
}

async function readClass(ctx: ActorRequest, classGroupId: string | undefined) {
  if (!isId(classGroupId)) throw notFound();
  return {
    found: foundOrThrow(await listClassGuardians(ctx.db, ctx.actor, { classGroupId, at: ctx.clock.now() })),
    classGroupId,
  };
}

export default function Families() {
  return <FamiliesPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
