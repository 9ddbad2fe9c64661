import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addressSearchSchema } from "#app/domain/notifications/admin/message-log.schema.ts";
import {
  findLastMessageTo,
  listMessageLog,
} from "#app/domain/notifications/admin/message-log.queries.server.ts";
import { readRecipient } from "#app/domain/notifications/admin/read-recipient.server.ts";
import { paths } from "#app/paths.ts";
import { adminTrail } from "#app/ui/admin/admin-trail.ts";
import { MessageFilters } from "#app/ui/admin/message-filters.tsx";
import { MessageHealthFigures } from "#app/ui/admin/message-health-figures.tsx";
import { MessageLines } from "#app/ui/admin/message-lines.tsx";
import { EmptyState } from "#app/ui/components/empty-state.tsx";
import { ErrorSummary, errorLinks } from "#app/ui/components/error-summary.tsx";
import { NextPageLink } from "#app/ui/components/next-page-link.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { listTitle, pageTitle } from "#app/ui/shell/page-title.ts";
import { invalid, parseForm, refused } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { listTemplateNames } from "./email-templates.server.ts";
import { filtersOf, filterValues } from "./message-filters.server.ts";
import { readHealth } from "./message-health.server.ts";

export const meta: MetaFunction = ({ location }) => [
  { title: pageTitle(listTitle("Journal des messages", location.search)) },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "admin");
  const query = new URL(args.request.url).searchParams;
  const cursor = query.get("curseur");
  const values = filterValues(query);
  if (values.comme) {
    const read = await readRecipient(ctx, { messageId: values.comme });
    if (!read.ok)
      throw redirect(
        paths.admin.openAccount(read.error.personId, paths.admin.messages({ comme: values.comme })),
      );
  }
  return {
    ...(await listMessageLog(ctx.db, filtersOf(query), cursor)),
    values,
    templates: await listTemplateNames(),
    health: await readHealth(ctx),
    isFirstPage: cursor === null,
  };
}

/** An address is searched by a form that is posted, and found again by a message that went to it. */
export async function action(args: ActionFunctionArgs) {
  const { db } = await requireActor(args, "admin");
  const form = await parseForm(args.request, addressSearchSchema);
  if (!form.ok) return invalid(form);
  const comme = await findLastMessageTo(db, form.value.address);
  if (!comme) return refused(form.typed, "Aucun message n’a été écrit à cette adresse.", "address");
  throw redirect(paths.admin.messages({ comme }), 303);
}

export default function Messages() {
  const { messages, nextCursor, values, templates, health, isFirstPage } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const address = refusal?.values.address;
  const isFiltered = Object.values(values).some(Boolean);
  return (
    <Page>
      <PageHeader
        title="Journal des messages"
        trail={adminTrail}
        lead="Ni le texte des messages ni les adresses entières n’apparaissent ici."
      />
      <ErrorSummary errors={errorLinks(refusal?.errors ?? {})} />
      <MessageHealthFigures {...health} />
      <MessageFilters
        key={JSON.stringify(values)}
        values={values}
        templates={templates}
        search={{ address: typeof address === "string" ? address : "", error: refusal?.errors.address?.[0] }}
      />
      {messages.length > 0 ? (
        <MessageLines messages={messages} />
      ) : (
        <EmptyState
          title="Aucun message"
          suggestions={
            isFiltered ? [{ to: paths.admin.messages(), label: "Revenir à tous les messages" }] : []
          }
        />
      )}
      <NextPageLink
        to={nextCursor ? paths.admin.messages({ ...values, curseur: nextCursor }) : null}
        firstPage={isFirstPage ? null : paths.admin.messages(values)}
      />
    </Page>
  );
}
