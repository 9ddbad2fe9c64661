import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getLinkedRequest } from "#app/domain/help/linked-request.queries.server.ts";
import { readHelpRequestByLink } from "#app/domain/help/read-by-link.server.ts";
import { paths } from "#app/paths.ts";
import { ReadByLinkPage, UnknownHelpLink } from "#app/ui/help/read-by-link-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { tooManyRequests } from "#app/web/errors.server.ts";
import { readForm } from "#app/web/forms.server.ts";

export const meta: MetaFunction = () => [
  { title: pageTitle("Demande d’aide") },
  { name: "robots", content: "noindex" },
];

/** Mail scanners follow links: reading this page says nothing to the pupil. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, clock } = appOf(args);
  const readerId = readerOf(args);
  const linked = readerId ? await getLinkedRequest(db, readerId, clock.now()) : null;
  if (!linked) return data(null, { status: 404 });
  const { helpRequestId, pupilFirstName, isRead } = linked;
  return data({ helpRequestId, pupilFirstName, isRead });
}

export async function action(args: ActionFunctionArgs) {
  const app = appOf(args);
  const readerId = readerOf(args);
  if (!readerId) return data(null, { status: 404 });
  const wait = await app.rateLimits.consume("help-link", readerId);
  if (wait !== null) throw tooManyRequests(wait);
  await readForm(args.request);
  if (!(await readHelpRequestByLink(app, { readerId })).ok) return data(null, { status: 404 });
  throw redirect(paths.readHelp(args.params.token ?? ""), 303);
}

function readerOf(args: Pick<LoaderFunctionArgs, "params" | "context">): string | null {
  return appOf(args).links.read("help", args.params.token ?? "")?.id ?? null;
}

export default function ReadHelp() {
  const linked = useLoaderData<typeof loader>();
  return linked ? <ReadByLinkPage {...linked} /> : <UnknownHelpLink />;
}
