import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import {
  listSentReminders,
  planReminders,
} from "#app/domain/follow-up/reminders/reminders.queries.server.ts";
import { sendRemindersSchema } from "#app/domain/follow-up/reminders/reminders.schema.ts";
import { sendReminders } from "#app/domain/follow-up/reminders/send-reminders.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { paths } from "#app/paths.ts";
import { RemindersPage } from "#app/ui/school/reminders/reminders-page.tsx";
import { SentRemindersPage } from "#app/ui/school/reminders/sent-reminders-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseForm, refused } from "#app/web/forms.server.ts";
import { requireSchool } from "../agreements/agreement-request.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Encourager des élèves") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, clock } = await requireSchool(args);
  const query = new URL(args.request.url).searchParams;
  const now = clock.now();
  const campaign = await getCurrentCampaign(db, now);
  if (!campaign) throw notFound();
  const batchId = query.get("envoi");
  return {
    sent: batchId !== null && isId(batchId) ? await listSentReminders(db, actor, batchId) : null,
    reminders: await planReminders(db, actor, { campaign, now, pupilIds: query.getAll("choix") }),
    author: `${actor.firstName} ${actor.lastName}`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireSchool(args);
  const parsed = await parseForm(args.request, sendRemindersSchema);
  if (!parsed.ok) return invalid(parsed);
  const { choix: pupilIds, words } = parsed.value;
  const sent = await sendReminders(ctx, { pupilIds, words });
  if (!sent.ok)
    return refused(
      parsed.typed,
      "Aucun message n’est parti : ces élèves ont déjà reçu un mot, ou n’ont rien à chercher.",
    );
  throw redirect(paths.school.reminders({ envoi: sent.value.batchId }), 303);
}

export default function Reminders() {
  const { sent, reminders, author } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  if (sent && !refusal) return <SentRemindersPage sent={sent} />;
  return <RemindersPage reminders={reminders} author={author} refusal={refusal} />;
}
