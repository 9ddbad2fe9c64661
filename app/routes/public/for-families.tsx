import type { MetaFunction } from "@remix-run/node";
import { ForFamiliesPage } from "#app/ui/home/for-families-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";

export const meta: MetaFunction = () => [
  { title: pageTitle("Parents et responsables légaux") },
  {
    name: "description",
    content:
      "Suivre la recherche de stage de votre enfant, sans compte : ce que vous pouvez faire et comment entrer.",
  },
];

export default function ForFamilies() {
  return <ForFamiliesPage />;
}
