import { describe, expect, it } from "vitest";

import type { ApplicationStatus } from "#app/domain/applications/application.ts";
import type { SearchFacets } from "#app/domain/search/search-facets.ts";
import { ActiveFilters } from "#app/ui/search/active-filters.tsx";
import { PrintedSearch } from "#app/ui/search/printed-search.tsx";
import { ResultCard } from "#app/ui/search/result-card.tsx";
import { SearchForm } from "#app/ui/search/search-form.tsx";
import { freshnessText, travelText } from "#app/ui/search/search-texts.ts";
import { UnknownPlace } from "#app/ui/search/unknown-place.tsx";
import { WideningLinks } from "#app/ui/search/widening-links.tsx";
import type { AskedQuery } from "#app/ui/search/use-live-search.ts";
import { attributesOf, html, textOfId } from "./render.tsx";

const families = [
  { slug: "sante", label: "Santé et soin", sectors: [{ code: "s43", label: "Santé" }] },
  { slug: "numerique", label: "Numérique", sectors: [{ code: "s31", label: "Informatique" }] },
];
const weeks = [
  { week: 1 as const, startsOn: "2027-06-17", endsOn: "2027-06-22" },
  { week: 2 as const, startsOn: "2027-06-23", endsOn: "2027-06-28" },
];
const query: AskedQuery = {
  place: "Rennes",
  center: null,
  radiusKm: 30,
  sectors: ["s43", "s31"],
  family: "sante",
  challenges: ["solidarite"],
  periods: ["semaine-1"],
  words: "robot",
  sort: null,
  view: "liste",
};
const facets: SearchFacets = {
  total: 3,
  sectors: { s43: 1200 },
  families: { sante: 3 },
  periods: { "semaine-1": 3 },
  challenges: { solidarite: 3 },
};

describe("the form of a search", () => {
  const form = () => html(<SearchForm query={query} families={families} weeks={weeks} facets={facets} />);

  it("keeps what was said of the words: they are words, not a town", () => {
    const asked = { ...query, place: null, words: "orange" };
    const of = (address: string) =>
      html(<SearchForm query={asked} families={families} weeks={weeks} facets={facets} />, address);
    expect(attributesOf(of("/offres?q=orange&saisie=orange"), 'name="saisie"').value).toBe("orange");
    expect(of("/offres?q=orange")).not.toContain('name="saisie"');
    expect(of("/offres?q=orange&saisie=autre")).not.toContain('name="saisie"');
  });

  it.each([
    ["lieu", "Ville, code postal ou adresse"],
    ["rayon", "Rayon"],
    ["q", "Mots-clés"],
    ["secteur", "Secteur"],
    ["periode", "Période"],
  ])("ties « %s » to its label", (id, label) => {
    const markup = form();
    expect(markup).toContain(`<label class="fr-label" for="${id}">${label}</label>`);
    expect(attributesOf(markup, `id="${id}"`).name).toBe(id);
  });

  it("tells how many offers each choice would bring, and leaves out those that bring none, unless they are chosen", () => {
    const markup = form();
    expect(markup).toMatch(/<option value="s43" selected="">Santé \(1\s200\)<\/option>/u);
    expect(markup).toContain("Semaine 1, du 17 au 22 juin 2027 (3)");
    expect(markup).not.toContain("Semaine 2, du 23");
    expect(markup).toContain("Santé et soin (3)");
    expect(markup).toContain("Solidarité (3)");
    expect(markup).not.toContain("Écologie");
    expect(markup).not.toContain("(0)");
  });

  it("puts families first, and of a chosen family shows its own sectors alone", () => {
    const markup = form();
    expect(markup.indexOf('id="famille"')).toBeLessThan(markup.indexOf('id="secteur"'));
    expect(markup).toContain('<optgroup label="Santé et soin">');
    expect(markup).not.toContain('<optgroup label="Numérique">');
  });

  it("counts what is chosen among the other filters, and keeps what its fields cannot show", () => {
    const markup = form();
    expect(markup).toContain("Plus de filtres (1)");
    expect(markup).toContain('<input type="hidden" name="secteur" value="s31"/>');
  });

  it("tells no number when nothing could be searched", () => {
    const blank = html(<SearchForm query={query} families={families} weeks={weeks} facets={undefined} />);
    expect(blank).toContain('<option value="s43" selected="">Santé</option>');
    expect(blank).toContain(">Écologie<");
  });
});

describe("the filters in use", () => {
  const tags = (address: string, asked: Partial<AskedQuery>) =>
    html(
      <ActiveFilters
        current={new URLSearchParams(address)}
        query={{ ...query, sectors: [], family: null, challenges: [], periods: [], words: null, ...asked }}
        families={families}
        weeks={weeks}
      />,
    );

  it("are taken away one by one, the others and the place stay", () => {
    const markup = tags("lieu=Rennes&secteur=s43&secteur=s31&curseur=x", { sectors: ["s43", "s31"] });
    expect(markup).toContain('href="/offres?lieu=Rennes&amp;secteur=s31"');
    expect(markup).toContain('href="/offres?lieu=Rennes&amp;secteur=s43"');
    expect(markup).toMatch(/Retirer le filtre : <\/span>Informatique/);
    expect(markup).toMatch(/href="\/offres\?lieu=Rennes">Tout effacer/);
  });

  it("are named as people know them; a single one needs no « Tout effacer »", () => {
    const markup = tags("q=robot", { words: "robot" });
    expect(markup).toContain("</span>Mots-clés</a>");
    expect(markup).toMatch(/<p [^>]*>Mots-clés : « robot »<\/p>/);
    for (const [inside] of markup.matchAll(/<(li|a)\b[\s\S]*?<\/\1>/g))
      expect(inside).not.toContain("« robot");
    expect(markup).not.toContain("Tout effacer");
    expect(tags("lieu=Rennes", {})).toBe("");
  });
});

describe("a search on paper", () => {
  it("is told in one line, with its order and its day", () => {
    const printed = (words: string | null, corrected: { used: string } | null) =>
      html(
        <PrintedSearch
          query={{ ...query, words, sectors: ["s43"], family: null, challenges: [] }}
          place={{ label: "Rennes (35)" }}
          corrected={corrected}
          families={families}
          sort="distance"
          today="2027-03-02"
        />,
      );
    expect(printed("robot", null)).toContain(
      "Recherche du 2 mars 2027 : À moins de 30 km de Rennes (35), secteur Santé, pour la semaine 1, avec « robot ». Les plus proches d’abord.",
    );
    expect(printed("robbot", { used: "robot" })).toContain("avec « robot »");
  });
});

describe("an offer found", () => {
  const offer = {
    id: "1",
    title: "Chez un luthier",
    organisation: "Atelier Vif",
    town: "Rennes",
    department: "35",
    sectorLabel: "Art",
    familySlug: "creation",
    glimpse: "Tailler une table d’harmonie",
    replyDays: 3,
    publishedOn: "2027-01-10",
    distanceKm: 3.2,
    approximate: false,
    free: { 1: 2, 2: 0 },
    reserved: false,
    acceptsBothWeeks: true,
    acceptsSingleWeek: true,
  };
  const card = (
    marks: { favourite: boolean; viewed: boolean; applied?: ApplicationStatus } | null,
    distanceKm: number | null = 3.2,
    address = "/offres?lieu=Rennes",
  ) =>
    html(
      <ResultCard
        offer={{ ...offer, distanceKm }}
        today="2027-01-20"
        place={{}}
        approximate={false}
        marks={marks && { ...marks, applied: marks.applied ?? null }}
      />,
      address,
    );

  it("tells how far it is, how long it takes, and the seats left of each week", () => {
    const markup = card(null);
    expect(markup).toContain("<strong>3,2 km</strong> · environ 20 min à vélo");
    expect(markup).toContain("Semaine 1 : 2 places");
    expect(markup).toContain("Semaine 2 : complet");
    expect(card(null, null)).not.toContain("environ");
  });

  it("shows its family, its département, one thing to see, and how its host answers", () => {
    const markup = card(null);
    expect(markup).toMatch(/family--creation" aria-hidden="true"/);
    expect(markup).toContain("Atelier Vif · Rennes (35)");
    expect(markup).toContain("Tailler une table d’harmonie");
    expect(markup).toContain("Répond en 3 jours");
  });

  it.each([
    [{ replyDays: 1, publishedOn: "2027-01-20" }, "Répond dans la journée"],
    [{ replyDays: 4, publishedOn: "2027-01-20" }, "Répond en 4 jours"],
    [{ replyDays: null, publishedOn: "2027-01-13" }, "Nouveau"],
    [{ replyDays: null, publishedOn: "2027-01-12" }, null],
  ])("tells of %j « %s » a week after its day", (known, text) => {
    expect(freshnessText(known, "2027-01-20")).toBe(text);
  });

  it.each([
    ["draft", "Lettre commencée"],
    ["submitted", "Candidature envoyée"],
    ["seen", "Candidature envoyée"],
    ["accepted", "Oui de l’employeur"],
    ["confirmed", "Stage confirmé"],
    ["expired", "Candidature terminée"],
  ] as const)(
    "of an offer with an application that is %s says « %s », rather than that it was seen",
    (applied, text) => {
      const markup = card({ favourite: false, viewed: true, applied });
      expect(markup).toContain(text);
      expect(markup).not.toContain("Déjà vue");
    },
  );

  it("is kept by a pupil with a button of its own, beside its only link", () => {
    const markup = card({ favourite: false, viewed: true });
    expect(markup.match(/<a /g)).toHaveLength(1);
    expect(attributesOf(markup, "<form")).toMatchObject({ method: "post", action: "/eleve/favoris" });
    expect(attributesOf(markup, "<button")).toMatchObject({
      "aria-describedby": "offre-1-titre",
      value: "keep",
    });
    expect(markup).toContain('id="offre-1-titre"');
    expect(markup).toContain("Déjà vue");
    const kept = card({ favourite: true, viewed: false });
    expect(kept).toContain("Retirer de mes favoris");
    expect(kept).not.toContain("Déjà vue");
    expect(card(null)).not.toContain("<form");
  });

  it("is come back to, and says what became of it, once its favourite was changed", () => {
    const back = (address: string) =>
      attributesOf(card({ favourite: true, viewed: false }, 3.2, address), 'name="retour"').value;
    expect(back("/offres?lieu=Rennes")).toBe("/offres?lieu=Rennes&amp;favori=1#offre-1");
    expect(back("/offres?favori=2&lieu=Rennes")).toBe("/offres?lieu=Rennes&amp;favori=1#offre-1");

    const said = (favourite: boolean, address: string) => {
      const markup = card({ favourite, viewed: false }, 3.2, address);
      expect(attributesOf(markup, 'id="offre-1-favori"').role).toBe("status");
      return textOfId(markup, "offre-1-favori");
    };
    expect(said(true, "/offres?favori=1")).toBe("Offre ajoutée à vos favoris.");
    expect(said(false, "/offres?favori=1")).toBe("Offre retirée de vos favoris.");
    expect(said(true, "/offres?favori=2")).toBe("");
    const led = attributesOf(card({ favourite: true, viewed: false }, 3.2, "/offres?favori=1"), "<li");
    expect(led).toMatchObject({ id: "offre-1", tabindex: "-1", "aria-describedby": "offre-1-favori" });
  });

  it.each([
    [0.2, "environ 5 min à pied"],
    [5, "environ 30 min à vélo"],
    [8.2, "environ 40 min en transports"],
    [16, "environ 1 h en transports"],
    [30, "environ 1 h 25 en transports"],
    [300, "plus de 2 h en transports"],
  ])("%d km away is « %s »", (km, text) => {
    expect(travelText(km).replaceAll("\u00a0", " ")).toBe(text);
  });
});

describe("what to change when little is found", () => {
  it("is told with what it brings, by name", () => {
    const markup = html(
      <WideningLinks
        current={new URLSearchParams("lieu=Rennes&rayon=5&secteur=s43&periode=semaine-1")}
        total={0}
        families={families}
        corrected={null}
        widenings={[
          { change: { kind: "radius", radiusKm: 20 }, total: 12 },
          { change: { kind: "period", period: "semaine-2" }, total: 8 },
          { change: { kind: "family", family: "sante" }, total: 31 },
        ]}
      />,
    );
    expect(markup).toContain("12 offres à moins de 20 km");
    expect(markup).toContain('href="/offres?lieu=Rennes&amp;rayon=5&amp;secteur=s43&amp;periode=semaine-2"');
    expect(markup).toContain("8 offres en semaine 2");
    expect(markup).toContain(
      'href="/offres?lieu=Rennes&amp;rayon=5&amp;periode=semaine-1&amp;famille=sante"',
    );
    expect(markup).toContain("31 offres dans la famille « Santé et soin »");
  });

  it("keeps as words those that name a town too, once the place is gone", () => {
    const markup = html(
      <WideningLinks
        current={new URLSearchParams("lieu=Rennes&q=orange")}
        total={0}
        families={families}
        corrected={null}
        widenings={[{ change: { kind: "everywhere" }, total: 12 }]}
      />,
    );
    expect(markup).toContain('href="/offres?q=orange&amp;saisie=orange"');
  });

  it("is the way to be told of the offers to come when nothing brings any", () => {
    const nothing = (query: string, corrected: { used: string } | null) =>
      html(
        <WideningLinks
          current={new URLSearchParams(query)}
          total={0}
          widenings={[]}
          families={families}
          corrected={corrected}
        />,
      );
    const markup = nothing("lieu=Mamoudzou&q=lutier", { used: "luthier" });
    expect(markup).toContain("Une alerte vous préviendra");
    expect(attributesOf(markup, "/connexion").href).toContain("q%3Dluthier");
    expect(nothing("rayon=5", null)).not.toContain("alerte");
  });
});

describe("a place that is not known", () => {
  it("leads to the whole country, as a list or on the map, with what else was asked", () => {
    const current = new URLSearchParams("lieu=zzz&rayon=5&tri=distance&secteur=s43&q=orange");
    const markup = html(<UnknownPlace current={current} typed="zzz" />);
    expect(markup).toContain("Où se trouve « zzz » ?");
    expect(markup).toContain("un code postal (« 97430 »)");
    expect(markup).toContain('href="/offres?secteur=s43&amp;q=orange&amp;saisie=orange"');
    expect(markup).toContain('href="/offres?secteur=s43&amp;q=orange&amp;saisie=orange&amp;vue=carte"');
  });
});
