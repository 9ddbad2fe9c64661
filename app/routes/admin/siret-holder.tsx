import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { compactSiret, isSiret } from "#app/domain/hosts/siret.ts";
import { detachOrganisation } from "#app/domain/offers/moderation/detach-organisation.server.ts";
import {
  listDetachments,
  listSiretBearers,
} from "#app/domain/offers/moderation/detachments.queries.server.ts";
import { detachSchema } from "#app/domain/offers/moderation/moderation.schema.ts";
import { reattachOrganisation } from "#app/domain/offers/moderation/reattach-organisation.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { detachFailureMessage } from "#app/ui/moderation/moderation-texts.ts";
import { SiretHolderPage } from "#app/ui/moderation/siret-holder-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Retirer un SIRET") }];

const LONGEST = 40;

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await requireActor(args, "admin");
  const query = new URL(args.request.url).searchParams;
  const typed = (query.get("siret") ?? "").slice(0, LONGEST);
  return {
    typed,
    bearers: isSiret(typed) ? await listSiretBearers(db, compactSiret(typed)) : null,
    detachments: await listDetachments(db),
    done: doneOn("siretHolder", query),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "admin");
  const { intent, form } = await readIntent(args.request, INTENTS.siretHolder);
  const [organisationId, siret] = [form.get("organisationId"), form.get("siret")];
  if (typeof organisationId !== "string" || !isId(organisationId)) throw notFound();
  if (typeof siret !== "string" || !isSiret(siret)) throw notFound();
  if (intent === "reattach") {
    const given = await reattachOrganisation(ctx, { organisationId });
    if (given.ok) throw redirect(paths.admin.siretHolder({ siret, fait: "rendu" }), 303);
    if (given.error.code === "not_found") throw notFound();
    return refused({}, detachFailureMessage(given.error));
  }
  const typed = parseFormData(form, detachSchema);
  if (!typed.ok) return invalid(typed);
  const detached = await detachOrganisation(ctx, { organisationId, reason: typed.value.reason });
  if (detached.ok) throw redirect(paths.admin.siretHolder({ siret, fait: "detache" }), 303);
  if (detached.error.code === "not_found") throw notFound();
  return refused(typed.typed, detachFailureMessage(detached.error));
}

export default function SiretHolder() {
  return <SiretHolderPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
