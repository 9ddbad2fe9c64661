import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { getFollowedClass } from "#app/domain/follow-up/follow-up.queries.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { ClassPage } from "#app/ui/school/class-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { foundOrThrow, requireSchool } from "../agreements/agreement-request.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Classe ${data.name}` : "Classe") },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireSchool(args);
  const { classGroupId } = args.params;
  const campaign = await getCurrentCampaign(ctx.db, ctx.clock.now());
  if (!isId(classGroupId) || !campaign) throw notFound();
  return foundOrThrow(await getFollowedClass(ctx, classGroupId, campaign));
}

export default function ClassGroup() {
  return <ClassPage {...useLoaderData<typeof loader>()} />;
}
