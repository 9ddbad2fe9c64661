import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { hasRole } from "#app/domain/accounts/actor.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { isPupilFilter } from "#app/domain/roster/pupil-list.ts";
import { listPupils } from "#app/domain/roster/pupil-list.queries.server.ts";
import { typedLine } from "#app/kernel/typed-text.ts";
import { PupilsPage } from "#app/ui/school/roster/pupils-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { invalid, parseForm } from "#app/web/forms.server.ts";
import { requireSchool } from "../../agreements/agreement-request.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Les élèves") }];

const WORDS = "Écrivez un nom ou un prénom.";
const searchSchema = z.object({ words: typedLine({ error: WORDS }).min(1, WORDS).max(100, WORDS) });

export async function loader(args: LoaderFunctionArgs) {
  const { db, clock, actor } = await requireSchool(args);
  const query = new URL(args.request.url).searchParams;
  const asked = query.get("filtre");
  const filter = isPupilFilter(asked) ? asked : null;
  const now = clock.now();
  const campaign = await getCurrentCampaign(db, now);
  const cursor = query.get("curseur");
  const schoolYear = campaign?.schoolYear ?? "";
  const page = await listPupils(db, actor, { schoolYear, now, filter, cursor });
  return { page, filter, isFirst: cursor === null, setsUp: hasRole(actor, "schoolOffice", "schoolHead") };
}

export async function action(args: ActionFunctionArgs) {
  const { db, clock, actor } = await requireSchool(args);
  const form = await parseForm(args.request, searchSchema);
  if (!form.ok) return invalid(form);
  const now = clock.now();
  const campaign = await getCurrentCampaign(db, now);
  const { words } = form.value;
  const { pupils } = await listPupils(db, actor, { schoolYear: campaign?.schoolYear ?? "", now, words });
  return data({ errors: {}, values: form.typed, found: pupils });
}

export default function Pupils() {
  const answer = useActionData<typeof action>();
  const found = answer && "found" in answer ? answer.found : null;
  return <PupilsPage {...useLoaderData<typeof loader>()} found={found} refusal={answer} />;
}
