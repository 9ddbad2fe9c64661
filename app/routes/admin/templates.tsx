import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { messagesTrail } from "#app/ui/admin/admin-trail.ts";
import { TemplateTable } from "#app/ui/admin/template-table.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { listTemplates } from "./email-templates.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Modèles de messages") }];

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, "admin");
  return { templates: await listTemplates() };
}

export default function Templates() {
  const { templates } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader
        title="Modèles de messages"
        trail={messagesTrail}
        lead="Tout ce que le service peut écrire, avec des exemples inventés."
      />
      <TemplateTable templates={templates} />
    </Page>
  );
}
