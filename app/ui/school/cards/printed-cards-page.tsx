import { Link } from "@remix-run/react";
import type { PrintedCard, PrintedCards } from "#app/domain/activation/class-cards.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../../components/button-link.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { validUntil } from "../../messages/accounts/activation.ts";
import { schoolTrail } from "../school-trail.ts";

interface PrintedCardsPageProps extends Omit<PrintedCards, "expiresAt"> {
  expiresAt: string | Date | null;
  /** Of the activation page, as it is typed. */
  address: string;
}

/** The cards that were just made: eight on a sheet of paper, to be cut out. */
export function PrintedCardsPage(props: PrintedCardsPageProps) {
  const { id, name, schoolName, expiresAt, cards, address } = props;
  return (
    <Page>
      <div className="screen-only">
        <PageHeader
          title={`Cartes de la classe ${name}`}
          crumb="Impression"
          trail={[
            ...schoolTrail,
            { to: paths.school.cards(), label: "Cartes d’activation" },
            { to: paths.school.classCards(id), label: `Classe ${name}` },
          ]}
        />
        {cards.length > 0 ? (
          <>
            <p>
              Imprimez la feuille, huit cartes par page, puis découpez-les. Remettez chaque carte en main
              propre&nbsp;: avec la date de naissance, elle ouvre le compte. Ces codes ne seront plus affichés
              dans un quart d’heure.
            </p>
            <ButtonRow>
              <ButtonLink to={paths.school.cardSheet(id)} reloadDocument>
                Ouvrir la feuille à imprimer (PDF)
              </ButtonLink>
            </ButtonRow>
          </>
        ) : null}
      </div>
      {cards.length > 0 ? (
        <ul className="cards">
          {cards.map((card) => (
            <Card key={card.pupilId} card={card} place={`${name}, ${schoolName}`} address={address}>
              {expiresAt ? validUntil(expiresAt) : ""}
            </Card>
          ))}
        </ul>
      ) : (
        <EmptyState title="Aucune carte à imprimer">
          <p>
            Les codes ne s’affichent que pendant un quart d’heure, et tant qu’ils servent.{" "}
            <Link to={paths.school.classCards(id)}>Imprimer d’autres cartes</Link>
          </p>
        </EmptyState>
      )}
    </Page>
  );
}

interface CardProps {
  card: PrintedCard;
  place: string;
  address: string;
  /** Until when it serves. */
  children: string;
}

function Card({ card, place, address, children }: CardProps) {
  const { firstName, lastName, code, signInName } = card;
  return (
    <li className="cards__one">
      <h2 className="cards__name">
        {firstName} {lastName}
      </h2>
      <p className="cards__place">{place}</p>
      <p>Stage de seconde&nbsp;: activez votre compte.</p>
      <ol>
        <li>
          Ouvrez <strong className="cards__address">{address}</strong>
        </li>
        <li>
          Tapez ce code et votre date de naissance&nbsp;:
          <br />
          <strong className="cards__code">{code}</strong>
        </li>
        <li>
          Choisissez un mot de passe.
          {signInName ? (
            <>
              {" "}
              Votre identifiant reste <strong>{signInName}</strong>.
            </>
          ) : null}
        </li>
      </ol>
      <p className="cards__until">Carte personnelle, {children}.</p>
    </li>
  );
}
