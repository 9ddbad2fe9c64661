import { demonstrationSiret } from "#app/domain/hosts/siret.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { newId } from "#app/kernel/ids.ts";
import type { Transaction } from "#db/client.ts";
import { hostOrganisations } from "#db/schema/index.ts";
import { affiliate, inventedName, seedAccount, seedPerson } from "./people.ts";

interface HostPlan {
  name: string;
  town: string;
  postcode: string;
  sectors: readonly string[];
  /** Of the texts of each of its sectors, the places of those that such a host would write; all of them when absent. */
  proposes?: readonly number[];
  isPublic?: boolean;
  account?: string;
}

/** Invented organisations; the first two are those of the accounts shown on `/connexion`. */
const PLANS: readonly HostPlan[] = [
  {
    name: "Les Ateliers du Canal",
    town: "Rennes",
    postcode: "35000",
    sectors: ["s2", "s4", "s31"],
    account: "claire.petit@example.org",
  },
  {
    name: "Fabrique Durand",
    town: "Saint-Denis",
    postcode: "93200",
    sectors: ["s30", "s21", "s34"],
    account: "marc.durand@example.org",
  },
  {
    name: "Réseau Horizon Santé",
    town: "Lyon",
    postcode: "69003",
    sectors: ["s43", "s41"],
    proposes: [0, 2],
  },
  { name: "Clinique des Tilleuls", town: "Bordeaux", postcode: "33000", sectors: ["s43"], proposes: [0] },
  {
    name: "Centre hospitalier du Val-Fleuri",
    town: "Tours",
    postcode: "37000",
    sectors: ["s43"],
    proposes: [0, 2],
    isPublic: true,
  },
  {
    name: "Pharmacies du Beffroi",
    town: "Lille",
    postcode: "59000",
    sectors: ["s41"],
    proposes: [2],
  },
  {
    name: "Cabinets vétérinaires Quatre-Pattes",
    town: "Le Mans",
    postcode: "72000",
    sectors: ["s43"],
    proposes: [1],
  },
  { name: "Numéris Coopérative", town: "Nantes", postcode: "44000", sectors: ["s31", "s32"] },
  { name: "Studio Pixel Vert", town: "Montpellier", postcode: "34000", sectors: ["s32", "s7"] },
  { name: "Octet & Compagnie", town: "Toulouse", postcode: "31000", sectors: ["s31"] },
  { name: "Fermes du Bocage réunies", town: "Vire", postcode: "14500", sectors: ["s51", "s1"] },
  { name: "Maraîchages de la Boucle", town: "Angers", postcode: "49000", sectors: ["s51"] },
  { name: "Atelier Bois & Lumière", town: "Besançon", postcode: "25000", sectors: ["s24", "s5"] },
  { name: "Bâtisseurs associés", town: "Strasbourg", postcode: "67000", sectors: ["s10", "s2"] },
  { name: "Paysages en commun", town: "Annecy", postcode: "74000", sectors: ["s2", "s23"] },
  { name: "Énergies des Crêtes", town: "Grenoble", postcode: "38000", sectors: ["s21", "s23"] },
  { name: "Rivières vivantes", town: "Limoges", postcode: "87000", sectors: ["s23"] },
  { name: "Mairie de Valclair", town: "Valence", postcode: "26000", sectors: ["s25"], isPublic: true },
  {
    name: "Département des Deux-Vallées",
    town: "Niort",
    postcode: "79000",
    sectors: ["s25"],
    isPublic: true,
  },
  { name: "Tribunal de Port-Clément", town: "Rouen", postcode: "76000", sectors: ["s18"], isPublic: true },
  { name: "Étude Lavande et associés", town: "Avignon", postcode: "84000", sectors: ["s18"] },
  { name: "Banque du Littoral", town: "La Rochelle", postcode: "17000", sectors: ["s9"] },
  { name: "Mutuelle des Trois-Ponts", town: "Niort", postcode: "79000", sectors: ["s9"] },
  { name: "Cabinet Chiffres clairs", town: "Orléans", postcode: "45000", sectors: ["s14"] },
  { name: "Conseil & Sens", town: "Paris", postcode: "75010", sectors: ["s15"] },
  { name: "Librairies de la Grand-Rue", town: "Dijon", postcode: "21000", sectors: ["s19"] },
  {
    name: "Médiathèque des Remparts",
    town: "Poitiers",
    postcode: "86000",
    sectors: ["s19", "s17"],
    isPublic: true,
  },
  { name: "Musée des Gestes", town: "Saint-Étienne", postcode: "42000", sectors: ["s17"], isPublic: true },
  { name: "Théâtre de l’Écluse", town: "Marseille", postcode: "13001", sectors: ["s6"] },
  { name: "Radio Confluence", town: "Lyon", postcode: "69002", sectors: ["s7", "s33"] },
  { name: "Le Courrier des Deux-Rives", town: "Bayonne", postcode: "64100", sectors: ["s33", "s13"] },
  { name: "Agence Mots-Dits", town: "Paris", postcode: "75011", sectors: ["s13"] },
  { name: "Écoles du Petit-Bois", town: "Le Tampon", postcode: "97430", sectors: ["s22"], isPublic: true },
  { name: "Collège des Alizés", town: "Fort-de-France", postcode: "97200", sectors: ["s22"], isPublic: true },
  { name: "Garages du Rond-Point", town: "Metz", postcode: "57000", sectors: ["s8"] },
  { name: "Ateliers ferroviaires de l’Ouest", town: "Le Havre", postcode: "76600", sectors: ["s16", "s30"] },
  { name: "Laboratoires Clairval", town: "Clermont-Ferrand", postcode: "63000", sectors: ["s29"] },
  { name: "Biscuiterie des Îles", town: "Saint-Denis", postcode: "97400", sectors: ["s28"] },
  { name: "Hôtels du Front-de-Mer", town: "Nice", postcode: "06000", sectors: ["s26"] },
  { name: "Transports Mistral", town: "Nîmes", postcode: "30000", sectors: ["s34"] },
];

export interface SeededHost {
  organisationId: string;
  employerId: string;
  sectors: readonly string[];
  proposes: readonly number[] | undefined;
}

/** Forty organisations, each with someone who answers for it. */
export async function seedHosts(tx: Transaction, now: Date, since: CalendarDate): Promise<SeededHost[]> {
  const seeded: SeededHost[] = [];
  for (const [index, plan] of PLANS.entries()) {
    const organisationId = newId();
    const contact = inventedName(700 + index);
    const employerId = plan.account
      ? await seedAccount(tx, plan.account, {}, now)
      : await seedPerson(tx, { ...contact, email: `contact.${index}@example.org` }, now);
    await tx.insert(hostOrganisations).values({
      id: organisationId,
      name: plan.name,
      siret: demonstrationSiret(index + 1),
      isPublic: plan.isPublic ?? false,
      addressLine: `${index + 2} rue des Métiers`,
      postcode: plan.postcode,
      town: plan.town,
      signatoryName:
        index === 0
          ? "Claire Petit"
          : index === 1
            ? "Marc Durand"
            : `${contact.firstName} ${contact.lastName}`,
      signatoryQuality: plan.isPublic ? "direction" : "gérance",
      preventionContact: `${inventedName(800 + index).firstName} ${inventedName(800 + index).lastName}`,
      createdAt: now,
      proof: "directory",
      provenAt: now,
    });
    await affiliate(tx, employerId, "employer", { organisationId }, since);
    seeded.push({ organisationId, employerId, sectors: plan.sectors, proposes: plan.proposes });
  }
  return seeded;
}
