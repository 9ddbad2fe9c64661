import type { RememberedHost } from "#app/domain/host-memory/host-memory.ts";

/** The hosts as rows of a file, one a school year; what may begin like a formula is made a text by the file itself. */
export function hostsSheet(hosts: readonly RememberedHost[]): (string | number)[][] {
  const head = [
    "Structure",
    "SIRET",
    "Code postal",
    "Ville",
    "Établissement",
    "Année scolaire",
    "Élèves",
    "Semaine 1",
    "Semaine 2",
    "Offres",
    "Notes de l’équipe",
  ];
  return [
    head,
    ...hosts.flatMap(({ years, notes, offerTitles, ...host }) =>
      years.map(({ schoolYear, pupils, week1, week2 }) => [
        host.name,
        host.siret,
        host.postcode,
        host.town,
        host.schoolName,
        schoolYear,
        pupils,
        week1,
        week2,
        offerTitles.join(" · "),
        notes.map(({ body }) => body).join(" · "),
      ]),
    ),
  ];
}
