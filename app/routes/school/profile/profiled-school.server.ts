import type { LoaderFunctionArgs } from "@remix-run/node";
import { canSetUpSchool, schoolsSetUpBy } from "#app/domain/schools/schools.policy.ts";
import type { SchoolImageKind } from "#app/domain/schools/profile/school-profile.ts";
import { IMAGE_SLUGS } from "#app/ui/school/profile/image-slugs.ts";
import { notFound } from "#app/web/errors.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";

/** Whoever keeps a school, and which: the one of the address, else the first of theirs. */
export async function requireProfiledSchool(
  args: Pick<LoaderFunctionArgs, "request" | "context">,
): Promise<{ ctx: ActorRequest; uai: string }> {
  const ctx = await requireActor(args, "schoolOffice", "schoolHead");
  const asked = new URL(args.request.url).searchParams.get("etablissement");
  const uai = asked ?? schoolsSetUpBy(ctx.actor)[0];
  if (uai === undefined || !canSetUpSchool(ctx.actor, uai)) throw notFound();
  return { ctx, uai };
}

export function imageKindOf({ params }: Pick<LoaderFunctionArgs, "params">): SchoolImageKind {
  const found = Object.entries(IMAGE_SLUGS).find(([, slug]) => slug === params.kind);
  if (!found) throw notFound();
  return found[0] === "stamp" ? "stamp" : "header";
}
