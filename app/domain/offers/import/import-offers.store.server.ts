import { inArray } from "drizzle-orm";
import { demonstrationSiret } from "#app/domain/hosts/siret.ts";
import { newId } from "#app/kernel/ids.ts";
import type { Transaction } from "#db/client.ts";
import { hostOrganisations, hostSites, offers, offerSeats } from "#db/schema/index.ts";
import { hostNameFor, offerTextFor } from "#db/seed/offer-texts.ts";
import { drawOffer, publicHostName, siretNumber, townOf } from "./import-offers.ts";
import type { FileOffer } from "./import-offers.ts";
import { projectOffers } from "#app/domain/offers/offer-projection.store.server.ts";

const DAY_MS = 86_400_000;
const OFFERS_A_HOST = 6;
const SOURCE = "fichier";

interface Host {
  organisationId: string;
  siteId: string;
  offers: number;
}
/** Hosts made so far: offers of one place and sector share them, a few offers each. */
export type Hosts = Map<string, Host>;

interface Batch {
  organisations: (typeof hostOrganisations.$inferInsert)[];
  sites: (typeof hostSites.$inferInsert)[];
  offers: (typeof offers.$inferInsert)[];
  seats: (typeof offerSeats.$inferInsert)[];
}

export interface WriteInput {
  rows: FileOffer[];
  campaignId: string;
  now: Date;
  hosts: Hosts;
}

/** Writes the offers that are not there yet, with their hosts, seats and search rows. Returns how many. */
export async function writeImportedOffers(tx: Transaction, input: WriteInput): Promise<number> {
  const fresh = await withoutKnown(tx, input.rows);
  if (fresh.length === 0) return 0;
  const batch: Batch = { organisations: [], sites: [], offers: [], seats: [] };
  for (const row of fresh) addOffer(batch, row, input);
  if (batch.organisations.length > 0) {
    await tx.insert(hostOrganisations).values(batch.organisations);
    await tx.insert(hostSites).values(batch.sites);
  }
  await tx.insert(offers).values(batch.offers);
  await tx.insert(offerSeats).values(batch.seats);
  await projectOffers(
    tx,
    batch.offers.map((offer) => offer.id as string),
  );
  return fresh.length;
}

async function withoutKnown(tx: Transaction, rows: FileOffer[]): Promise<FileOffer[]> {
  const byExternalId = new Map(rows.map((row) => [externalId(row), row]));
  if (byExternalId.size === 0) return [];
  const known = await tx
    .select({ externalId: offers.externalId })
    .from(offers)
    .where(inArray(offers.externalId, [...byExternalId.keys()]));
  for (const row of known) byExternalId.delete(row.externalId ?? "");
  return [...byExternalId.values()];
}

function externalId(row: FileOffer): string {
  return `${SOURCE}:${row.id}`;
}

function addOffer(batch: Batch, row: FileOffer, { campaignId, now, hosts }: WriteInput): void {
  const drawn = drawOffer(row.id);
  const host = hostOf(batch, row, now, hosts);
  const publishedAt = new Date(now.getTime() - drawn.ageInDays * DAY_MS);
  const id = newId();
  batch.offers.push({
    id,
    campaignId,
    organisationId: host.organisationId,
    siteId: host.siteId,
    status: "published",
    ...offerTextFor(row.sectorCode, drawn.variant),
    sectorCode: row.sectorCode,
    challenges: row.challenges,
    acceptsBothWeeks: drawn.capacity[1] > 0 && drawn.capacity[2] > 0,
    acceptsSingleWeek: drawn.acceptsSingleWeek,
    externalId: externalId(row),
    createdAt: publishedAt,
    updatedAt: publishedAt,
    publishedAt,
  });
  for (const week of [1, 2] as const) batch.seats.push({ offerId: id, week, capacity: drawn.capacity[week] });
}

function hostOf(batch: Batch, row: FileOffer, now: Date, hosts: Hosts): Host {
  const key = [row.place.inseeCode, row.sectorCode, row.isPublic, row.employerType].join("|");
  const known = hosts.get(key);
  if (known && known.offers < OFFERS_A_HOST) {
    known.offers += 1;
    return known;
  }
  const host = { organisationId: newId(), siteId: newId(), offers: 1 };
  hosts.set(key, host);
  const { streetNumber, variant } = drawOffer(row.id);
  const town = townOf(row.place);
  const address = { addressLine: `${streetNumber} rue de la Découverte`, postcode: row.place.postcode, town };
  batch.organisations.push({
    id: host.organisationId,
    name: row.isPublic ? publicHostName(row.employerType, town) : hostNameFor(row.sectorCode, variant, town),
    siret: demonstrationSiret(siretNumber(row.id)),
    isPublic: row.isPublic,
    ...address,
    createdAt: now,
    proof: "directory",
    provenAt: now,
  });
  batch.sites.push({
    id: host.siteId,
    organisationId: host.organisationId,
    ...address,
    inseeCode: row.place.inseeCode,
    latitude: row.place.lat,
    longitude: row.place.lon,
    approximate: row.place.approximate,
  });
  return host;
}
