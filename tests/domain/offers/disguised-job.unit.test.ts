import { describe, expect, it } from "vitest";
import { findJobSigns } from "#app/domain/offers/disguised-job.ts";

const signs = (text: string) => findJobSigns(text).map(({ sign }) => sign);

describe("an offer that reads like a job", () => {
  it.each([
    ["Vous serez en caisse le samedi.", "till"],
    ["Hôtesse de caisse en supermarché", "till"],
    ["Mise en rayon et accueil", "shelves"],
    ["La plonge du midi", "dishes"],
    ["Service seul en salle", "serving"],
    ["Faire de la vente de prêt-à-porter", "selling"],
    ["Conduite d'engins de chantier", "driving"],
    ["Livraison à vélo dans le quartier", "driving"],
    ["Travail en hauteur sur échafaudage", "height"],
    ["Manipuler des produits chimiques", "chemicals"],
    ["Nettoyage des armes", "weapons"],
    ["Utiliser la tronçonneuse", "machines"],
    ["Port de charges lourdes", "loads"],
    ["Faire le ménage chaque soir", "cleaning"],
    ["Petite rémunération selon motivation", "pay"],
  ] as const)("is told to its author: %s", (text, sign) => expect(signs(text)).toContain(sign));

  it.each([
    "Découverte du métier d'infirmière et observation des soins.",
    "Comprendre comment se conçoit un point de vente et rencontrer l'équipe commerciale.",
    "Participer à une réunion de rédaction, visiter l'imprimerie, poser des questions.",
    "L'élève observe, sans conduite d'engins et sans produits chimiques.",
    "Les élèves ne feront pas de plonge.",
    "Suivre le chef de projet : conduite de réunion, conduite du changement.",
    "Larmes de rire garanties dans notre théâtre",
  ])("leaves an observation in peace: %s", (text) => expect(signs(text)).toEqual([]));

  it("looks at every text of the offer and quotes the words that it found", () => {
    expect(findJobSigns("Un magasin", "Accueil", "Mise en rayon le matin")).toEqual([
      { sign: "shelves", words: "mise en rayon" },
    ]);
    expect(findJobSigns(null, undefined, "")).toEqual([]);
  });
});
