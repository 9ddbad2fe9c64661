import type { MetaFunction } from "@remix-run/node";
import { ForSchoolsPage } from "#app/ui/home/for-schools-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";

export const meta: MetaFunction = () => [
  { title: pageTitle("Vous travaillez dans un lycée") },
  {
    name: "description",
    content: "Suivre les stages de seconde de vos classes, de la recherche à la convention.",
  },
];

export default function ForSchools() {
  return <ForSchoolsPage />;
}
