import { expect, it } from "vitest";
import { ConfirmPanel } from "#app/ui/pupil/application-panels.tsx";
import { html } from "./render.tsx";

it("a place is confirmed under its dates, its address and the applications that it ends", () => {
  const application = {
    id: "a",
    offerId: "o",
    campaignId: "c",
    title: "Découverte d’un fournil",
    organisation: "Boulangerie Martin",
    town: "Rennes",
    status: "accepted" as const,
    weeks: [1 as const],
    offerIsOpen: true,
    deadlineAt: new Date("2027-03-10T17:00:00Z"),
    updatedAt: new Date("2027-03-03T10:00:00Z"),
    agreement: null,
  };
  const markup = html(
    <ConfirmPanel
      application={application}
      items={[
        { term: "Dates", details: "Du 17 au 22 juin 2027" },
        { term: "Lieu", details: "3 rue du Port, 35000 Rennes" },
      ]}
      released={[{ id: "b", title: "Au guichet", organisation: "Mairie de Betton" }]}
    />,
  );
  const button = markup.indexOf("Confirmer ce stage");
  for (const told of ["Du 17 au 22 juin 2027", "3 rue du Port", "Au guichet, Mairie de Betton"]) {
    expect(markup).toContain(told);
    expect(markup.indexOf(told), told).toBeLessThan(button);
  }
});
