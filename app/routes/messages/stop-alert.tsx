import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { describeSearch } from "#app/domain/discovery/describe-search.ts";
import { getLinkedSearch } from "#app/domain/discovery/saved-searches.queries.server.ts";
import { stopSavedSearchByLink } from "#app/domain/discovery/stop-saved-search.server.ts";
import { listSectorFamilies } from "#app/domain/reference/sectors.queries.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { paths } from "#app/paths.ts";
import { StopAlertPage, UnknownAlert } from "#app/ui/discovery/stop-alert-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { tooManyRequests } from "#app/web/errors.server.ts";
import { readForm } from "#app/web/forms.server.ts";

export const meta: MetaFunction = () => [
  { title: pageTitle("Arrêter une alerte") },
  { name: "robots", content: "noindex" },
];

/** Mail scanners follow links: reading the page stops nothing. */
export async function loader({ params, context: { app } }: LoaderFunctionArgs) {
  const savedSearchId = searchOf(app, params.token);
  const search = savedSearchId ? await getLinkedSearch(app.db, savedSearchId) : null;
  if (!search) return data(null, { status: 404 });
  const description = describeSearch(search.criteria, await listSectorFamilies(app.db));
  return data({ description, stopped: search.stopped });
}

export async function action({ request, params, context: { app } }: ActionFunctionArgs) {
  const form = await readForm(request);
  const savedSearchId = searchOf(app, params.token);
  if (!savedSearchId) return data(null, { status: 404 });
  const wait = await app.rateLimits.consume("alert-link", savedSearchId);
  if (wait !== null) throw tooManyRequests(wait);
  const outcome = await stopSavedSearchByLink(app, {
    ...{ savedSearchId, undo: form.get("intent") === "reprendre" },
  });
  if (!outcome.ok) return data(null, { status: 404 });
  return redirect(paths.stopAlert(params.token ?? ""), 303);
}

function searchOf(app: AppContext, token: string | undefined): string | null {
  return app.links.read("alert", token ?? "")?.id ?? null;
}

export default function StopAlert() {
  const alert = useLoaderData<typeof loader>();
  return alert ? <StopAlertPage {...alert} /> : <UnknownAlert />;
}
