import type { AgreementStatus } from "../../agreements/agreement.ts";
import type { ApplicationChange, ApplicationStatus } from "../../applications/application.ts";
import type { WeekNumber } from "../../campaigns/campaign.ts";
import type { SituationRecord } from "../situations/situation.ts";

/** An application as those who follow the pupil read it: to whom, since when, what became of it; never the letter. */
export interface FollowedTry {
  id: string;
  offerTitle: string;
  hostName: string;
  town: string;
  weeks: WeekNumber[];
  status: ApplicationStatus;
  submittedAt: Date;
  /** Until when someone's word is awaited. */
  deadlineAt: Date | null;
  /** What happened to it last. */
  lastChange: ApplicationChange | null;
}

export interface FollowedAgreement {
  id: string;
  status: AgreementStatus;
  hostName: string;
  updatedAt: Date;
}

/** A legal representative as the school knows them. */
export interface FollowedGuardian {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
}

/** A pupil as those who follow their class see them. */
export interface FollowedPupilFile {
  id: string;
  firstName: string;
  lastName: string;
  schoolUai: string;
  schoolName: string;
  classGroup: { id: string; name: string };
  /** Has a way to sign in. */
  activated: boolean;
  /** Their first way in; null as long as they have not come. */
  firstSeenAt: Date | null;
  tries: FollowedTry[];
  /** Of which wait for someone's word. */
  live: number;
  /** Letters begun and not sent: how many, nothing of what they say. */
  drafts: number;
  agreements: FollowedAgreement[];
  situations: SituationRecord[];
  /** Empty for an adult: nobody but the pupil is told any more. */
  guardians: FollowedGuardian[];
  isAdult: boolean;
}
