import type { Provider } from "#app/domain/federation/identity-provider.ts";

/** Someone invented whom a stand-in provider can vouch for. */
export interface StandInPerson {
  subject: string;
  name: string;
  about: string;
  claims: Readonly<Record<string, string | string[]>>;
  /** How they proved who they are; without it, by a password alone. */
  acr?: string;
}

const RENNES = "0359901A";
const MARSEILLE = "0139902B";
const SAINT_DENIS = "0939903C";

/** The demonstration's people, and some whom it does not know, as each federation tells of them. */
export const STAND_IN_PEOPLE: Readonly<Record<Provider, readonly StandInPerson[]>> = {
  educonnect: [
    {
      subject: "ec-ines",
      name: "Inès Martin",
      about: "élève de seconde à Rennes, déjà dans une classe",
      claims: {
        given_name: "Inès",
        family_name: "Martin",
        FrEduCtPersonAffiliation: "eleve2d",
        FrEduCtEleveUAI: RENNES,
        FrEduCtEleveINE: "0000000001A",
        FrEduCtEleveNivFormation: "2211",
      },
    },
    {
      subject: "ec-karim",
      name: "Karim Benali",
      about: "élève de seconde à Marseille, déjà dans une classe",
      claims: {
        given_name: "Karim",
        family_name: "Benali",
        FrEduCtPersonAffiliation: "eleve2d",
        FrEduCtEleveUAI: MARSEILLE,
        FrEduCtEleveINE: "0000000002A",
        FrEduCtEleveNivFormation: "2211",
      },
    },
    {
      subject: "ec-noe",
      name: "Noé Lambert",
      about: "élève de seconde à Rennes, dans aucune classe encore",
      claims: {
        given_name: "Noé",
        family_name: "Lambert",
        birthdate: "2011-04-12",
        FrEduCtPersonAffiliation: "eleve2d",
        FrEduCtEleveUAI: RENNES,
        FrEduCtEleveINE: "0000000009A",
        FrEduCtEleveNivFormation: "2211",
      },
    },
    {
      subject: "ec-tom",
      name: "Tom Garcia",
      about: "élève de troisième",
      claims: {
        given_name: "Tom",
        family_name: "Garcia",
        FrEduCtPersonAffiliation: "eleve2d",
        FrEduCtEleveUAI: RENNES,
        FrEduCtEleveINE: "0000000010A",
        FrEduCtEleveNivFormation: "2115",
      },
    },
    {
      subject: "ec-helene",
      name: "Hélène Martin",
      about: "parent d’Inès",
      claims: {
        given_name: "Hélène",
        family_name: "Martin",
        FrEduCtPersonAffiliation: "resp2d",
        FrEduCtEleveINE: ["0000000001A"],
      },
    },
    {
      subject: "ec-bruno",
      name: "Bruno Petitjean",
      about: "parent d’un élève que le service ne connaît pas",
      claims: { given_name: "Bruno", family_name: "Petitjean", FrEduCtPersonAffiliation: "resp2d" },
    },
    {
      subject: "ec-sonia",
      name: "Sonia Ferrand",
      about: "parent d’une élève que le service ne connaît pas",
      claims: { given_name: "Sonia", family_name: "Ferrand", FrEduCtPersonAffiliation: "resp2d" },
    },
  ],
  academie: [
    {
      subject: "ac-lucie",
      name: "Lucie Henry",
      about: "enseignante dans deux lycées",
      claims: {
        given_name: "Lucie",
        family_name: "Henry",
        email: "lucie.henry@ac-rennes.example.org",
        FrEduFonctAdm: "ENS",
        FrEduRne: [`${RENNES}$UAJ$PU$N$T3$LYC$340`, `${SAINT_DENIS}$UAJ$PU$N$T3$LYC$340`],
        FrEduRneResp: "X",
      },
    },
    {
      subject: "ac-marie",
      name: "Marie Colin",
      about: "secrétaire dans deux lycées",
      claims: {
        given_name: "Marie",
        family_name: "Colin",
        email: "marie.colin@ac-rennes.example.org",
        FrEduFonctAdm: "ADF",
        FrEduRne: [`${RENNES}$UAJ$PU$N$T3$LYC$340`, `${MARSEILLE}$UAJ$PU$N$T3$LYC$340`],
        FrEduRneResp: "X",
      },
    },
    {
      subject: "ac-sophie",
      name: "Sophie Bernard",
      about: "enseignante de la classe d’Inès, qui a déjà un compte",
      claims: {
        given_name: "Sophie",
        family_name: "Bernard",
        email: "sophie.bernard@example.org",
        FrEduFonctAdm: "ENS",
        FrEduRne: [`${RENNES}$UAJ$PU$N$T3$LYC$340`],
        FrEduRneResp: "X",
      },
    },
    {
      subject: "ac-yves",
      name: "Yves Robin",
      about: "proviseur à Marseille, avec deux facteurs",
      acr: "eidas1-mfa",
      claims: {
        given_name: "Yves",
        family_name: "Robin",
        email: "yves.robin@ac-aix-marseille.example.org",
        FrEduFonctAdm: "DIR",
        FrEduRne: [`${MARSEILLE}$UAJ$PU$N$T3$LYC$340`],
        FrEduRneResp: [`${MARSEILLE}$UAJ$PU$N$T3$LYC$340`],
      },
    },
    {
      subject: "ac-denise",
      name: "Denise Olivier",
      about: "enseignante, sans lycée de rattachement",
      claims: {
        given_name: "Denise",
        family_name: "Olivier",
        email: "denise.olivier@ac-rennes.example.org",
        FrEduFonctAdm: "ENS",
        FrEduRne: "X",
        FrEduRneResp: "X",
      },
    },
  ],
  proconnect: [
    {
      subject: "pc-claire",
      name: "Claire Petit",
      about: "employeuse, qui a déjà un compte",
      acr: "eidas1-mfa",
      claims: {
        given_name: "Claire",
        usual_name: "Petit",
        email: "claire.petit@example.org",
        uid: "claire.petit",
        siret: "73282932000074",
      },
    },
    {
      subject: "pc-rosa",
      name: "Rosa Vidal",
      about: "employeuse, nouvelle ici",
      acr: "eidas2",
      claims: {
        given_name: "Rosa",
        usual_name: "Vidal",
        email: "rosa.vidal@example.org",
        uid: "rosa.vidal",
        siret: "73282932000074",
      },
    },
    {
      subject: "pc-ali",
      name: "Ali Marchand",
      about: "employeur, nouveau ici",
      acr: "eidas0-mfa",
      claims: {
        given_name: "Ali",
        usual_name: "Marchand",
        email: "ali.marchand@example.org",
        uid: "ali.marchand",
        siret: "73282932000074",
      },
    },
    {
      subject: "pc-hugo",
      name: "Hugo Blanchard",
      about: "employeur, avec un mot de passe seul",
      claims: {
        given_name: "Hugo",
        usual_name: "Blanchard",
        email: "hugo.blanchard@example.org",
        uid: "hugo.blanchard",
        siret: "73282932000074",
      },
    },
  ],
};
