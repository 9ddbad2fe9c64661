import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { MessageHealthFigures } from "#app/ui/admin/message-health-figures.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { readHealth } from "./message-health.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Administration") }];

export async function loader(args: LoaderFunctionArgs) {
  return readHealth(await requireActor(args, "admin"));
}

const PAGES = [
  {
    to: paths.admin.messages(),
    label: "Journal des messages",
    tells: "Ce qui a été écrit, à qui, pourquoi, et ce qu’il en est advenu.",
  },
  {
    to: paths.admin.failures(),
    label: "Messages en échec",
    tells: "Ceux que le service a renoncé à envoyer : renvoyer, ou non.",
  },
  {
    to: paths.admin.skippedEvents(),
    label: "Événements sans message",
    tells: "Ce qui n’a été dit à personne, avec la raison.",
  },
  {
    to: paths.admin.templates(),
    label: "Modèles de messages",
    tells: "Chaque message, comme il s’affiche et en texte.",
  },
];

const SEARCH_PAGES = [
  {
    to: paths.admin.synonyms(),
    label: "Synonymes de la recherche",
    tells: "Les mots qui trouvent les mêmes offres : « véto » et « vétérinaire ».",
  },
  {
    to: paths.admin.searches(),
    label: "Recherches",
    tells: "Ce qui est cherché, et ce qui ne trouve rien, sans savoir par qui.",
  },
];

const SECTIONS = [
  { id: "pages", title: "Les messages", pages: PAGES },
  { id: "recherche", title: "La recherche", pages: SEARCH_PAGES },
];

export default function AdminHome() {
  const health = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title="Administration" />
      <section aria-labelledby="envois">
        <h2 id="envois">Les envois en ce moment</h2>
        <MessageHealthFigures {...health} />
      </section>
      {SECTIONS.map(({ id, title, pages }) => (
        <section aria-labelledby={id} key={id}>
          <h2 id={id}>{title}</h2>
          <ul className="agreement-list">
            {pages.map(({ to, label, tells }) => (
              <li className="agreement-item" key={to}>
                <h3 className="agreement-item__title">
                  <Link to={to}>{label}</Link>
                </h3>
                <p>{tells}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
