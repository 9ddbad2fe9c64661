import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listFailedDocuments } from "#app/domain/agreements/document/failed-documents.queries.server.ts";
import { countHeldOffers } from "#app/domain/offers/moderation/moderation.queries.server.ts";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { MessageHealthFigures } from "#app/ui/admin/message-health-figures.tsx";
import { Notice } from "#app/ui/components/notice.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { FailedDocuments } from "#app/ui/admin/failed-documents.tsx";
import { readHealth } from "./message-health.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Administration") }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "admin");
  return {
    ...(await readHealth(ctx)),
    documents: await listFailedDocuments(ctx.db),
    heldOffers: await countHeldOffers(ctx.db),
  };
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

const MODERATION_PAGES = [
  {
    to: paths.admin.moderation(),
    label: "Modération",
    tells: "Les offres qu’un contrôle a retenues : les lire, puis les approuver ou les refuser.",
  },
];

const YEAR_PAGES = [
  {
    to: paths.admin.campaign(),
    label: "Campagne",
    tells: "Les dates des stages, l’ouverture aux structures et aux élèves, les délais.",
  },
  {
    to: paths.admin.schools(),
    label: "Établissements",
    tells: "Les lycées de l’annuaire, ceux qui ont un compte, et l’import de l’annuaire.",
  },
];

const ACCOUNT_PAGES = [
  {
    to: paths.admin.accounts(),
    label: "Comptes",
    tells: "Trouver un compte, retirer un second facteur perdu, fermer des sessions.",
  },
  {
    to: paths.admin.audit(),
    label: "Journal des accès",
    tells: "Ce que les personnes qui gèrent les comptes ont lu et fait, quand et pourquoi.",
  },
  {
    to: paths.admin.signInFailures(),
    label: "Connexions qui échouent",
    tells: "Combien de personnes n’ont pas pu entrer, pourquoi et dans quel lycée, sans savoir qui.",
  },
];

const SECTIONS = [
  { id: "annee", title: "L’année", pages: YEAR_PAGES },
  { id: "comptes", title: "Les comptes", pages: ACCOUNT_PAGES },
  { id: "offres", title: "Les offres", pages: MODERATION_PAGES },
  { id: "pages", title: "Les messages", pages: PAGES },
  { id: "recherche", title: "La recherche", pages: SEARCH_PAGES },
];

export default function AdminHome() {
  const { documents, heldOffers, ...health } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title="Administration" />
      <section aria-labelledby="envois">
        <h2 id="envois">Les envois en ce moment</h2>
        <MessageHealthFigures {...health} />
      </section>
      <FailedDocuments documents={documents} />
      {heldOffers > 0 ? (
        <Notice tone="info" title={`${plural(heldOffers, "offre")} à lire avant de paraître`}>
          <p>
            <Link to={paths.admin.moderation()}>Ouvrir la modération</Link>
          </p>
        </Notice>
      ) : null}
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
