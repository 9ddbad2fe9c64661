import { HOST_LIST, PERIOD, PUPIL, TITLE } from "#app/emails/samples.ts";

/** An application as its host reads of it. */
export const CANDIDATE = { offerTitle: TITLE, pupilFirstName: PUPIL, schoolTown: "Rennes", period: PERIOD };

/** One that asks nothing more of its host. */
export const ENDED = { offerTitle: TITLE, pupilFirstName: PUPIL, link: HOST_LIST };
