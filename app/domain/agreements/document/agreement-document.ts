import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import type { AgreementContent } from "#app/domain/agreements/content/agreement-content.ts";
import { plural } from "#app/kernel/text.ts";
import { stayOf, stayText, stayTotal } from "#app/domain/hours/stay.ts";
import {
  frenchSiret,
  joined,
  pupilName,
  seatAddress,
  siteAddress,
} from "#app/domain/agreements/text/agreement-text.fields.ts";
import { fillAgreementText, type FilledBlock } from "#app/domain/agreements/text/agreement-text.fill.ts";
import type { AgreementText, SignatureRole } from "#app/domain/agreements/text/agreement-text.ts";
import {
  frenchDuration,
  minutesOfTime,
  presenceMinutes,
  rangesOfDay,
  WEEKDAYS,
  type TimeRange,
} from "#app/domain/hours/hours-grid.ts";

/** What the printed agreement holds, as plain data: a renderer adds form, never words about the parties. */
export interface AgreementDocument {
  title: string;
  notice: string | null;
  isDemonstration: boolean;
  /** A draft bears a mark on each page until the teacher has validated the content, and so does one that is cancelled. */
  stage: AgreementStage;
  version: number;
  /** SHA-256 of content and text, in hexadecimal. */
  hash: string;
  /** Written in the file; a version keeps its own instant so that its bytes never change. */
  createdAt: Date;
  pupil: string;
  parties: { heading: string; lines: string[] }[];
  hours: {
    rows: { day: string; morning: string; afternoon: string; presence: string }[];
    /** "Mer. 23 – lun. 28 juin · 4 jours" */
    stay: string;
    /** Of the whole stay. */
    total: string;
  };
  blocks: FilledBlock[];
  signers: Record<SignatureRole, string>;
  /** What the school asks of its hosts, in its own words. */
  instructions: string | null;
  images: AgreementImages;
  verification: Verification | null;
}

export type AgreementStage = "draft" | "validated" | "cancelled";

/** Of the school: across the head of the first page, and in the box that its head signs. */
export type AgreementImages = Partial<Record<"header" | "stamp", Uint8Array>>;

/** Where anyone who holds the document can check it. */
export interface Verification {
  url: string;
  code: string;
}

export interface AgreementDocumentInput {
  text: AgreementText;
  content: AgreementContent;
  stage: AgreementStage;
  version: number;
  hash: string;
  createdAt: Date;
  verification?: Verification | null;
  images?: AgreementImages;
}

/** Port of the adapter that turns the document into a PDF file. */
export interface AgreementPdfRenderer {
  render(document: AgreementDocument): Promise<Uint8Array>;
}

/** An agreement whose PDF could not be made, and how often it was tried. */
export interface FailedDocument {
  agreementId: string;
  attempts: number;
}

export function agreementDocument(input: AgreementDocumentInput): AgreementDocument {
  const { text, content, stage, version, hash, createdAt } = input;
  const { host, school } = content;
  return {
    title: text.title,
    notice: text.notice,
    isDemonstration: text.isDemonstration,
    stage,
    version,
    hash,
    createdAt,
    pupil: pupilName(content.pupil),
    parties: partiesOf(content),
    hours: hoursOf(content),
    blocks: fillAgreementText(text, content, { place: null, signedOn: null }),
    signers: {
      host: joined([host.signatoryTitle, host.signatoryName], " "),
      school_head: school.headName,
      guardian: content.guardians.map((guardian) => guardian.name).join(" · "),
      referent: content.referentTeacher.name,
    },
    instructions: school.instructions ?? null,
    images: imagesOf(input),
    verification: input.verification ?? null,
  };
}

/** The school's stamp says that it vouches for the content: a draft does not bear it. */
function imagesOf({ images = {}, stage }: AgreementDocumentInput): AgreementImages {
  const { header } = images;
  if (stage === "validated") return images;
  return header ? { header } : {};
}

/** Who is concerned, at a glance, before the text; an empty line is left out. */
function partiesOf({ host, school, pupil, ...content }: AgreementContent): AgreementDocument["parties"] {
  const signatory = joined([joined([host.signatoryTitle, host.signatoryName], " "), host.signatoryQuality]);
  const parties = [
    {
      heading: "Structure d’accueil",
      lines: [
        host.name,
        seatAddress(host),
        host.siret && `SIRET ${frenchSiret(host.siret)}`,
        signatory && `Représentée par ${signatory}`,
      ],
    },
    {
      heading: "Établissement scolaire",
      lines: [
        school.name,
        school.address,
        school.uai && `UAI ${school.uai}`,
        school.headName && `Direction : ${school.headName}`,
        content.referentTeacher.name && `Suivi : ${content.referentTeacher.name}`,
        callOf(school),
        school.meetingPlace ? `Lieu de rendez-vous : ${school.meetingPlace}` : "",
      ],
    },
    {
      heading: "Élève et stage",
      lines: [
        pupilName(pupil),
        joined([pupil.className && `Classe ${pupil.className}`]),
        frenchPeriod(content.startsOn, content.endsOn).replace(/^d/, "D"),
        presenceOf(content),
        siteAddress(host) && `Lieu du stage : ${siteAddress(host)}`,
      ],
    },
  ];
  return parties.map(({ heading, lines }) => ({ heading, lines: lines.filter((line) => line !== "") }));
}

/** "Pendant le stage : Vie scolaire, 02 99 00 12 34" */
function callOf({ weekContact, phone }: AgreementContent["school"]): string {
  const call = joined([weekContact ?? "", phone ?? ""]);
  return call && `Pendant le stage : ${call}`;
}

type Stayed = Pick<AgreementContent, "startsOn" | "endsOn" | "hoursGrid">;

/** "4 jours, 26 h de présence en tout" */
function presenceOf({ startsOn, endsOn, hoursGrid }: Stayed): string {
  const stay = stayOf(startsOn, endsOn, hoursGrid);
  return `${plural(stay.days.length, "jour")}, ${stayTotal(stay)} de présence en tout`;
}

function hoursOf({ startsOn, endsOn, hoursGrid: grid }: Stayed): AgreementDocument["hours"] {
  const stay = stayOf(startsOn, endsOn, grid);
  const range = (times: TimeRange | null) =>
    times === null ? "–" : `de ${clock(times.from)} à ${clock(times.to)}`;
  const rows = WEEKDAYS.map((weekday) => ({
    day: DAYS[weekday],
    morning: range(grid[weekday].morning),
    afternoon: range(grid[weekday].afternoon),
    presence:
      rangesOfDay(grid[weekday]).length === 0 ? "repos" : frenchDuration(presenceMinutes(grid[weekday])),
  }));
  return { rows, stay: stayText(stay), total: stayTotal(stay) };
}

/** "09:00" → "9 h". */
function clock(time: string): string {
  return frenchDuration(minutesOfTime(time));
}

const DAYS = { 1: "Lundi", 2: "Mardi", 3: "Mercredi", 4: "Jeudi", 5: "Vendredi", 6: "Samedi" } as const;
