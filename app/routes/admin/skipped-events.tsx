import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { listSkippedEvents } from "#app/domain/notifications/admin/skipped-events.queries.server.ts";
import { paths } from "#app/paths.ts";
import { messagesTrail } from "#app/ui/admin/admin-trail.ts";
import { SkippedEventLines } from "#app/ui/admin/skipped-event-lines.tsx";
import { EmptyState } from "#app/ui/components/empty-state.tsx";
import { SubmitButton } from "#app/ui/components/form.tsx";
import { NextPageLink } from "#app/ui/components/next-page-link.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { SelectField } from "#app/ui/components/fields/select-field.tsx";
import { EVENT_OPTIONS } from "#app/ui/messages/administration/message-log.ts";
import { listTitle, pageTitle } from "#app/ui/shell/page-title.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { eventTypeOf } from "./message-filters.server.ts";

export const meta: MetaFunction = ({ location }) => [
  { title: pageTitle(listTitle("Événements sans message", location.search)) },
];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await requireActor(args, "admin");
  const query = new URL(args.request.url).searchParams;
  const cursor = query.get("curseur");
  const eventType = eventTypeOf(query.get("evenement"));
  return { ...(await listSkippedEvents(db, { eventType, cursor })), eventType, isFirstPage: cursor === null };
}

export default function Silences() {
  const { events, nextCursor, eventType, isFirstPage } = useLoaderData<typeof loader>();
  const filter = eventType ? { evenement: eventType } : {};
  return (
    <Page>
      <PageHeader
        title="Événements sans message"
        trail={messagesTrail}
        lead="Un silence a toujours une raison. Les événements qui attendent encore leurs messages ne sont pas ici."
      />
      <Form className="filter-form" method="get" action={paths.admin.skippedEvents()}>
        <SelectField
          key={eventType}
          name="evenement"
          label="Événement"
          emptyLabel="Tous les événements"
          options={EVENT_OPTIONS}
          defaultValue={eventType ?? ""}
        />
        <SubmitButton variant="secondary">Filtrer</SubmitButton>
      </Form>
      {events.length > 0 ? (
        <SkippedEventLines events={events} />
      ) : (
        <EmptyState
          title="Aucun silence"
          suggestions={
            eventType ? [{ to: paths.admin.skippedEvents(), label: "Voir tous les événements" }] : []
          }
        >
          <p>Chaque événement a été dit à quelqu’un.</p>
        </EmptyState>
      )}
      <NextPageLink
        to={nextCursor ? paths.admin.skippedEvents({ ...filter, curseur: nextCursor }) : null}
        firstPage={isFirstPage ? null : paths.admin.skippedEvents(filter)}
      />
    </Page>
  );
}
