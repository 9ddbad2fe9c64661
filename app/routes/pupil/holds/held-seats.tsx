import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { refuseHold } from "#app/domain/holds/refuse-hold.server.ts";
import { listOwnHolds } from "#app/domain/holds/to-replace.queries.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, paths } from "#app/paths.ts";
import { HeldSeatsPage } from "#app/ui/pupil/holds/held-seats-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { badRequest, notFound } from "#app/web/errors.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Places gardées pour vous") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args, "pupil");
  const held = await listOwnHolds(db, actor);
  return { held, done: doneOn("heldSeats", new URL(args.request.url).searchParams) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  const holdId = (await readForm(args.request)).get("holdId");
  if (typeof holdId !== "string" || !isId(holdId)) throw badRequest();
  if (!(await refuseHold(ctx, { holdId })).ok) throw notFound();
  throw redirect(paths.pupil.heldSeats({ fait: "refusee" }), 303);
}

export default function HeldSeats() {
  return <HeldSeatsPage {...useLoaderData<typeof loader>()} />;
}
