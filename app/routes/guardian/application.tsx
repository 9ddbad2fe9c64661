import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { closeLetters } from "#app/domain/guardians/close-letters.server.ts";
import { getFollowedApplication, getLetter } from "#app/domain/guardians/follow-up.queries.server.ts";
import { objectionTakeBackUntil } from "#app/domain/applications/views/objection.queries.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { FollowedApplicationPage } from "#app/ui/guardian/followed-application-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { endedAccessHeader } from "#app/web/links/guardian-access.server.ts";
import { applicationIdOf, openLetters, requireGuardian } from "./guardian-request.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Candidature : ${data.application.title}` : "Candidature") },
  { name: "robots", content: "noindex, nofollow" },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireGuardian(args);
  const applicationId = applicationIdOf(args);
  const found = await getFollowedApplication(ctx.db, ctx.guardian, applicationId, ctx.clock.now());
  if (!found) throw notFound();
  const access = await openLetters(args.request, ctx);
  return {
    token: ctx.token,
    pupilFirstName: ctx.guardian.pupilFirstName,
    application: found.application,
    weeks: found.campaign.weeks,
    school: found.school,
    takeBackUntil: await objectionTakeBackUntil(
      ctx.db,
      { applicationId, guardianId: ctx.guardian.id, at: ctx.clock.now() },
      found.application.changes,
    ),
    letter: access && {
      text: await getLetter(ctx.db, ctx.guardian, applicationId),
      openUntil: access.until,
    },
  };
}

/** The one thing to do here is to close the letters: asking for them and objecting have pages of their own. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireGuardian(args);
  const applicationId = applicationIdOf(args);
  await readForm(args.request);
  const access = await openLetters(args.request, ctx);
  if (access) await closeLetters(ctx, { guardianId: ctx.guardian.id, secret: access.secret });
  throw redirect(paths.guardianApplication(ctx.token, applicationId, { fait: "fermee" }), {
    status: 303,
    headers: { "Set-Cookie": await endedAccessHeader(ctx.app, ctx.token) },
  });
}

export default function FollowedApplication() {
  const [query] = useSearchParams();
  return (
    <FollowedApplicationPage
      {...useLoaderData<typeof loader>()}
      done={doneOn("guardianApplication", query)}
    />
  );
}
