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
import { paths } from "#app/paths.ts";
import { StopAlertPage, UnknownAlert } from "#app/ui/discovery/stop-alert-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { pressLetterLink, subjectOf } from "#app/web/links/letter-links.server.ts";

export const meta: MetaFunction = () => [
  { title: pageTitle("Arrêter une alerte") },
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = appOf(args);
  const savedSearchId = subjectOf(args, "alert");
  const search = savedSearchId ? await getLinkedSearch(db, savedSearchId) : null;
  if (!search) return data(null, { status: 404 });
  const description = describeSearch(search.criteria, await listSectorFamilies(db));
  return data({ description, stopped: search.stopped });
}

export async function action(args: ActionFunctionArgs) {
  const pressed = await pressLetterLink(args, "alert", (savedSearchId, undo) =>
    stopSavedSearchByLink(appOf(args), { savedSearchId, undo }),
  );
  if (!pressed) return data(null, { status: 404 });
  throw redirect(paths.stopAlert(args.params.token ?? ""), 303);
}

export default function StopAlert() {
  const alert = useLoaderData<typeof loader>();
  return alert ? <StopAlertPage {...alert} /> : <UnknownAlert />;
}
