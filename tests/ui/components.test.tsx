import { describe, expect, it } from "vitest";

import { ContactText } from "#app/ui/components/contact-text.tsx";
import { EmptyState } from "#app/ui/components/empty-state.tsx";
import { errorLinks, ErrorSummary } from "#app/ui/components/error-summary.tsx";
import { SubmitButton, SubmitForm } from "#app/ui/components/form.tsx";
import { NextPageLink } from "#app/ui/components/next-page-link.tsx";
import { Notice } from "#app/ui/components/notice.tsx";
import { OfferCard, OfferList } from "#app/ui/components/offer-card.tsx";
import { PageHeader } from "#app/ui/components/page-header.tsx";
import { StatusBadge } from "#app/ui/components/status-badge.tsx";
import { Stepper } from "#app/ui/components/stepper.tsx";
import { Timeline } from "#app/ui/components/timeline.tsx";
import { attributesOf, html } from "./render.tsx";

describe("the error summary", () => {
  const errors = { titre: ["Indiquez un intitulé."], "": ["L'offre n'est plus un brouillon."] };

  it("leads to each field and tells the errors of the whole form", () => {
    const markup = html(<ErrorSummary errors={errorLinks(errors)} />);
    expect(markup).toContain("À corriger : 2 erreurs");
    expect(markup).toContain('<a href="#titre">Indiquez un intitulé.</a>');
    expect(markup).toMatch(/<li>L&#x27;offre n&#x27;est plus un brouillon\.<\/li>/);
  });

  it("takes the focus without JavaScript", () => {
    expect(html(<ErrorSummary errors={errorLinks(errors)} />)).toMatch(
      /<div [^>]*tabindex="-1"[^>]*autofocus/,
    );
  });

  it("is absent when all is well", () => {
    expect(html(<ErrorSummary errors={[]} />)).toBe("");
  });
});

describe("forms", () => {
  it("post without the browser's own validation and send the intent of the button", () => {
    const markup = html(
      <SubmitForm action="/ici">
        <SubmitButton intent="publish">Publier</SubmitButton>
      </SubmitForm>,
    );
    expect(attributesOf(markup, "<form")).toMatchObject({ method: "post", action: "/ici" });
    expect(markup).toMatch(/<form [^>]*novalidate/i);
    expect(attributesOf(markup, "<button")).toMatchObject({
      type: "submit",
      name: "intent",
      value: "publish",
    });
  });
});

describe("page elements", () => {
  it("give each page one main heading and the way back up", () => {
    const markup = html(
      <PageHeader title="Mes candidatures" trail={[{ to: "/eleve", label: "Mon espace" }]} />,
    );
    expect(markup.match(/<h1>/g)).toHaveLength(1);
    expect(markup).toMatch(/<a [^>]*href="\/">Accueil<\/a>/);
    expect(markup).toMatch(/<a [^>]*href="\/eleve">Mon espace<\/a>/);
    expect(markup).toContain('<li aria-current="page">Mes candidatures</li>');
  });

  it("tell a state in words, not by its colour alone", () => {
    expect(html(<StatusBadge tone="success">Publiée</StatusBadge>)).toMatch(
      /fr-badge--success[^>]*>Publiée</,
    );
    expect(html(<StatusBadge tone="neutral">Brouillon</StatusBadge>)).toContain("Brouillon");
  });

  it("tell in words where a step of the timeline stands", () => {
    const markup = html(
      <Timeline
        label="Suivi"
        steps={[
          { title: "Envoyée", date: "2 avril", state: "done" },
          { title: "Réponse", state: "current" },
        ]}
      />,
    );
    expect(markup).toContain("Fait : </span>Envoyée");
    expect(markup).toMatch(/<li [^>]*aria-current="step"[^>]*>.*Réponse/);
  });

  it("show an offer as a list item whose only link is its title", () => {
    const markup = html(
      <OfferList>
        <OfferCard
          to="/offres/1"
          title="Chez un luthier"
          organisation="Atelier Vif"
          town="Rennes (35)"
          distance="3,2 km"
          seats={[
            { text: "Semaine 1 : 2 places", open: true },
            { text: "Semaine 2 : complet", open: false },
          ]}
        />
      </OfferList>,
    );
    expect(markup.match(/<a /g)).toHaveLength(1);
    expect(markup).toMatch(/<a [^>]*href="\/offres\/1">Chez un luthier<\/a>/);
    expect(markup).toContain("3,2 km");
    expect(markup).toMatch(/seats--open[^>]*>Semaine 1 : 2 places/);
    expect(markup).toMatch(/seats--full[^>]*>Semaine 2 : complet/);
  });

  it("link the next page only when there is one", () => {
    expect(html(<NextPageLink to="/offres?curseur=x" />)).toMatch(
      /<a [^>]*rel="next"[^>]*>Page suivante<\/a>/,
    );
    expect(html(<NextPageLink to={null} />)).toBe("");
  });

  it("say what to try next when there is nothing", () => {
    const markup = html(
      <EmptyState title="Rien ici" suggestions={[{ to: "/offres?rayon=60", label: "Jusqu’à 60 km" }]} />,
    );
    expect(markup).toMatch(/<a [^>]*href="\/offres\?rayon=60">Jusqu’à 60 km<\/a>/);
  });

  it("announce a message only when it follows an action", () => {
    expect(html(<Notice title="Envoyée" tone="success" live />)).toContain('role="status"');
    expect(html(<Notice title="À savoir" />)).not.toContain("role=");
  });

  it("carry no inline style, which the content security policy would drop", () => {
    const markup = html(
      <>
        <Stepper current={2} total={3} title="Le stage" next="Horaires" />
        <Notice title="À savoir">Texte</Notice>
      </>,
    );
    expect(markup).toContain("Étape 2 sur 3");
    expect(markup).not.toContain("style=");
  });
});

describe("a text that tells how to reach someone", () => {
  it.each([
    ["02 99 00 00 12", '<a href="tel:0299000012">02 99 00 00 12</a>'],
    ["Alex, +33 6 39 98 12 34", 'Alex, <a href="tel:+33639981234">+33 6 39 98 12 34</a>'],
    ["alex.morel@example.org", '<a href="mailto:alex.morel@example.org">alex.morel@example.org</a>'],
    ["Bureau 12, 35000 Rennes", "Bureau 12, 35000 Rennes"],
  ])("makes links of numbers and addresses: %s", (text, drawn) => {
    expect(html(<ContactText text={text} />)).toBe(drawn);
  });
});
