import { describe, expect, it } from "vitest";

import { listTitle, pageTitle } from "#app/ui/shell/page-title.ts";
import type { ShellData } from "#app/ui/shell/shell-data.ts";
import { SiteFooter } from "#app/ui/shell/site-footer.tsx";
import { SiteHeader } from "#app/ui/shell/site-header.tsx";
import type { Space } from "#app/ui/shell/shell-data.ts";
import { mainNavigation } from "#app/ui/shell/site-links.ts";
import { ForFamiliesPage } from "#app/ui/home/for-families-page.tsx";
import { ForHostsPage } from "#app/ui/home/for-hosts-page.tsx";
import { ForSchoolsPage } from "#app/ui/home/for-schools-page.tsx";
import { html } from "./render.tsx";

const neutral: ShellData = {
  brand: "neutre",
  mode: "demonstration",
  contact: "contact@example.org",
  viewer: null,
};

const spaces = {
  pupil: { space: "pupil", home: "/eleve", homeLabel: "Mon espace élève" },
  employer: { space: "employer", home: "/employeur", homeLabel: "Mon espace employeur" },
  school: { space: "school", home: "/etablissement", homeLabel: "Mon établissement" },
} as const;

function signedInTo(...own: NonNullable<ShellData["viewer"]>["spaces"]): ShellData {
  const session = { endsAt: "2027-03-01T09:30:00.000Z", hour: "10 h 30", secondsLeft: 1800 };
  const viewer = { displayName: "Inès", spaces: own, session, unread: 0, suppressed: null };
  return { ...neutral, viewer };
}

function frame(shell: ShellData): string {
  return html(
    <>
      <SiteHeader shell={shell} />
      <SiteFooter shell={shell} />
    </>,
  );
}

describe("the frame of every page", () => {
  it("says that a demonstration is not a service of the State, and only then", () => {
    const sentence = /Démonstration : ce site n’est pas un service de l’État/;
    expect(frame(neutral)).toMatch(sentence);
    expect(frame({ ...neutral, mode: "production" })).not.toMatch(sentence);
  });

  it("bears the State's block only with the State's brand", () => {
    expect(frame(neutral)).not.toContain("République");
    expect(frame({ ...neutral, brand: "etat" })).toContain("République");
  });

  it("repeats the state of accessibility in the footer", () => {
    expect(frame(neutral)).toMatch(/<a [^>]*href="\/accessibilite"[^>]*>Accessibilité : non conforme<\/a>/);
  });

  it("leads to the plan of the site", () => {
    expect(frame(neutral)).toMatch(/<a [^>]*href="\/plan-du-site"[^>]*>Plan du site<\/a>/);
  });

  it("lets a visitor sign in, and a person signed in reach their space and sign out by a form", () => {
    expect(frame(neutral)).toMatch(/href="\/connexion"/);
    const signedIn = frame(signedInTo(spaces.pupil));
    expect(signedIn).toMatch(/<a [^>]*href="\/eleve"/);
    expect(signedIn).toMatch(/<form [^>]*method="post"[^>]*action="\/deconnexion"/);
    expect(signedIn).not.toContain('href="/connexion"');
  });

  it("leads whoever has several spaces to each of them, marks the present one, and shows its menu", () => {
    const shell = signedInTo(spaces.employer, spaces.school);
    const at = (path: string) => html(<SiteHeader shell={shell} />, path);
    const marked = (text: string) =>
      [...text.matchAll(/<a (?=[^>]*aria-current="true")[^>]*href="([^"]+)"/g)].map(([, to]) => to);
    for (const home of ["/employeur", "/etablissement"])
      expect(at("/offres")).toMatch(new RegExp(`<a [^>]*href="${home}"`));
    expect(marked(at("/offres"))).toEqual([]);
    expect(new Set(marked(at("/etablissement/equipe")))).toEqual(new Set(["/etablissement"]));
    expect(at("/etablissement/equipe")).toContain("Conventions");
    expect(at("/etablissement/equipe")).not.toContain("Mes offres");
    expect(at("/etablissements")).toContain("Mes offres");
    const alone = html(<SiteHeader shell={signedInTo(spaces.school)} />, "/etablissement/equipe");
    expect(marked(alone)).toEqual([]);
  });

  it("leads nobody to the door of others: the menu is that of one's own space", () => {
    const menuOf = (space: Space) => mainNavigation(space).map(({ to }) => to);
    expect(menuOf("visitor")).toEqual(["/offres", "/employeurs", "/etablissements", "/familles", "/aide"]);
    const own = { pupil: "/eleve/", employer: "/employeur/", school: "/etablissement", admin: "/admin" };
    for (const [space, prefix] of Object.entries(own))
      for (const to of menuOf(space as Space))
        expect(to.startsWith("/offres") || to === "/aide" || to.startsWith(prefix), `${space} → ${to}`).toBe(
          true,
        );
    expect(menuOf("pupil")).toContain("/eleve/candidatures");
  });

  it("opens the phone menu without JavaScript", () => {
    expect(frame(neutral)).toMatch(/<details [^>]*><summary [^>]*>Menu<\/summary>/);
  });
});

describe("the page that presents a door", () => {
  it.each([
    [ForHostsPage, ["/inscription/employeur", "/connexion?retour=%2Femployeur"]],
    [ForSchoolsPage, ["/etablissement/rejoindre", "/connexion?retour=%2Fetablissement"]],
    [ForFamiliesPage, ["/aide#parents", "/offres"]],
  ])("tells a visitor how to get in, and refuses nobody", (Door, ways) => {
    const links = [...html(<Door />).matchAll(/href="([^"#][^"]*)"/g)].map(([, to]) => to);
    expect(links).toEqual(expect.arrayContaining(ways));
    expect(links.filter((to) => /^\/(eleve|employeur|etablissement|admin)$/.test(to ?? ""))).toEqual([]);
  });
});

describe("page titles", () => {
  it("end with the service's name and begin with the error of a refused form", () => {
    expect(pageTitle("Aide")).toBe("Aide – Stage de seconde");
    expect(pageTitle("Connexion", { hasErrors: true })).toBe("Erreur : Connexion – Stage de seconde");
  });
});

describe("the title of a list", () => {
  it.each([
    ["", "Mes offres"],
    ["?page=1", "Mes offres"],
    ["?page=3", "Mes offres, page 3"],
    ["?curseur=abc", "Mes offres, suite"],
    ["?vue=carte&rayon=5", "Mes offres, sur la carte"],
    ["?etat=a-repondre&page=2", "Mes offres, à traiter, page 2"],
    ["?etat=inconnu&page=deux", "Mes offres"],
  ])("is one for each view and page: %s", (search, title) => {
    expect(listTitle("Mes offres", search, { "a-repondre": "À traiter" })).toBe(title);
  });
});
