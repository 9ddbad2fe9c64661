import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getPupilAgreement } from "#app/domain/agreements/read-agreement.queries.server.ts";
import { getAgreementText } from "#app/domain/agreements/text/read-agreement-text.queries.server.ts";
import { PupilAgreementPage } from "#app/ui/agreements/pupil-agreement-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { agreementIdOf, foundOrThrow } from "../agreements/agreement-request.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Ma convention de stage") }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  const agreement = foundOrThrow(await getPupilAgreement(ctx.db, ctx.actor, agreementIdOf(args)));
  const text = await getAgreementText(ctx.db, ctx.actor, agreement.id, ["pupil"]);
  return { agreement, text, now: ctx.clock.now() };
}

export default function PupilAgreement() {
  return <PupilAgreementPage {...useLoaderData<typeof loader>()} />;
}
