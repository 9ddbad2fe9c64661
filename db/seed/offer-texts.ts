import { business } from "./offer-texts/business.ts";
import { culture } from "./offer-texts/culture.ts";
import { industry } from "./offer-texts/industry.ts";
import { natureAndBuilding } from "./offer-texts/nature-and-building.ts";
import { people } from "./offer-texts/people.ts";
import type { SectorTexts } from "./offer-texts/types.ts";

export interface OfferTexts {
  title: string;
  description: string;
  activities: string;
}

const bySector: Record<string, SectorTexts> = {
  ...natureAndBuilding,
  ...people,
  ...culture,
  ...business,
  ...industry,
};

const WELCOMES = [
  "Vous observez, vous posez vos questions et vous échangez avec l’équipe : aucune connaissance n’est attendue.",
  "Un membre de l’équipe vous accompagne du premier au dernier jour ; votre curiosité suffit.",
  "Les journées alternent observation, rencontres et petits travaux de découverte, toujours accompagnés.",
] as const;

/**
 * Words of an invented offer, one of those `proposed` of its sector (by place); any whole number is a variant, so that a
 * neighbour reads differently.
 */
export function offerTextFor(sectorCode: string, variant: number, proposed?: readonly number[]): OfferTexts {
  const all = textsOf(sectorCode).offers;
  const offers = proposed ? all.filter((_, place) => proposed.includes(place)) : all;
  const [title, introduction, activities] = pick(offers, variant);
  const welcome = pick(WELCOMES, Math.floor(variant / offers.length));
  return {
    title,
    description: `${introduction} ${welcome}`,
    activities: activities.split(" | ").map(capitalised).join("\n"),
  };
}

/** Every invented offer once, with its sector. */
export function offerTexts(): (OfferTexts & { sectorCode: string })[] {
  return Object.entries(bySector).flatMap(([sectorCode, { offers }]) =>
    offers.map((_, variant) => ({ sectorCode, ...offerTextFor(sectorCode, variant) })),
  );
}

/** Name of an invented organisation of the sector, "Ferme des Tilleuls – Rennes". */
export function hostNameFor(sectorCode: string, variant: number, town: string): string {
  return `${pick(textsOf(sectorCode).hosts, variant)} – ${town}`;
}

function textsOf(sectorCode: string): SectorTexts {
  const texts = bySector[sectorCode];
  if (!texts) throw new Error(`No offer text for sector ${sectorCode}`);
  return texts;
}

function pick<Item>(items: readonly Item[], variant: number): Item {
  return items[Math.abs(variant) % items.length] as Item;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
