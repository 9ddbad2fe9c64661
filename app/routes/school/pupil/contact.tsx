import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contactSchema } from "#app/domain/follow-up/log/log.schema.ts";
import { saveContact } from "#app/domain/follow-up/log/save-contact.server.ts";
import { settleContact } from "#app/domain/follow-up/log/settle-contact.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { contactFailure } from "#app/ui/messages/follow-up/log.ts";
import { ContactPage } from "#app/ui/school/pupil/log/contact-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import type { ActorRequest } from "#app/web/require-actor.server.ts";
import { requireFollowedPupil } from "./followed-pupil.server.ts";
import { entryIdIn, entryToWrite, removeOrRestore, backToLog } from "./log-entry.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Noter un échange") }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, pupil } = await requireFollowedPupil(args);
  const { id, firstName, lastName } = pupil;
  return {
    pupil: { id, firstName, lastName },
    entry: await entryToWrite(ctx, { pupilId: id, request: args.request, isNote: false }),
    today: parisDate(ctx.clock.now()),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, pupil } = await requireFollowedPupil(args);
  const { intent, form } = await readIntent(args.request, INTENTS.pupilContact);
  if (intent === "save") return save(ctx, pupil.id, form);
  if (intent === "remove" || intent === "restore") return removeOrRestore(ctx, pupil.id, { intent, form });
  const key = { pupilId: pupil.id, entryId: entryIdIn(form) };
  if (!(await settleContact(ctx, { ...key, state: intent })).ok) throw notFound();
  backToLog(pupil.id, intent === "held" ? "echange-fait" : "echange-manque");
}

async function save(ctx: ActorRequest, pupilId: string, form: FormData) {
  const parsed = parseFormData(form, contactSchema);
  if (!parsed.ok) return invalid(parsed);
  const saved = await saveContact(ctx, { ...parsed.value, pupilId });
  if (saved.ok) backToLog(pupilId, "echange");
  if (saved.error.code === "not_found") throw notFound();
  const { message, field } = contactFailure(saved.error);
  return refused(parsed.typed, message, field);
}

export default function PupilContact() {
  return <ContactPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
