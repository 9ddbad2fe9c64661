import type { MetaFunction } from "@remix-run/node";
import { ForHostsPage } from "#app/ui/home/for-hosts-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";

export const meta: MetaFunction = () => [
  { title: pageTitle("Accueillir un élève de seconde") },
  {
    name: "description",
    content:
      "Proposer un stage de seconde : publier une offre, répondre aux élèves, compléter la convention.",
  },
];

export default function ForHosts() {
  return <ForHostsPage />;
}
