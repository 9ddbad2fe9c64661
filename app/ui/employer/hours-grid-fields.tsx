import { WEEKDAYS, type Weekday } from "#app/domain/hours/hours-grid.ts";
import type { HoursFinding } from "#app/domain/hours/hours-rules.ts";
import {
  HALF_DAYS,
  hoursField,
  type HalfDay,
  type HoursEdge,
  type HoursTypingSlip,
} from "#app/domain/offers/offer-hours.ts";
import { typeset } from "#app/kernel/typography.ts";
import { describeHoursFinding } from "../messages/hours-findings.ts";
import { describeHoursSlip } from "../messages/offers.ts";
import { hoursAtFault } from "./hours-at-fault.ts";

const DAY_NAMES: Record<Weekday, string> = {
  1: "Lundi",
  2: "Mardi",
  3: "Mercredi",
  4: "Jeudi",
  5: "Vendredi",
  6: "Samedi",
};
const HALF_NAMES: Record<HalfDay, string> = { morning: "matin", afternoon: "après-midi" };
const HALF_LABELS: Record<HalfDay, string> = { morning: "Matin", afternoon: "Après-midi" };
const EDGE_NAMES: Record<HoursEdge, string> = { from: "début", to: "fin" };

interface Remark {
  text: string;
  severity: "error" | "warning";
}

interface HoursGridFieldsProps {
  valueOf: (field: string) => string;
  findings: readonly HoursFinding[];
  slips: readonly HoursTypingSlip[];
}

/** Monday to Saturday, morning and afternoon, with what the law says beside each day. */
export function HoursGridFields({ valueOf, findings, slips }: HoursGridFieldsProps) {
  const remarksOf = (day: Weekday | undefined): Remark[] => [
    ...slips
      .filter((slip) => ("day" in slip ? slip.day : undefined) === day)
      .map((slip): Remark => ({ text: describeHoursSlip(slip), severity: "error" })),
    ...findings
      .filter((finding) => finding.day === day)
      .map((finding): Remark => ({ text: describeHoursFinding(finding), severity: finding.severity })),
  ];
  const atFault = hoursAtFault(valueOf, { slips, findings });
  return (
    <fieldset className="hours-grid" id="hours" tabIndex={-1} aria-describedby="hours-hint">
      <legend className="hours-grid__legend">Horaires de l’élève</legend>
      <p className="fr-hint-text" id="hours-hint">
        7 heures par jour et 35 heures par semaine au plus, entre 6 h et 20 h, avec une pause d’au moins 30
        minutes. Laissez vide ce qui ne sert pas.
      </p>
      {WEEKDAYS.map((day) => (
        <DayFields key={day} day={day} valueOf={valueOf} atFault={atFault} remarks={remarksOf(day)} />
      ))}
      <Remarks id="hours-week" remarks={remarksOf(undefined)} />
    </fieldset>
  );
}

function DayFields({
  day,
  valueOf,
  atFault,
  remarks,
}: {
  day: Weekday;
  valueOf: (field: string) => string;
  atFault: ReadonlySet<string>;
  remarks: Remark[];
}) {
  const remarksId = `hours-${day}-remarks`;
  const shared = { day, value: valueOf, atFault, describedBy: remarksId };
  return (
    <div className="hours-grid__day">
      <p className="hours-grid__name" aria-hidden="true">
        {DAY_NAMES[day]}
      </p>
      {HALF_DAYS.map((half) => (
        <div className="hours-grid__half" key={half}>
          <span className="hours-grid__half-name" aria-hidden="true">
            {HALF_LABELS[half]}
          </span>
          <TimeField {...shared} half={half} edge="from" />
          <span aria-hidden="true">–</span>
          <TimeField {...shared} half={half} edge="to" />
        </div>
      ))}
      <Remarks id={remarksId} remarks={remarks} />
    </div>
  );
}

interface TimeFieldProps {
  day: Weekday;
  half: HalfDay;
  edge: HoursEdge;
  value: (field: string) => string;
  atFault: ReadonlySet<string>;
  describedBy: string;
}

function TimeField({ day, half, edge, value, atFault, describedBy }: TimeFieldProps) {
  const field = hoursField(day, half, edge);
  return (
    <span className="hours-grid__time">
      <label className="fr-sr-only" htmlFor={field}>
        {DAY_NAMES[day]} {HALF_NAMES[half]}, {EDGE_NAMES[edge]}
      </label>
      <input
        className={`fr-input${atFault.has(field) ? " fr-input--error" : ""}`}
        type="time"
        id={field}
        name={field}
        defaultValue={value(field)}
        aria-invalid={atFault.has(field) ? true : undefined}
        aria-describedby={describedBy}
      />
    </span>
  );
}

function Remarks({ id, remarks }: { id: string; remarks: Remark[] }) {
  return (
    <div id={id} className="hours-grid__remarks">
      {remarks.map(({ text, severity }) => (
        <p
          className={`fr-message fr-message--${severity === "error" ? "error" : "info"} field-error`}
          key={text}
        >
          {typeset(text)}
        </p>
      ))}
    </div>
  );
}
