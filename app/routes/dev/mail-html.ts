import type { LoaderFunctionArgs } from "@remix-run/node";
import { getMail } from "#app/domain/notifications/admin/mailbox.queries.server.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { notFound } from "#app/web/errors.server.ts";
import { mailDocument } from "#app/web/mail-document.server.ts";
import { requireMailbox } from "./require-mailbox.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const mail = await getMail(requireMailbox(appOf(args)), args.params.mailId);
  if (!mail) throw notFound();
  return mailDocument(mail.html);
}
