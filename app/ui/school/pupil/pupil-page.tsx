import type { BoardLine } from "#app/domain/follow-up/board/board-line.ts";
import type { PupilLog } from "#app/domain/follow-up/log/log-entry.ts";
import type { FollowedPupilFile } from "#app/domain/follow-up/pupil/followed-pupil.ts";
import type { LostAddress } from "#app/domain/notifications/lost-addresses/lost-address.ts";
import type { Referent } from "#app/domain/follow-up/referents/referent.ts";
import { frenchDate, parisDate } from "#app/kernel/calendar-date.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { DoneNotice } from "../../components/done-notice.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import type { Refusal } from "../../forms/refusal.ts";
import { LostAddresses } from "./lost-addresses.tsx";
import { schoolTrail } from "../school-trail.ts";
import { PupilLogSection } from "./log/pupil-log.tsx";
import { PupilReferents } from "./referents/pupil-referents.tsx";
import { PupilAgreements } from "./pupil-agreements.tsx";
import { PupilFamily } from "./pupil-family.tsx";
import { PupilSituation } from "./pupil-situation.tsx";
import { PupilStanding } from "./pupil-standing.tsx";
import { PupilTries } from "./pupil-tries.tsx";

interface PupilPageProps {
  pupil: FollowedPupilFile;
  /** Their line of the board. */
  line: BoardLine | null;
  log: PupilLog;
  referents: readonly Referent[];
  /** The class, for those who follow it whole. */
  followsClass: boolean;
  /** Where each planned exchange of the reader is as a calendar file, by its id. */
  slots: Readonly<Record<string, string>>;
  now: Date;
  /** Teachers validate agreements; the head and the office read where they are. */
  reader: "school" | "office";
  /** The head and the office of the school, who let pupils off. */
  declares: boolean;
  /** Addresses of the pupil and of the family that take no mail any more. */
  lost: readonly LostAddress[];
  corrects: boolean;
  done: DoneCode<"followedPupil"> | null;
  refusal: Refusal | undefined;
}

/** All that the school follows of one pupil, on one page: a section a subject. */
export function PupilPage({
  pupil,
  line,
  log,
  referents,
  followsClass,
  slots,
  now,
  reader,
  declares,
  lost,
  corrects,
  done,
  refusal,
}: PupilPageProps) {
  const { firstName, lastName, classGroup } = pupil;
  return (
    <Page>
      <PageHeader
        title={`${lastName} ${firstName}`}
        lead={[`Classe ${classGroup.name}`, pupil.schoolName, accountText(pupil)].join(" · ")}
        trail={[
          ...schoolTrail,
          ...(followsClass
            ? [{ to: paths.school.classGroup(classGroup.id), label: `Classe ${classGroup.name}` }]
            : []),
        ]}
      />
      <RefusalNotice refusal={refusal} />
      {refusal ? null : <DoneNotice page="followedPupil" done={done} />}
      <LostAddresses pupilId={pupil.id} lost={lost} corrects={corrects} refusal={refusal} />
      {line ? <PupilStanding line={line} now={now} /> : null}
      <PupilLogSection pupilId={pupil.id} log={log} slots={slots} />
      <PupilTries tries={pupil.tries} drafts={pupil.drafts} />
      <PupilAgreements pupilId={pupil.id} agreements={pupil.agreements} reader={reader} />
      <PupilSituation pupilId={pupil.id} situations={pupil.situations} declares={declares} />
      <PupilReferents pupilId={pupil.id} referents={referents} />
      <PupilFamily guardians={pupil.guardians} isAdult={pupil.isAdult} />
    </Page>
  );
}

function accountText({ activated, firstSeenAt }: FollowedPupilFile): string {
  if (firstSeenAt) return `première connexion le ${frenchDate(parisDate(firstSeenAt))}`;
  return activated ? "compte ouvert, pas encore de connexion" : "compte pas encore activé";
}
