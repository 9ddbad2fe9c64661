/** Canonical words that name a kind of street, or a part of an address. */
export const STREET_WORDS: ReadonlySet<string> = new Set(
  (
    "rue r avenue av ave boulevard bd bld bvd place pl allee allees all chemin che chem impasse imp route rte quai cours square sq " +
    "passage villa residence res lotissement lot batiment bat immeuble appartement appt escalier hameau sentier sente venelle " +
    "faubourg fbg fg esplanade promenade rond-point zone za zi zac lieu-dit voie montee traverse digue bis ter cite clos cour mail"
  ).split(" "),
);
