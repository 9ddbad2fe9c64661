import { fillAgreement } from "#app/domain/agreements/fill-agreement.server.ts";
import type { HostPart } from "#app/domain/agreements/content/agreement-parts.ts";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { findAgreement } from "#app/domain/agreements/agreements.store.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import type { Result } from "#app/kernel/result.ts";
import type { Database } from "#db/client.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const motivation = "J’aimerais découvrir comment une équipe soigne et s’organise chaque jour.";
export function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`Unexpected refusal: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** A school, its class and its teacher, a host, and a pupil whose place is confirmed: the agreement is complete. */
export async function agreementStory(db: Database) {
  const clock = fakeClock();
  const make = factories(db, clock);
  const world = await make.world({ seats: [5, 5] });

  async function place(pupilId: string, offerId: string, choice: "both" | 1 | 2 = "both"): Promise<string> {
    const pupil = await make.as(pupilId);
    const { applicationId } = valueOf(await submitApplication(pupil, { offerId, motivation, choice }));
    valueOf(await acceptApplication(await make.as(world.employer.id), { applicationId }));
    return valueOf(await confirmPlacement(pupil, { applicationId })).agreementId;
  }
  async function read(agreementId: string) {
    const agreement = await findAgreement(db, agreementId);
    if (!agreement) throw new Error("No such agreement");
    return agreement;
  }
  /** The host corrects its part: what is not told stays as it was. */
  async function answer(agreementId: string, part: Partial<HostPart>, on = db) {
    const { content, contentHash } = await read(agreementId);
    const { workplaceSupervisor, violencePreventionContact, hoursGrid, activities, lunch, host } = content;
    const before = {
      workplaceSupervisor,
      violencePreventionContact,
      hoursGrid,
      activities,
      lunch,
      signatoryName: host.signatoryName,
      signatoryQuality: host.signatoryQuality,
    };
    const input = { agreementId, contentHash, side: "host" as const, part: { ...before, ...part } };
    return fillAgreement(await make.as(world.employer.id, on), input);
  }
  return { ...world, clock, make, place, read, answer };
}
