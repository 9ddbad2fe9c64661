import {
  DEMONSTRATION_ACCOUNTS,
  DEMONSTRATION_PASSWORD,
  DEMONSTRATION_TOTP_SECRET,
} from "#app/domain/accounts/demonstration-accounts.ts";
import { hashPassword } from "#app/domain/accounts/passwords.server.ts";
import type { Role } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/kernel/ids.ts";
import type { Transaction } from "#db/client.ts";
import { affiliations, identities, persons } from "#db/schema/index.ts";

const FIRST_NAMES = [
  "Adam",
  "Agathe",
  "Aïcha",
  "Alice",
  "Amir",
  "Anaïs",
  "Antoine",
  "Awa",
  "Baptiste",
  "Camille",
  "Chloé",
  "Daouda",
  "Elias",
  "Emma",
  "Enzo",
  "Eva",
  "Fatou",
  "Gabriel",
  "Hugo",
  "Ilyès",
  "Inaya",
  "Jade",
  "Jules",
  "Kenza",
  "Léon",
  "Lina",
  "Louane",
  "Lucas",
  "Maël",
  "Manon",
  "Mehdi",
  "Mia",
  "Nathan",
  "Noé",
  "Nour",
  "Oumar",
  "Paola",
  "Rayan",
  "Romane",
  "Salomé",
  "Sami",
  "Sofia",
  "Théo",
  "Tiago",
  "Victor",
  "Yanis",
  "Zélie",
  "Zoé",
] as const;
const LAST_NAMES = [
  "Adam",
  "Barbier",
  "Bertin",
  "Boucher",
  "Carlier",
  "Charpentier",
  "Cissé",
  "Colin",
  "Da Silva",
  "Delmas",
  "Diallo",
  "Etienne",
  "Fabre",
  "Garnier",
  "Giraud",
  "Hamel",
  "Haddad",
  "Jacob",
  "Kone",
  "Lacroix",
  "Le Gall",
  "Lemoine",
  "Lopez",
  "Marchal",
  "Mercier",
  "Nguyen",
  "Olivier",
  "Pasquier",
  "Perrot",
  "Quéré",
  "Renaud",
  "Robin",
  "Sanchez",
  "Tessier",
  "Traoré",
  "Vasseur",
  "Weber",
  "Zimmermann",
] as const;

/** The n-th invented name; no two of the first eighteen hundred are alike. */
export function inventedName(index: number): { firstName: string; lastName: string } {
  return {
    firstName: FIRST_NAMES[index % FIRST_NAMES.length] ?? "Camille",
    lastName:
      LAST_NAMES[(index * 7 + Math.floor(index / FIRST_NAMES.length)) % LAST_NAMES.length] ?? "Martin",
  };
}

export interface SeededPerson {
  firstName: string;
  lastName: string;
  email?: string;
  birthDate?: string;
}

export async function seedPerson(tx: Transaction, person: SeededPerson, now: Date): Promise<string> {
  const id = newId();
  await tx.insert(persons).values({ id, ...person, createdAt: now });
  return id;
}

/** One of the accounts that `/connexion` lists, with its password and, where its role asks for one, its second factor. */
export async function seedAccount(
  tx: Transaction,
  email: string,
  details: { birthDate?: string },
  now: Date,
): Promise<string> {
  const account = DEMONSTRATION_ACCOUNTS.find((known) => known.email === email);
  if (!account) throw new Error(`No demonstration account ${email}`);
  const [firstName = account.name, ...rest] = account.name.split(" ");
  const personId = await seedPerson(
    tx,
    { firstName, lastName: rest.join(" ") || "Stage de seconde", email, ...details },
    now,
  );
  await tx.insert(identities).values({
    personId,
    issuer: "password",
    subject: email,
    passwordHash: await hashPassword(DEMONSTRATION_PASSWORD),
    totpSecret: account.secondFactor ? DEMONSTRATION_TOTP_SECRET : null,
    validFrom: now,
  });
  return personId;
}

export async function affiliate(
  tx: Transaction,
  personId: string,
  role: Role,
  target: { schoolUai?: string; organisationId?: string; academyCode?: string },
  validFrom: string,
): Promise<void> {
  await tx.insert(affiliations).values({ personId, role, validFrom, ...target });
}
