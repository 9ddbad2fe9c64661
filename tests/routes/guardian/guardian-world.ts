import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { routeArgs } from "#tests/support/app.ts";
import type { Factories } from "#tests/support/factories.ts";

export const LETTER = "J’aimerais comprendre comment une équipe soignante s’organise.";

type World = Awaited<ReturnType<Factories["world"]>>;

/** A pupil with a representative, their link, and an application sent to an offer of its own. */
export async function follow(app: AppContext, make: Factories, world: World) {
  const pupil = await world.newPupil();
  const guardianId = await make.guardianOf(pupil.id);
  const token = app.links.sign("guardian", guardianId);
  const apply = async () => {
    const offer = await world.newOffer();
    const sent = await submitApplication(await make.as(pupil.id), {
      offerId: offer.id,
      motivation: LETTER,
      choice: "both",
    });
    if (!sent.ok) throw new Error(sent.error.code);
    return sent.value.applicationId;
  };
  const accept = async (applicationId: string) =>
    acceptApplication(await make.as(world.employer.id), { applicationId });
  return { pupil, guardianId, token, apply, accept, applicationId: await apply() };
}

export type Followed = Awaited<ReturnType<typeof follow>>;

/** A visit of one page of the link, as the browser of a representative makes it. */
export function guardianArgs(
  app: AppContext,
  { token, applicationId }: { token: string; applicationId?: string },
  { page = "", form, cookie }: { page?: string; form?: Record<string, string>; cookie?: string } = {},
) {
  const below = applicationId ? `/candidatures/${applicationId}` : "";
  return routeArgs(app, {
    path: `/suivi/${token}${below}${page}`,
    params: { token, ...(applicationId ? { applicationId } : {}) },
    cookie,
    ...(form ? { form } : {}),
  });
}
