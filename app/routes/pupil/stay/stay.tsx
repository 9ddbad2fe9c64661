import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getJournal } from "#app/domain/follow-up/journal/journal.queries.server.ts";
import { journalSchema } from "#app/domain/follow-up/journal/journal.schema.ts";
import { writeJournalEntry } from "#app/domain/follow-up/journal/write-journal-entry.server.ts";
import { markSkills } from "#app/domain/follow-up/skills/mark-skills.server.ts";
import { skillGridSchema } from "#app/domain/follow-up/skills/skills.schema.ts";
import { getSynthesis } from "#app/domain/follow-up/skills/skills.queries.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { journalFailureMessage } from "#app/ui/messages/follow-up/skills.ts";
import { PupilStayPage } from "#app/ui/pupil/stay/pupil-stay-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { badRequest, notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { agreementIdOf, foundOrThrow } from "../../agreements/agreement-request.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Mon stage, jour après jour") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, clock } = await requireActor(args, "pupil");
  const agreementId = agreementIdOf(args);
  const stay = foundOrThrow(await getSynthesis(db, { side: "pupil", actor }, agreementId));
  const journal = foundOrThrow(await getJournal(db, actor, { agreementId, at: clock.now() }));
  return { stay, journal, done: doneOn("pupilStay", new URL(args.request.url).searchParams) };
}

export async function action(args: ActionFunctionArgs) {
  const { db, clock, actor } = await requireActor(args, "pupil");
  const agreementId = agreementIdOf(args);
  const { intent, form } = await readIntent(args.request, INTENTS.pupilStay);
  if (intent === "journal") {
    const parsed = parseFormData(form, journalSchema);
    if (!parsed.ok) return invalid(parsed);
    const outcome = await writeJournalEntry({ db, clock, actor }, { agreementId, ...parsed.value });
    if (outcome.ok) throw redirect(paths.pupil.stay(agreementId, { fait: "journal" }), 303);
    if (outcome.error.code === "not_found") throw notFound();
    return refused(parsed.typed, journalFailureMessage(outcome.error));
  }
  const parsed = parseFormData(form, skillGridSchema);
  if (!parsed.ok) throw badRequest();
  const teller = { side: "pupil" as const, actor };
  const outcome = await markSkills({ db, clock, teller }, { agreementId, grid: parsed.value });
  if (outcome.ok) throw redirect(paths.pupil.stay(agreementId, { fait: "grille" }), 303);
  if (outcome.error.code === "not_found") throw notFound();
  return refused(parsed.typed, journalFailureMessage(outcome.error));
}

export default function PupilStay() {
  return <PupilStayPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
