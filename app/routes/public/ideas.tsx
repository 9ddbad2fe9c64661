import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { IdeasPage } from "#app/ui/discovery/ideas-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";

const TITLE = "Je ne sais pas quoi chercher";

export const meta: MetaFunction = () => [{ title: pageTitle(TITLE) }];

export default function Ideas() {
  return (
    <Page narrow>
      <PageHeader
        title={TITLE}
        lead="C’est normal. Partez d’une envie : deux touches, et voici de vraies offres."
        trail={[{ to: paths.offers(), label: "Trouver un stage" }]}
        crumb="Des idées"
      />
      <IdeasPage />
      <p>
        Rien ne vous tente&nbsp;?{" "}
        <Link to={paths.offers({ tri: "recentes" })}>Regardez les dernières offres</Link>, tous métiers
        confondus&nbsp;: en seconde, on découvre.
      </p>
    </Page>
  );
}
