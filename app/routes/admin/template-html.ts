import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/web/errors.server.ts";
import { mailDocument } from "#app/web/mail-document.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { readTemplate } from "./email-templates.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, "admin");
  const sample = new URL(args.request.url).searchParams.get("exemple");
  const template = await readTemplate(args.params.name, sample);
  if (!template) throw notFound();
  return mailDocument(template.email.html);
}
