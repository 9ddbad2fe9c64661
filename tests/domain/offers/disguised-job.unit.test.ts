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
    ["Vous tiendrez la caisse et servirez la clientèle", "till"],
    ["Vous tiendrez la caisse, servirez la clientèle et nettoierez les tables", "serving"],
    ["… servirez la clientèle et nettoierez les tables. Vous conduirez le tracteur", "cleaning"],
    ["Vous conduirez le tracteur", "driving"],
    ["L'élève conduit la mini-pelle", "driving"],
    ["Les tables seront nettoyées par l'élève", "cleaning"],
    ["La caisse est tenue par le stagiaire", "till"],
    ["Vous servez aussi les clients au bar", "serving"],
    ["Vous mettrez les produits en rayon", "shelves"],
    ["L'élève remplit les rayons", "shelves"],
    ["Vous ferez la vaisselle", "dishes"],
    ["Vous vendrez des glaces sur la plage", "selling"],
    ["Il faudra porter les cartons jusqu'au dépôt", "loads"],
    ["Vous déchargerez les camions", "loads"],
    ["Vous travaillerez en hauteur", "height"],
    ["Vous utiliserez la perceuse", "machines"],
    ["Vous passerez l'aspirateur", "cleaning"],
    ["Vous serez payé en fin de semaine", "pay"],
    ["Vendeur polyvalent", "staffing"],
    ["Équipière polyvalente", "staffing"],
    ["Serveur : vous remplacez un salarié absent", "staffing"],
    ["Venez en renfort pour l'été", "staffing"],
    ["Nous recherchons une vendeuse pour la saison", "staffing"],
    ["Le candidat idéal est ponctuel", "staffing"],
    ["Poste à pourvoir immédiatement", "staffing"],
  ] as const)("is told to its author: %s", (text, sign) => expect(signs(text)).toContain(sign));

  it.each(
    Object.entries({
      till: "tenir caisse|tenue de la caisse|poste de caisse|hôtes de caisse|caissier|caissières|encaissement",
      shelves: "mises en rayons|mettre en rayon|remplissage des rayons|réassortir|facing",
      dishes: "plonge|faire la vaisselle|plongeuse|plongeurs",
      serving: "service en autonomie|service en salle seul|servir seule|servir les clients|servir en salle",
      selling:
        "faire des ventes|vendre|conclure une série : conclure des ventes|vente directe|ventes en autonomie|objectif de vente|démarchage|prospection téléphonique",
      driving:
        "conduire un véhicule|conduite de véhicules|conduite d’un engin|conduite de tracteur|permis B|permis de conduire|livraison à scooter|cariste",
      height: "travaux en hauteur|échafaudages|sur le toit : sur les toits|monter sur un toit|nacelle",
      chemicals: "substance dangereuse : substances dangereux|agents toxiques|pesticide|solvants|amiante",
      weapons: "arme|munitions|explosif|tir réel",
      machines:
        "utiliser une machine|manier la scie|utilisation de perceuse|maniement de meuleuse|débroussailleuse",
      loads: "port de charges|manutention|décharger les camions|déchargement de palette",
      cleaning: "ménage des chambres|faire le ménage|nettoyage des locaux|nettoyage des sanitaires",
      pay: "rémunéré|salaire|gratification|pourboires|SMIC",
    }).flatMap(([sign, words]) => words.split("|").map((word) => [word, sign])),
  )("is told by its words alone: %s", (words, sign) => expect(signs(words)).toEqual([sign]));

  it.each([
    "pas de caisse ni plonge",
    "aucune manutention",
    "interdit de conduire",
    "jamais sur les toits",
    "sans aucun salaire",
  ])("is not one that says the contrary: %s", (text) => expect(signs(text)).toEqual([]));

  it("is one when what is excluded once is asked for elsewhere", () => {
    expect(findJobSigns("Sans manutention.", "Manutention le matin")).toEqual([
      { sign: "loads", words: "manutention" },
    ]);
  });

  it.each([
    "Découverte du métier d'infirmière et observation des soins.",
    "Comprendre comment se conçoit un point de vente et rencontrer l'équipe commerciale.",
    "Participer à une réunion de rédaction, visiter l'imprimerie, poser des questions.",
    "L'élève observe, sans conduite d'engins et sans produits chimiques.",
    "Les élèves ne feront pas de plonge.",
    "Suivre le chef de projet : conduite de réunion, conduite du changement.",
    "Larmes de rire garanties dans notre théâtre",
    "Comprendre comment conduire un projet, du premier croquis à la livraison",
    "Vous ne servirez pas les clients : vous regarderez comment l'équipe les accueille",
    "Un outil qui sert à mesurer la qualité de l'air",
    "Le restaurant sert les habitants du quartier depuis 1987",
    "Visiter les postes de travail et comprendre le recrutement d'une équipe",
    "Nos magasins vendent des livres d'occasion : découvrez le métier de libraire",
    "Éditeur ou éditrice : du manuscrit au livre",
    "Découvrir le métier de serveur dans un restaurant",
    "Candidater est simple : quelques phrases suffisent",
    "Vous rencontrerez la personne qui remplace les pièces usées",
  ])("leaves an observation in peace: %s", (text) => expect(signs(text)).toEqual([]));

  it("looks at every text of the offer and quotes the words that it found", () => {
    expect(findJobSigns("Un magasin", "Accueil", "Mise en rayon le matin")).toEqual([
      { sign: "shelves", words: "mise en rayon" },
    ]);
    expect(findJobSigns(null, undefined, "")).toEqual([]);
  });
});
