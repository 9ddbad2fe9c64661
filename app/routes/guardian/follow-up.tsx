import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getFollowUp } from "#app/domain/guardians/follow-up.queries.server.ts";
import { FollowUpPage } from "#app/ui/guardian/follow-up-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { requireGuardian } from "./guardian-request.server.ts";

export const meta: MetaFunction = () => [
  { title: pageTitle("Suivi du stage") },
  { name: "robots", content: "noindex, nofollow" },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, db, clock, guardian, token } = await requireGuardian(args);
  return {
    token,
    pupilFirstName: guardian.pupilFirstName,
    linksToEduconnect: app.providers.educonnect !== undefined,
    followUp: await getFollowUp(db, guardian, clock.now()),
  };
}

export default function FollowUp() {
  return <FollowUpPage {...useLoaderData<typeof loader>()} />;
}
