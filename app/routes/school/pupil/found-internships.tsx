import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { findSitting } from "#app/domain/agreements/find-sitting.server.ts";
import { listFound } from "#app/domain/found/found.queries.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, paths } from "#app/paths.ts";
import { FoundInternshipsPage } from "#app/ui/found/found-internships-page.tsx";
import { schoolTrail } from "#app/ui/school/school-trail.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { foundOrThrow, requireSchool } from "../../agreements/agreement-request.server.ts";
import { changeFound } from "../../found/change-found.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Stage trouvé ailleurs") }];

async function followedPupil(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const ctx = await requireSchool(args);
  const { pupilId } = args.params;
  const campaign = await getCurrentCampaign(ctx.db, ctx.clock.now());
  if (!isId(pupilId) || !campaign) throw notFound();
  const pupil = foundOrThrow(await findSitting(ctx.db, ctx.actor, pupilId, campaign.schoolYear));
  return { ctx, pupil, campaign };
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, pupil, campaign } = await followedPupil(args);
  const { id, firstName, lastName, className } = pupil;
  return {
    pupil: { id, name: `${lastName} ${firstName}`, className },
    campaign,
    found: await listFound(ctx.db, { pupilId: id, campaign }),
    done: doneOn("foundInternships", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, pupil } = await followedPupil(args);
  const back = (query: Parameters<typeof paths.school.foundInternships>[1]) =>
    paths.school.foundInternships(pupil.id, query);
  return changeFound(ctx, args.request, { pupilId: pupil.id, back });
}

export default function PupilFoundInternships() {
  const { pupil, ...page } = useLoaderData<typeof loader>();
  return (
    <FoundInternshipsPage
      {...page}
      reader="school"
      lead={`${pupil.name}, classe ${pupil.className}`}
      trail={[...schoolTrail, { to: paths.school.pupil(pupil.id), label: pupil.name }]}
      agreementLink={paths.school.agreement}
      refusal={useActionData<typeof action>()}
    />
  );
}
