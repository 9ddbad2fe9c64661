import { Link } from "@remix-run/react";

import { FROM_SCHOOL, paths } from "#app/paths.ts";
import { FamilyPictogram } from "../families/pictogram.tsx";

interface Wish {
  id: string;
  title: string;
  family: string;
  /** Where the second press leads: families of trades, said as what one does there. */
  choices: readonly { family: string; label: string }[];
}

/** Six wishes in the words of a pupil; each opens on what one may do there. */
const WISHES: readonly Wish[] = [
  {
    id: "dehors",
    title: "Être dehors",
    family: "nature-energie",
    choices: [
      { family: "nature-energie", label: "Avec les animaux, les plantes, la nature" },
      { family: "batiment", label: "Sur un chantier" },
      { family: "transports", label: "Sur la route, parmi les véhicules" },
      { family: "tourisme-sport", label: "Dans le sport et les loisirs" },
    ],
  },
  {
    id: "soigner",
    title: "Soigner",
    family: "sante",
    choices: [
      { family: "sante", label: "À l’hôpital, en cabinet, en pharmacie" },
      { family: "nature-energie", label: "Auprès des animaux" },
      { family: "education-solidarite", label: "Auprès des enfants ou des personnes âgées" },
    ],
  },
  {
    id: "creer",
    title: "Créer",
    family: "creation",
    choices: [
      { family: "creation", label: "Le dessin, la mode, les métiers d’art" },
      { family: "culture", label: "La musique, le spectacle, les livres" },
      { family: "medias", label: "La vidéo, la photo, la communication" },
    ],
  },
  {
    id: "ordinateurs",
    title: "Toucher aux ordinateurs",
    family: "numerique",
    choices: [
      { family: "numerique", label: "L’informatique et le jeu vidéo" },
      { family: "industrie-sciences", label: "Les sciences et la robotique" },
      { family: "gestion", label: "Les chiffres et les bureaux" },
    ],
  },
  {
    id: "aider",
    title: "Aider",
    family: "education-solidarite",
    choices: [
      { family: "education-solidarite", label: "L’école et la solidarité" },
      { family: "droit-securite", label: "Le droit, la sécurité, le service public" },
      { family: "commerce", label: "L’accueil et le conseil en magasin" },
    ],
  },
  {
    id: "fabriquer",
    title: "Fabriquer",
    family: "industrie-sciences",
    choices: [
      { family: "batiment", label: "Construire, travailler le bois" },
      { family: "industrie-sciences", label: "Les machines et l’usine" },
      { family: "transports", label: "Réparer des véhicules" },
      { family: "tourisme-sport", label: "La cuisine et la pâtisserie" },
    ],
  },
];

/** Two presses from no idea to offers: around their school for pupils, in the country for visitors. */
export function IdeasPage() {
  return (
    <ul className="ideas">
      {WISHES.map(({ id, title, family, choices }) => (
        <li key={id}>
          <details className="ideas__wish" name="envie">
            <summary>
              <FamilyPictogram family={family} />
              <h2 className="ideas__title">{title}</h2>
            </summary>
            <ul className="ideas__choices">
              {choices.map((choice) => (
                <li key={choice.family}>
                  <Link to={paths.offers({ [FROM_SCHOOL]: "lycee", famille: choice.family })}>
                    {choice.label}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}
