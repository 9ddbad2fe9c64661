import { describe, expect, it } from "vitest";
import { emailCatalogue } from "#app/emails/catalogue.server.ts";
import { CLASS, HOST, PUPIL } from "#app/emails/samples.ts";
import { staffSubject } from "#app/emails/staff-subject.ts";

/** About the reader's own account, the school's team, or several pupils at once: no pupil to name. */
const ABOUT_NO_PUPIL = new Set([
  "identity-linked",
  "identity-unlinked",
  "role-unstated",
  "password-reset",
  "school-join-requested",
  "school-head-digest",
  "address-suppressed",
]);

describe("the subject of an e-mail to an adult of the school", () => {
  it("says what, until when, who and where", () => {
    const matter = { pupilFirstName: "Lina", hostName: "Boulangerie Martin" };
    expect(staffSubject("À valider", matter, "2027-06-12")).toBe(
      "À valider avant le 12 juin : Lina, Boulangerie Martin",
    );
  });

  it("leaves out the deadline and the host when there are none", () => {
    expect(staffSubject("Demande d’aide", { pupilFirstName: "Lina" })).toBe("Demande d’aide : Lina");
    expect(staffSubject("À signer", { pupilFirstName: "Lina", hostName: "Fournil" }, null)).toBe(
      "À signer : Lina, Fournil",
    );
  });

  const toStaff = emailCatalogue.flatMap(({ name, samples }) =>
    samples.filter(({ reader }) => reader === "school").map(({ subject }) => ({ name, subject })),
  );

  it.each(toStaff.filter(({ name }) => !ABOUT_NO_PUPIL.has(name)))(
    "has one form for all: $name",
    ({ subject }) => {
      expect(subject).toMatch(new RegExp(`^\\p{Lu}[^:]+ : ${PUPIL}(, ${HOST})?$`, "u"));
      expect(subject).not.toContain(CLASS);
    },
  );

  it.each([
    "agreement-to-complete",
    "agreement-to-validate",
    "agreement-to-sign",
    "agreement-changes-requested",
  ])("bears the day before which it is to be done: %s", (asked) => {
    const subjects = toStaff.filter(({ name }) => name === asked);
    expect(subjects).toHaveLength(1);
    expect(subjects[0]?.subject).toContain(` avant le 17 juin : `);
  });

  it("names the pupil whose address is lost, and nobody when several are", () => {
    const subjects = toStaff
      .filter(({ name }) => name === "address-suppressed")
      .map(({ subject }) => subject);
    expect(subjects).toEqual([
      `Adresse d’un élève à corriger : ${PUPIL}`,
      "L’adresse d’un responsable légal ne reçoit plus nos messages",
      "L’adresse d’un collègue ne reçoit plus nos messages",
    ]);
  });
});
