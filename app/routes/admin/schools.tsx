import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listKnownSchools } from "#app/domain/schools/known-schools.queries.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { SchoolsPage } from "#app/ui/admin/schools-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { pageOf } from "#app/web/page-number.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Établissements") }];

const LONGEST_SEARCH = 80;

export async function loader(args: LoaderFunctionArgs) {
  const { db, clock } = await requireActor(args, "admin");
  const query = new URL(args.request.url).searchParams;
  const words = (query.get("q") ?? "").trim().slice(0, LONGEST_SEARCH);
  const page = pageOf(query);
  return { ...(await listKnownSchools(db, { words, page, today: parisDate(clock.now()) })), words, page };
}

export default function Schools() {
  return <SchoolsPage {...useLoaderData<typeof loader>()} />;
}
