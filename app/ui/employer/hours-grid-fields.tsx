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
  return (
    <fieldset className="hours-grid" id="hours" tabIndex={-1} aria-describedby="hours-hint">
      <legend className="hours-grid__legend">Horaires de l’élève</legend>
      <p className="fr-hint-text" id="hours-hint">
        7 heures par jour et 35 heures par semaine au plus, entre 6 h et 20 h, avec une pause d’au moins 30
        minutes. Laissez vide ce qui ne sert pas.
      </p>
      {WEEKDAYS.map((day) => (
        <DayFields key={day} day={day} valueOf={valueOf} remarks={remarksOf(day)} />
      ))}
      <Remarks id="hours-week" remarks={remarksOf(undefined)} />
    </fieldset>
  );
}

function DayFields({
  day,
  valueOf,
  remarks,
}: {
  day: Weekday;
  valueOf: (field: string) => string;
  remarks: Remark[];
}) {
  const remarksId = `hours-${day}-remarks`;
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
          <TimeField day={day} half={half} edge="from" value={valueOf} describedBy={remarksId} />
          <span aria-hidden="true">–</span>
          <TimeField day={day} half={half} edge="to" value={valueOf} describedBy={remarksId} />
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
  describedBy: string;
}

function TimeField({ day, half, edge, value, describedBy }: TimeFieldProps) {
  const field = hoursField(day, half, edge);
  return (
    <span className="hours-grid__time">
      <label className="fr-sr-only" htmlFor={field}>
        {DAY_NAMES[day]} {HALF_NAMES[half]}, {EDGE_NAMES[edge]}
      </label>
      <input
        className="fr-input"
        type="time"
        id={field}
        name={field}
        defaultValue={value(field)}
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
