import { Form, Link } from "@remix-run/react";

import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { FamilyLinks, type FamilyShown } from "../families/family-links.tsx";
import { AroundMe } from "../search/around-me.tsx";
import { PlaceField } from "../search/place-field.tsx";
import { HomeIllustration } from "./illustration.tsx";

export interface HomePageProps {
  /** The dates of the window; null when none is announced yet. */
  campaign: { startsOn: string; endsOn: string } | null;
  families: readonly FamilyShown[];
}

const doors = [
  {
    to: paths.offers(),
    who: "Élève",
    title: "Je cherche un stage",
    text: "Des offres près de chez vous ou du lycée, avec de vraies places. Vous candidatez en une page, sans CV.",
    icon: "fr-icon-compass-3-line",
  },
  {
    to: paths.forHosts(),
    who: "Employeur",
    title: "J’accueille un élève",
    text: "Entreprise, association, administration\u00a0: publiez une offre en trois étapes et répondez à tous les élèves au même endroit.",
    icon: "fr-icon-briefcase-line",
  },
  {
    to: paths.forSchools(),
    who: "Établissement",
    title: "Je travaille dans un lycée",
    text: "Qui a trouvé, qui n’a rien, quelles conventions sont à valider\u00a0: vos classes d’un coup d’œil.",
    icon: "fr-icon-building-line",
  },
  {
    to: paths.forFamilies(),
    who: "Parent",
    title: "Je suis la recherche de mon enfant",
    text: "Sans compte\u00a0: le lien que vous recevez montre où en est la recherche, et vous laisse dire non.",
    icon: "fr-icon-parent-line",
  },
] as const;

const steps = [
  { title: "Cherchez", text: "Une ville, un secteur\u00a0: les offres les plus proches d’abord." },
  { title: "Candidatez", text: "Quelques phrases suffisent. L’employeur a dix jours pour répondre." },
  {
    title: "Confirmez",
    text: "Accepté\u00a0? Confirmez, et vos autres candidatures aux mêmes dates sont retirées.",
  },
  { title: "Partez en stage", text: "La convention est déjà préremplie\u00a0: votre lycée la valide." },
] as const;

function Search() {
  return (
    <Form className="hero__search" action={paths.offers()} method="get" role="search">
      <div className="hero__field">
        <PlaceField name="lieu" label="Ville, code postal ou adresse" />
        <button className="fr-btn fr-btn--icon-left fr-icon-search-line" type="submit">
          Rechercher
        </button>
      </div>
      <AroundMe />
    </Form>
  );
}

export function HomePage({ campaign, families }: HomePageProps) {
  return (
    <>
      <div className="hero">
        <div className="fr-container hero__row">
          <div className="hero__text">
            <h1 className="hero__title">Trouvez votre stage de seconde</h1>
            <p className="hero__lead">
              Deux semaines pour découvrir un métier,{" "}
              {campaign ? (
                <strong className="hero__dates">{frenchPeriod(campaign.startsOn, campaign.endsOn)}</strong>
              ) : (
                "à la fin du mois de juin"
              )}
              .
            </p>
            <Search />
          </div>
          <HomeIllustration />
        </div>
      </div>

      <div className="fr-container home">
        <h2 className="fr-sr-only">Vous êtes…</h2>
        <ul className="doors">
          {doors.map((door, index) => (
            <li className={`door door--${index + 1} fr-enlarge-link`} key={door.to}>
              <span className={`door__icon ${door.icon}`} aria-hidden="true" />
              <p className="door__who">{door.who}</p>
              <h3 className="door__title">
                <Link to={door.to}>{door.title}</Link>
              </h3>
              <p className="door__text">{door.text}</p>
            </li>
          ))}
        </ul>

        {families.length > 0 ? (
          <section aria-labelledby="familles-de-metiers">
            <h2 className="home__heading" id="familles-de-metiers">
              Quelle famille de métiers vous attire&nbsp;?
            </h2>
            <FamilyLinks families={families} />
            <p className="home__ideas">
              <Link to={paths.ideas()}>Je ne sais pas quoi chercher</Link>
            </p>
          </section>
        ) : null}

        <h2 className="home__heading">Comment ça se passe&nbsp;?</h2>
        <ol className="steps">
          {steps.map((step) => (
            <li className="steps__item" key={step.title}>
              <h3 className="steps__title">{step.title}</h3>
              <p className="steps__text">{step.text}</p>
            </li>
          ))}
        </ol>

        <p className="home__help">
          Une question, une difficulté&nbsp;? <Link to={paths.help()}>L’aide</Link> répond aux élèves, aux
          parents, aux employeurs et aux lycées.
        </p>
      </div>
    </>
  );
}
