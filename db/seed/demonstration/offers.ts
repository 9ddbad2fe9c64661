import { DEFAULT_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";
import { projectOffers } from "#app/domain/offers/offer-projection.store.server.ts";
import { greatCircleKm, type GeoPoint } from "#app/kernel/geo.ts";
import { newId } from "#app/kernel/ids.ts";
import { pick } from "#app/kernel/random.ts";
import type { Transaction } from "#db/client.ts";
import { hostSites, offers, offerSeats } from "#db/schema/index.ts";
import { offerTextFor } from "../offer-texts.ts";
import { readMunicipalities } from "../reference/municipalities.ts";
import { sectors } from "../reference/sectors.ts";
import { WEEK_NUMBERS } from "#app/domain/campaigns/campaign.ts";
import type { SeededHost } from "./hosts.ts";

const TOTAL = 2000;
const NEAR_EACH = 40;
const NEAR_KM = 18;
/** Towns around which visitors of the demonstration look first (INSEE codes). */
const LOOKED_AT = ["35238", "13055", "93066", "75056", "69123", "33063", "97422"] as const;
const STREETS = [
  "rue des Lilas",
  "avenue de la Gare",
  "rue du Moulin",
  "place du Marché",
  "rue Victor-Schœlcher",
  "chemin des Écoliers",
] as const;

/** Offers of the first organisation, open to all in both weeks: those that the guided tour applies to. */
const TOUR = [
  { inseeCode: "35238", sector: "s2", title: "Découvrir l’architecture dans un atelier rennais" },
  { inseeCode: "35238", sector: "s4", title: "Dans les coulisses d’un studio de design" },
  { inseeCode: "35051", sector: "s31", title: "Suivre une équipe qui crée des sites web" },
  { inseeCode: "13208", sector: "s4", title: "Le design d’objets, de l’idée au prototype" },
  { inseeCode: "13201", sector: "s2", title: "Imaginer une rue plus verte avec des paysagistes" },
  { inseeCode: "93066", sector: "s31", title: "Une semaine ou deux avec des développeuses et développeurs" },
] as const;

type Town = ReturnType<typeof readMunicipalities>[number] & GeoPoint;

interface OfferPlan {
  host: SeededHost;
  town: Town;
  sector: string;
  seats: [number, number];
  title?: string;
  reservedTo?: "rep" | "qpv";
  acceptsSingleWeek?: boolean;
  ageDays: number;
}

interface SeedInput {
  random: () => number;
  campaignId: string;
  now: Date;
}

/** About two thousand published offers over France, the tour's first. Returns the ids of the tour's offers. */
export async function seedOffers(tx: Transaction, hosts: SeededHost[], input: SeedInput): Promise<string[]> {
  const towns = readMunicipalities().filter(
    (row): row is Town => row.latitude !== null && row.longitude !== null,
  );
  const plans = [
    ...tourPlans(hosts, towns),
    ...nearPlans(hosts, towns, input.random),
    ...countryPlans(hosts, towns, input.random),
  ];
  const rows = plans.slice(0, TOTAL).map((plan, index) => offerRows(plan, index, input));
  for (let start = 0; start < rows.length; start += 500) {
    const chunk = rows.slice(start, start + 500);
    await tx.insert(hostSites).values(chunk.map(({ site }) => site));
    await tx.insert(offers).values(chunk.map(({ offer }) => offer));
    await tx.insert(offerSeats).values(chunk.flatMap(({ seats }) => seats));
    await projectOffers(
      tx,
      chunk.map(({ offer }) => offer.id),
    );
  }
  return rows.slice(0, TOUR.length).map(({ offer }) => offer.id);
}

function tourPlans(hosts: SeededHost[], towns: Town[]): OfferPlan[] {
  return TOUR.map(({ inseeCode, sector, title }, index) => ({
    host: hostAt(hosts, 0),
    town: townOf(towns, inseeCode),
    sector,
    title,
    seats: [6, 6],
    ageDays: index + 1,
  }));
}

function nearPlans(hosts: SeededHost[], towns: Town[], random: () => number): OfferPlan[] {
  return LOOKED_AT.flatMap((inseeCode, place) => {
    const center = townOf(towns, inseeCode);
    const around = towns.filter((town) => greatCircleKm(center, town) <= NEAR_KM);
    return Array.from({ length: NEAR_EACH }, (_, index) => {
      // The first organisation keeps to the tour: its list stays readable.
      const host = hostAt(hosts, 1 + ((place * NEAR_EACH + index) % (hosts.length - 1)));
      const town = index % 3 === 0 ? center : pick(random, around);
      const plan = drawnPlan(host, town, random);
      // A few seats near Saint-Denis are kept for priority schools and districts.
      return inseeCode === "93066" && index % 10 === 5
        ? { ...plan, reservedTo: index % 20 === 5 ? ("rep" as const) : ("qpv" as const) }
        : plan;
    });
  });
}

function countryPlans(hosts: SeededHost[], towns: Town[], random: () => number): OfferPlan[] {
  const cumulated: number[] = [];
  let people = 0;
  for (const town of towns) cumulated.push((people += town.population));
  return Array.from({ length: TOTAL }, () => {
    const rank = random() * people;
    const town = towns[cumulated.findIndex((upTo) => upTo > rank)] ?? townOf(towns, "35238");
    return drawnPlan(hostAt(hosts, 1 + Math.floor(random() * (hosts.length - 1))), town, random);
  });
}

function drawnPlan(host: SeededHost, town: Town, random: () => number): OfferPlan {
  const seats = pick(random, [
    [1, 1],
    [1, 1],
    [2, 2],
    [2, 2],
    [3, 3],
    [4, 4],
    [2, 0],
    [0, 2],
    [1, 2],
  ] as const);
  return {
    host,
    town,
    sector: pick(random, host.sectors),
    seats: [seats[0], seats[1]],
    acceptsSingleWeek: seats[0] === 0 || seats[1] === 0 || random() < 0.8,
    ageDays: Math.floor(random() * 50),
  };
}

function offerRows(plan: OfferPlan, index: number, { random, campaignId, now }: SeedInput) {
  const { host, town, sector } = plan;
  const site = { id: newId(), organisationId: host.organisationId, ...siteAddress(town, index, random) };
  const text = offerTextFor(sector, index, host.proposes);
  const publishedAt = new Date(now.getTime() - plan.ageDays * 86_400_000 - index * 1000);
  const offer = {
    id: newId(),
    campaignId,
    organisationId: host.organisationId,
    siteId: site.id,
    createdBy: host.employerId,
    status: "published" as const,
    ...text,
    ...(plan.title ? { title: plan.title } : {}),
    sectorCode: sector,
    challenges: sectors.find(({ code }) => code === sector)?.challenges ?? [],
    acceptsSingleWeek: plan.acceptsSingleWeek ?? true,
    hoursGrid: DEFAULT_HOURS_GRID,
    lunch: pick(random, [
      "Repas possible avec l’équipe, à la charge de l’élève.",
      "Restaurant d’entreprise pris en charge.",
      "Salle de repas avec micro-ondes.",
    ]),
    accessNote: "Sonnez à l’accueil et demandez la personne qui vous accompagne.",
    supervisorName: "Camille Robin",
    supervisorContact: "01 99 00 22 11",
    reservedTo: plan.reservedTo ?? null,
    createdAt: publishedAt,
    updatedAt: publishedAt,
    publishedAt,
  };
  const seats = WEEK_NUMBERS.map((week) => ({
    offerId: offer.id,
    week,
    capacity: plan.seats[week - 1] ?? 0,
  }));
  return { site, offer, seats };
}

function siteAddress(town: Town, index: number, random: () => number) {
  const [first = "00000"] = town.postcodes;
  // Not everyone works on the square of the town hall: spread within about a kilometre and a half.
  return {
    addressLine: `${1 + (index % 90)} ${pick(random, STREETS)}`,
    postcode: first,
    town: town.name,
    inseeCode: town.inseeCode,
    latitude: Number((town.latitude + (random() - 0.5) * 0.02).toFixed(5)),
    longitude: Number((town.longitude + (random() - 0.5) * 0.03).toFixed(5)),
    approximate: town.approximate,
  };
}

function townOf(towns: Town[], inseeCode: string): Town {
  const town = towns.find((known) => known.inseeCode === inseeCode);
  if (!town) throw new Error(`No commune ${inseeCode} with a point`);
  return town;
}

function hostAt(hosts: SeededHost[], index: number): SeededHost {
  const host = hosts[index];
  if (!host) throw new Error("Not enough organisations");
  return host;
}
