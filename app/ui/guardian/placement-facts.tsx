import type { FollowedApplication } from "#app/domain/guardians/guardian-follow-up.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { DataList, type DataListItem } from "../components/data-list.tsx";
import { RealDays } from "../components/real-days.tsx";
import { datesOf, periodsOf } from "../pupil/application-dates.ts";

/** Where, when, with whom, and lunch: what a family must organise. */
export function PlacementFacts({
  application,
  weeks,
}: {
  application: FollowedApplication;
  weeks: readonly InternshipWeek[];
}) {
  const { organisation, town, meetingPoint, hoursGrid, lunch, accessNote } = application;
  const items: DataListItem[] = [
    ...(hoursGrid ? [] : [{ term: "Dates", details: datesOf(application, weeks).replace(/^d/, "D") }]),
    { term: "Structure d’accueil", details: organisation },
    {
      term: meetingPoint ? "Adresse" : "Ville",
      details: meetingPoint ? `${meetingPoint.addressLine}, ${meetingPoint.postcode} ${town}` : town,
    },
  ];
  if (meetingPoint?.supervisorName)
    items.push({ term: "Personne qui accompagne", details: meetingPoint.supervisorName });
  if (hoursGrid)
    items.push({
      term: "Jours",
      details: <RealDays grid={hoursGrid} periods={periodsOf(application, weeks)} />,
    });
  if (lunch) items.push({ term: "Repas du midi", details: lunch });
  if (accessNote && meetingPoint) items.push({ term: "Pour venir", details: accessNote });
  return <DataList items={items} />;
}
