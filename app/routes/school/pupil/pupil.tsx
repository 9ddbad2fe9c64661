import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hasRole } from "#app/domain/accounts/actor.ts";
import { teachesAsFormTeacher } from "#app/domain/notifications/lost-addresses/form-teacher.queries.server.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { getBoard } from "#app/domain/follow-up/board/board.queries.server.ts";
import type { PupilLog } from "#app/domain/follow-up/log/log-entry.ts";
import { getPupilLog } from "#app/domain/follow-up/log/log.queries.server.ts";
import { getFollowedPupil } from "#app/domain/follow-up/pupil/followed-pupil.queries.server.ts";
import { correctAddress } from "#app/domain/notifications/lost-addresses/correct-address.server.ts";
import { correctAddressSchema } from "#app/domain/notifications/lost-addresses/correct-address.schema.ts";
import { listLostAddresses } from "#app/domain/notifications/lost-addresses/lost-addresses.queries.server.ts";
import { listReferents } from "#app/domain/follow-up/referents/referents.queries.server.ts";
import { canSetUpSchool } from "#app/domain/schools/schools.policy.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, paths } from "#app/paths.ts";
import { LINK_WAIT } from "#app/ui/messages/guardian.ts";
import { CORRECT_ADDRESS_FAILURES } from "#app/ui/messages/schools/lost-addresses.ts";
import { PupilPage } from "#app/ui/school/pupil/pupil-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseForm, refused, tooSoon } from "#app/web/forms.server.ts";
import { foundOrThrow, requireSchool } from "../../agreements/agreement-request.server.ts";
import { requireFollowedPupil } from "./followed-pupil.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `${data.pupil.lastName} ${data.pupil.firstName}` : "Élève") },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireSchool(args);
  const { pupilId } = args.params;
  const at = ctx.clock.now();
  const campaign = await getCurrentCampaign(ctx.db, at);
  if (!isId(pupilId) || !campaign) throw notFound();
  const pupil = foundOrThrow(await getFollowedPupil(ctx.db, ctx.actor, { pupilId, campaign, at }));
  const board = await getBoard(ctx.db, ctx.actor, { campaign, now: at, classGroupId: pupil.classGroup.id });
  const log = await getPupilLog(ctx.db, ctx.actor, { pupilId, at });
  return {
    pupil,
    log,
    referents: await listReferents(ctx.db, ctx.actor, pupilId),
    followsClass: board.classes.length > 0,
    slots: slotsOf(log, ctx.app),
    line: board.lines.find(({ id }) => id === pupilId) ?? null,
    now: at,
    reader: hasRole(ctx.actor, "teacher") ? ("school" as const) : ("office" as const),
    declares: canSetUpSchool(ctx.actor, pupil.schoolUai),
    lost: await listLostAddresses(ctx.db, [pupilId]),
    corrects:
      canSetUpSchool(ctx.actor, pupil.schoolUai) || (await teachesAsFormTeacher(ctx.db, ctx.actor, pupilId)),
    done: doneOn("followedPupil", new URL(args.request.url).searchParams),
  };
}

/** Links of the reader's own appointments. */
function slotsOf({ entries }: PupilLog, { links }: Pick<AppContext, "links">): Record<string, string> {
  const planned = entries.filter(({ contact, isMine }) => isMine && contact?.state === "planned");
  return Object.fromEntries(planned.map(({ id }) => [id, paths.slot(links.sign("slot", id))]));
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, pupil } = await requireFollowedPupil(args);
  const form = await parseForm(args.request, correctAddressSchema);
  if (!form.ok) return invalid(form);
  const { value } = form;
  const guardian = "email" in value ? { id: value.guardianId, email: value.email } : null;
  const wait = await ctx.app.rateLimits.consume("address-correction", guardian?.id ?? pupil.id);
  if (wait !== null) return tooSoon(form.typed, LINK_WAIT);
  const outcome = await correctAddress(ctx, { pupilId: pupil.id, guardian });
  if (!outcome.ok) {
    if (outcome.error.code === "not_found") throw notFound();
    return refused(form.typed, CORRECT_ADDRESS_FAILURES[outcome.error.code]);
  }
  const fait = outcome.value.sent > 0 ? "renvoye" : "corrige";
  throw redirect(paths.school.pupil(pupil.id, { fait }), 303);
}

export default function Pupil() {
  return <PupilPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
