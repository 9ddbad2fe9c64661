import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { messagesTrail } from "#app/ui/admin/admin-trail.ts";
import { TemplatePage } from "#app/ui/admin/template-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { readTemplate } from "./email-templates.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Modèle ${data.name}` : "Modèle introuvable") },
];

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, "admin");
  const sample = new URL(args.request.url).searchParams.get("exemple");
  const template = await readTemplate(args.params.name, sample);
  if (!template) throw notFound();
  const { email, ...about } = template;
  const { html: _html, ...written } = email;
  return { ...about, ...written };
}

export default function Template() {
  const template = useLoaderData<typeof loader>();
  return (
    <TemplatePage
      {...template}
      trail={[...messagesTrail, { to: paths.admin.templates(), label: "Modèles" }]}
    />
  );
}
