import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  listReasonFigures,
  listSchoolFigures,
} from "#app/domain/sign-in-failures/failure-figures.queries.server.ts";
import { FIGURES_DAYS } from "#app/domain/sign-in-failures/failure-figures.ts";
import { isDoor } from "#app/domain/sign-in-failures/failure-reasons.ts";
import { addDays, parisDate } from "#app/kernel/calendar-date.ts";
import { SignInFailuresPage, type FailureFilterValues } from "#app/ui/admin/access/sign-in-failures-page.tsx";
import { listTitle, pageTitle } from "#app/ui/shell/page-title.ts";
import { pageOf } from "#app/web/page-number.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { daysAskedFor } from "../days-asked-for.server.ts";

export const meta: MetaFunction = ({ location }) => [
  { title: pageTitle(listTitle("Connexions qui échouent", location.search)) },
];

export async function loader(args: LoaderFunctionArgs) {
  const { db, clock } = await requireActor(args, "admin");
  const query = new URL(args.request.url).searchParams;
  const { du, au } = daysAskedFor(query);
  const typed = (query.get("etablissement") ?? "").trim().toUpperCase();
  const schoolUai = /^\d{7}[A-Z]$/.test(typed) ? typed : null;
  const asked = query.get("acces");
  const door = isDoor(asked) ? asked : null;
  const until = au ?? parisDate(clock.now());
  const from = du ?? addDays(until, -FIGURES_DAYS);
  const filters = { from, until, door, schoolUai };
  const values: FailureFilterValues = {
    du,
    au,
    acces: door ?? undefined,
    etablissement: schoolUai ?? undefined,
  };
  const page = pageOf(query);
  const { figures: schools, hasNext } = await listSchoolFigures(db, filters, page);
  const reasons = await listReasonFigures(db, filters);
  return { period: { from, until }, values, reasons, schools, hasNext, page };
}

export default function SignInFailures() {
  return <SignInFailuresPage {...useLoaderData<typeof loader>()} />;
}
