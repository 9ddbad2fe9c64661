import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readMessageRecord } from "#app/domain/notifications/admin/read-message-record.server.ts";
import { MessageRecordPage } from "#app/ui/admin/message-record-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Message : ${data.subject}` : "Message introuvable") },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "admin");
  const record = await readMessageRecord(ctx, { messageId: args.params.messageId });
  if (!record) throw notFound();
  return record;
}

export default function Message() {
  return <MessageRecordPage {...useLoaderData<typeof loader>()} />;
}
