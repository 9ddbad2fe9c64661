import { addDays, ageOn, daysOf, isoWeekday, type CalendarDate } from "#app/kernel/calendar-date.ts";
import {
  minutesOfTime,
  presenceMinutes,
  rangesOfDay,
  WEEKDAYS,
  type DayHours,
  type HoursGrid,
  type Weekday,
} from "./hours-grid.ts";
import {
  BREAK_MINUTES,
  HOURS_RULES,
  rulesOn,
  type HoursFinding,
  type HoursRule,
  type HoursRuleCode,
} from "./hours-rules.ts";

export interface ScheduledAgreement {
  grid: HoursGrid;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

export interface HoursInput extends ScheduledAgreement {
  birthDate?: CalendarDate | null;
  /** The pupil's other agreements: two hosts can share a legal week, an evening and a morning. */
  otherAgreements?: readonly ScheduledAgreement[];
}

/**
 * Judges an agreement's hours. Days are judged on the grid; weeks and rests on the days really spent at a host,
 * per ISO week and over all agreements of the pupil. A row with a slip is told and left out of the rest.
 */
export function checkHours(input: HoursInput, rules: readonly HoursRule[] = HOURS_RULES): HoursFinding[] {
  const inForce = new Map(rulesOn(rules, input.startsOn).map((rule) => [rule.code, rule]));
  const clash = (input.otherAgreements ?? []).filter(
    (other) => other.startsOn <= input.endsOn && input.startsOn <= other.endsOn,
  );
  const schedule = scheduleOf(input);
  return [
    ...WEEKDAYS.flatMap((day) => slipsOf(day, input.grid[day])),
    ...WEEKDAYS.filter((day) => slipsOf(day, input.grid[day]).length === 0).flatMap((day) =>
      dayFindings(day, input.grid[day], inForce),
    ),
    ...restFindings(schedule, inForce),
    ...weekFindings(schedule, input.birthDate ?? null, inForce),
    ...clash.map((other): HoursFinding => ({
      code: "agreements_overlap",
      severity: "error",
      values: { from: other.startsOn, to: other.endsOn },
    })),
  ];
}

export function hasHoursError(findings: readonly HoursFinding[]): boolean {
  return findings.some((finding) => finding.severity === "error");
}

type RulesInForce = ReadonlyMap<HoursRuleCode, HoursRule>;

interface WorkedDay {
  start: number;
  end: number;
  presence: number;
  own: boolean;
}
type Schedule = ReadonlyMap<CalendarDate, WorkedDay>;

function slipsOf(day: Weekday, hours: DayHours): HoursFinding[] {
  const slips: HoursFinding[] = [];
  [hours.morning, hours.afternoon].forEach((range, part) => {
    if (range !== null && range.to <= range.from) {
      slips.push({ code: "end_before_start", severity: "error", day, values: { part } });
    }
  });
  if (hours.morning !== null && hours.afternoon !== null && hours.afternoon.from < hours.morning.to) {
    slips.push({ code: "ranges_overlap", severity: "error", day, values: {} });
  }
  return slips;
}

function dayFindings(day: Weekday, hours: DayHours, inForce: RulesInForce): HoursFinding[] {
  const ranges = rangesOfDay(hours);
  if (ranges.length === 0) return [];
  const presence = presenceMinutes(hours);
  const start = Math.min(...ranges.map((range) => minutesOfTime(range.from)));
  const end = Math.max(...ranges.map((range) => minutesOfTime(range.to)));
  const stretches = unbrokenStretches(hours);
  const findings: HoursFinding[] = [];
  const judge = (code: HoursRuleCode, broken: (limit: number) => boolean, values: HoursFinding["values"]) => {
    const rule = inForce.get(code);
    if (rule !== undefined && broken(rule.limit)) {
      findings.push({ code, severity: rule.severity, day, values: { ...values, limit: rule.limit } });
    }
  };
  const dayLimit = inForce.get("day_too_long")?.limit ?? 0;
  judge("day_too_long", (limit) => presence > limit, { actual: presence, excess: presence - dayLimit });
  judge("too_early", (limit) => start < limit, { time: start });
  judge("too_late", (limit) => end > limit, { time: end });
  judge("break_missing", (limit) => presence >= limit && stretches.length < 2, { actual: presence });
  judge("stretch_too_long", (limit) => stretches.length > 1 && Math.max(...stretches) > limit, {
    actual: Math.max(...stretches),
  });
  return findings;
}

/** Minutes of presence between two breaks that are long enough to count. */
function unbrokenStretches({ morning, afternoon }: DayHours): number[] {
  const length = (range: { from: string; to: string }) => minutesOfTime(range.to) - minutesOfTime(range.from);
  if (morning === null || afternoon === null)
    return [morning, afternoon].filter((range) => range !== null).map(length);
  const pause = minutesOfTime(afternoon.from) - minutesOfTime(morning.to);
  return pause >= BREAK_MINUTES
    ? [length(morning), length(afternoon)]
    : [length(morning) + length(afternoon)];
}

/** Every day really spent at a host; on a day claimed by two agreements, the one under judgement wins. */
function scheduleOf(input: HoursInput): Schedule {
  const schedule = new Map<CalendarDate, WorkedDay>();
  const agreements = [
    ...(input.otherAgreements ?? []).map((other) => ({ ...other, own: false })),
    { ...input, own: true },
  ];
  for (const { grid, startsOn, endsOn, own } of agreements) {
    for (const date of daysOf(startsOn, endsOn)) {
      const weekday = WEEKDAYS.find((day) => day === isoWeekday(date));
      const hours = weekday === undefined ? undefined : grid[weekday];
      if (weekday === undefined || hours === undefined || slipsOf(weekday, hours).length > 0) continue;
      const ranges = rangesOfDay(hours);
      if (ranges.length === 0) continue;
      schedule.set(date, {
        start: Math.min(...ranges.map((range) => minutesOfTime(range.from))),
        end: Math.max(...ranges.map((range) => minutesOfTime(range.to))),
        presence: presenceMinutes(hours),
        own,
      });
    }
  }
  return schedule;
}

function restFindings(schedule: Schedule, inForce: RulesInForce): HoursFinding[] {
  const rule = inForce.get("daily_rest_too_short");
  if (rule === undefined) return [];
  const told = new Set<string>();
  return [...schedule].sort(byDate).flatMap(([date, evening]): HoursFinding[] => {
    const morning = schedule.get(addDays(date, 1));
    const day = WEEKDAYS.find((weekday) => weekday === isoWeekday(date));
    if (morning === undefined || day === undefined || !(evening.own || morning.own)) return [];
    const rest = 24 * 60 - evening.end + morning.start;
    const otherAgreement = Number(evening.own !== morning.own);
    const key = `${day}-${otherAgreement}`;
    if (rest >= rule.limit || told.has(key)) return [];
    told.add(key);
    const values = {
      actual: rest,
      limit: rule.limit,
      excess: rule.limit - rest,
      nextDay: day + 1,
      otherAgreement,
    };
    return [{ code: rule.code, severity: rule.severity, day: evening.own ? day : nextWeekday(day), values }];
  });
}

function weekFindings(
  schedule: Schedule,
  birthDate: CalendarDate | null,
  inForce: RulesInForce,
): HoursFinding[] {
  const mondays = new Set([...schedule.keys()].sort().map((date) => addDays(date, 1 - isoWeekday(date))));
  return [...mondays].flatMap((monday) => {
    const days = daysOf(monday, addDays(monday, 6)).filter((date) => schedule.has(date));
    const first = days[0];
    if (first === undefined) return [];
    const nextMonday = schedule.get(addDays(monday, 7));
    const saturday = schedule.get(addDays(monday, 5));
    const own = days.some((date) => schedule.get(date)?.own);
    const shared = days.some((date) => !schedule.get(date)?.own);
    const findings: HoursFinding[] = [];
    const rest = inForce.get("weekly_rest_missing");
    if (rest && saturday && (own || nextMonday?.own) && (nextMonday || !hasTwoDaysOff(schedule, monday))) {
      const day = saturday.own ? 6 : 1;
      findings.push({ code: rest.code, severity: rest.severity, day, values: { weekStartsOn: monday } });
    }
    if (!own) return findings;
    const actual = days.reduce((total, date) => total + (schedule.get(date)?.presence ?? 0), 0);
    const tooLong = (rule: HoursRule | undefined): rule is HoursRule =>
      rule !== undefined && actual > rule.limit;
    const young = inForce.get("week_long_for_age");
    const isYoung = birthDate !== null && ageOn(birthDate, first) < (young?.underAge ?? 0);
    const rule = [inForce.get("week_too_long"), isYoung ? young : undefined].find(tooLong);
    if (rule !== undefined) {
      const values = {
        actual,
        limit: rule.limit,
        excess: actual - rule.limit,
        otherAgreement: Number(shared),
      };
      findings.push({
        code: rule.code,
        severity: rule.severity,
        values: { ...values, weekStartsOn: monday },
      });
    }
    return findings;
  });
}

/**
 * Two days off in a row in a week whose Saturday is worked: Sunday with Monday (this one when it is free, since
 * the next one is), or two days between Tuesday and Friday.
 */
function hasTwoDaysOff(schedule: Schedule, monday: CalendarDate): boolean {
  const free = (offset: number) => !schedule.has(addDays(monday, offset));
  return free(0) || [1, 2, 3].some((offset) => free(offset) && free(offset + 1));
}

function nextWeekday(day: Weekday): Weekday {
  return WEEKDAYS.find((weekday) => weekday === day + 1) ?? day;
}

function byDate([a]: [CalendarDate, WorkedDay], [b]: [CalendarDate, WorkedDay]): number {
  return a < b ? -1 : 1;
}
