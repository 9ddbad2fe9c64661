import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readNotificationsSchema } from "#app/domain/notifications/inbox/notifications.schema.ts";
import { markNotificationsRead } from "#app/domain/notifications/inbox/mark-notifications-read.server.ts";
import { listNotifications } from "#app/domain/notifications/inbox/notification-centre.queries.server.ts";
import { doneOn, localPath, paths } from "#app/paths.ts";
import { DoneNotice } from "#app/ui/components/done-notice.tsx";
import { EmptyState } from "#app/ui/components/empty-state.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "#app/ui/components/form.tsx";
import { NextPageLink } from "#app/ui/components/next-page-link.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { NotificationList } from "#app/ui/notifications/notification-list.tsx";
import { listTitle, pageTitle } from "#app/ui/shell/page-title.ts";
import { badRequest } from "#app/web/errors.server.ts";
import { parseForm } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { rolesOf, spaceOf } from "#app/web/viewer.server.ts";

export const meta: MetaFunction = ({ location }) => [
  { title: pageTitle(listTitle("Notifications", location.search)) },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args);
  const query = new URL(args.request.url).searchParams;
  const cursor = query.get("curseur");
  const { notifications, nextCursor } = await listNotifications(ctx.db, ctx.actor, {
    cursor,
    now: ctx.clock.now(),
  });
  const ownSite = ctx.app.env.PUBLIC_URL;
  const { home, homeLabel } = spaceOf(rolesOf(ctx.actor));
  return {
    notifications: notifications.map(({ action, ...told }) => ({
      ...told,
      action: action && { label: action.label, to: withoutOrigin(action.url, ownSite) },
    })),
    nextCursor,
    isFirstPage: cursor === null,
    done: doneOn("notifications", query),
    seenAt: ctx.clock.now().toISOString(),
    home: { to: home, label: homeLabel },
  };
}

/** Addresses in messages are whole; inside the site the path alone keeps the reader on it, whatever its name now. */
function withoutOrigin(url: string, ownSite: string): string {
  return url.startsWith(`${ownSite}/`) ? localPath(url.slice(ownSite.length), paths.home()) : url;
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args);
  const form = await parseForm(args.request, readNotificationsSchema);
  if (!form.ok) throw badRequest();
  await markNotificationsRead(ctx, form.value);
  const curseur = new URL(args.request.url).searchParams.get("curseur") ?? undefined;
  throw redirect(
    "until" in form.value ? paths.notifications({ fait: "tout-lu" }) : paths.notifications({ curseur }),
    303,
  );
}

export default function Notifications() {
  const { notifications, nextCursor, isFirstPage, done, seenAt, home } = useLoaderData<typeof loader>();
  const someUnread = notifications.some(({ read }) => !read);
  return (
    <Page narrow>
      <PageHeader
        title="Notifications"
        lead="Tous vos messages, même ceux que vous ne recevez pas par e-mail. Le plus récent est en haut."
      />
      {someUnread ? null : <DoneNotice page="notifications" done={done} />}
      {someUnread ? (
        <SubmitForm className="notifications-form">
          <HiddenField name="until" value={seenAt} />
          <SubmitButton variant="secondary">Tout marquer comme lu</SubmitButton>
        </SubmitForm>
      ) : null}
      {notifications.length > 0 ? (
        <NotificationList notifications={notifications} />
      ) : (
        <EmptyState title="Rien pour le moment" suggestions={[{ to: home.to, label: home.label }]}>
          <p>Réponses, rappels, conventions&nbsp;: chaque message du service s’affichera ici.</p>
        </EmptyState>
      )}
      <NextPageLink
        to={nextCursor ? paths.notifications({ curseur: nextCursor }) : null}
        firstPage={isFirstPage ? null : paths.notifications()}
      />
    </Page>
  );
}
