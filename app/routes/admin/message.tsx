import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getMessageRecord } from "#app/domain/notifications/admin/message-record.queries.server.ts";
import { MessageRecordPage } from "#app/ui/admin/message-record-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Message : ${data.subject}` : "Message introuvable") },
];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await requireActor(args, "admin");
  const record = await getMessageRecord(db, args.params.messageId);
  if (!record) throw notFound();
  return record;
}

export default function Message() {
  return <MessageRecordPage {...useLoaderData<typeof loader>()} />;
}
