import { inArray } from "drizzle-orm";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Queryable } from "#db/client.ts";
import { sectors } from "#db/schema/index.ts";
import { organisationsOf, type Actor } from "../../accounts/actor.ts";
import type { Campaign } from "../../campaigns/campaign.ts";
import { findSiretHolder, wasDetached } from "../../hosts/hosts.store.server.ts";
import { checkHours, hasHoursError } from "../../hours/check-hours.ts";
import type { HoursGrid } from "../../hours/hours-grid.ts";
import type { HoursFinding } from "../../hours/hours-rules.ts";
import type { PlaceIndex } from "../../reference/place.ts";
import { readAddress, type LocatedAddress } from "#app/domain/offers/locate-address.ts";
import type { StepCode, StepFailure } from "#app/domain/offers/offer.failures.ts";
import { textOf, type OfferDraft, type OfferStep } from "./offer-draft.ts";
import { readHours } from "#app/domain/offers/offer-hours.ts";
import {
  errorsByField,
  internshipStepSchema,
  organisationStepSchema,
  placeStepSchema,
  type InternshipStep,
  type OrganisationStep,
  type PlaceFields,
} from "#app/domain/offers/offer.schema.ts";

export interface CheckContext {
  db: Queryable;
  actor: Actor;
  places: PlaceIndex;
  campaign: Campaign;
}

const failure = (part: Partial<StepFailure>): StepFailure => ({
  errors: {},
  codes: [],
  hours: [],
  slips: [],
  choices: [],
  ...part,
});

export type CheckedOrganisation = OrganisationStep & { organisationId: string | null };

/**
 * Step 1. A SIRET that another organisation holds is refused: its members are the ones who publish for it. So is one that a
 * moderator has taken away from the actor's own.
 */
export async function checkOrganisationStep(
  { db, actor }: Pick<CheckContext, "db" | "actor">,
  draft: OfferDraft,
): Promise<Result<CheckedOrganisation, StepFailure>> {
  const parsed = organisationStepSchema.safeParse(draft);
  if (!parsed.success) return err(failure({ errors: errorsByField(parsed.error) }));
  const holder = await findSiretHolder(db, parsed.data.siret);
  if (holder && !organisationsOf(actor).includes(holder.id)) return err(failure({ codes: ["siret_taken"] }));
  const { siret } = parsed.data;
  if (!holder && (await wasDetached(db, { siret, personId: actor.personId })))
    return err(failure({ codes: ["siret_detached"] }));
  return ok({ ...parsed.data, organisationId: holder?.id ?? null });
}

/** Step 2. */
export async function checkInternshipStep(
  { db }: Pick<CheckContext, "db">,
  draft: OfferDraft,
): Promise<Result<InternshipStep, StepFailure>> {
  const parsed = internshipStepSchema.safeParse(draft);
  if (!parsed.success) return err(failure({ errors: errorsByField(parsed.error) }));
  const [sector] = await db
    .select({ code: sectors.code })
    .from(sectors)
    .where(inArray(sectors.code, [parsed.data.sectorCode]));
  return sector ? ok(parsed.data) : err(failure({ codes: ["sector_unknown"] }));
}

export interface CheckedPlace extends PlaceFields {
  located: LocatedAddress;
  hoursGrid: HoursGrid;
  /** Warnings only: what the law refuses has stopped the step. */
  hours: HoursFinding[];
}

/** Step 3: everything wrong is told at once, the fields, the commune and the hours. */
export function checkPlaceStep(
  { places, campaign }: Pick<CheckContext, "places" | "campaign">,
  draft: OfferDraft,
): Result<CheckedPlace, StepFailure> {
  const parsed = placeStepSchema.safeParse(draft);
  const { grid, slips } = readHours((field) => textOf(draft, field));
  const hours = findingsOf(grid, campaign, draft);
  const reading = readAddress(places, textOf(draft, "address"), textOf(draft, "place"));
  const codes: StepCode[] = [];
  if (textOf(draft, "address").trim() !== "" && reading.kind !== "found")
    codes.push(reading.kind === "ambiguous" ? "place_ambiguous" : "place_unknown");
  if (slips.length > 0 || hasHoursError(hours)) codes.push("hours_invalid");
  if (parsed.success && reading.kind === "found" && codes.length === 0)
    return ok({ ...parsed.data, located: reading.address, hoursGrid: grid, hours });
  return err(
    failure({
      errors: parsed.success ? {} : errorsByField(parsed.error),
      codes,
      hours,
      slips,
      choices: reading.kind === "ambiguous" ? reading.choices : [],
    }),
  );
}

/** The law's view of the grid on the days of the weeks that have places; the same remark is made once. */
function findingsOf(grid: HoursGrid, campaign: Campaign, draft: OfferDraft): HoursFinding[] {
  const offered = campaign.weeks.filter(({ week }) => Number(textOf(draft, `seats${week}`)) > 0);
  const startsOn = offered[0]?.startsOn ?? campaign.startsOn;
  const endsOn = offered.at(-1)?.endsOn ?? campaign.endsOn;
  const told = new Set<string>();
  return checkHours({ grid, startsOn, endsOn }).filter(({ code, day }) => {
    const key = `${code}-${day ?? ""}`;
    return told.has(key) ? false : told.add(key);
  });
}

/** Judges one step, and says only what stops it. */
export async function checkStep(
  context: CheckContext,
  step: OfferStep,
  draft: OfferDraft,
): Promise<StepFailure | null> {
  const outcome =
    step === 1
      ? await checkOrganisationStep(context, draft)
      : step === 2
        ? await checkInternshipStep(context, draft)
        : checkPlaceStep(context, draft);
  return outcome.ok ? null : outcome.error;
}
