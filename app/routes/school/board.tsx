import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { hasRole } from "#app/domain/accounts/actor.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { getBoard } from "#app/domain/follow-up/board/board.queries.server.ts";
import { filterLines, pageOfLines, readBoardFilters } from "#app/domain/follow-up/board/board-filters.ts";
import { classTotals, wholeTotals } from "#app/domain/follow-up/board/board-totals.ts";
import { ownToDo } from "#app/domain/follow-up/board/own-to-do.ts";
import { listOwnSchools } from "#app/domain/follow-up/follow-up.queries.server.ts";
import { countOpenHelpRequests } from "#app/domain/help/help.queries.server.ts";
import { informGuardians } from "#app/domain/schools/inform-guardians.server.ts";
import { informGuardiansSchema } from "#app/domain/schools/school.schema.ts";
import { listSchoolFailures } from "#app/domain/sign-in-failures/failure-figures.queries.server.ts";
import { listSchoolSettings } from "#app/domain/schools/schools.queries.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { SchoolBoardPage } from "#app/ui/school/school-board-page.tsx";
import { listTitle, pageTitle } from "#app/ui/shell/page-title.ts";
import { badRequest, notFound } from "#app/web/errors.server.ts";
import { parseForm } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { requireSchool } from "../agreements/agreement-request.server.ts";

export const meta: MetaFunction = ({ location }) => [
  { title: pageTitle(listTitle("Mon établissement", location.search)) },
];

const PAGE_SIZE = 100;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireSchool(args);
  const { db, actor, clock } = ctx;
  const now = clock.now();
  const query = new URL(args.request.url).searchParams;
  const campaign = await getCurrentCampaign(db, now);
  const board = campaign ? await getBoard(db, actor, { campaign, now }) : { classes: [], lines: [] };
  const classes = classTotals(board.classes, board.lines);
  const filters = readBoardFilters(query);
  const found = filterLines(board.lines, filters);
  const reader = hasRole(actor, "teacher") ? "school" : "office";
  const { page, from, nextAfter } = pageOfLines(found, filters.after, PAGE_SIZE);
  return {
    schools: await listOwnSchools(db, actor),
    period: campaign && { startsOn: campaign.startsOn, endsOn: campaign.endsOn },
    inNeed: campaign ? await countOpenHelpRequests(db, actor, campaign) : [],
    own: campaign && ownToDo(board.lines, { reader, now, startsOn: campaign.startsOn }),
    classes,
    whole: wholeTotals(classes, board.lines),
    filters,
    lines: page,
    found: found.length,
    from,
    nextAfter,
    now,
    settings: await listSchoolSettings(db, actor),
    failures: await listSchoolFailures(ctx),
    done: doneOn("schoolBoard", query),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "schoolOffice", "schoolHead");
  const form = await parseForm(args.request, informGuardiansSchema);
  if (!form.ok) throw badRequest();
  const { school: uai, informsGuardians: informed } = form.value;
  if (!(await informGuardians(ctx, { uai, informed })).ok) throw notFound();
  throw redirect(`${paths.school.home({ fait: "familles" })}#familles`, 303);
}

export default function SchoolBoard() {
  return <SchoolBoardPage {...useLoaderData<typeof loader>()} />;
}
