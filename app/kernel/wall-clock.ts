const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format is slow; there are a dozen zones. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  formats.set(timeZone, format);
  return format;
}

/**
 * What calendars and clocks of a time zone show at this instant: "2027-06-17T21:05:00". Engines write the same locale in
 * different orders (some say 06/17/2027): the parts are read by their names, never by their places.
 */
export function wallClock(instant: Date, timeZone: string): string {
  const parts = formatOf(timeZone).formatToParts(instant);
  const read = (type: Intl.DateTimeFormatPartTypes, digits: number) =>
    (parts.find((part) => part.type === type)?.value ?? "").padStart(digits, "0");
  const day = `${read("year", 4)}-${read("month", 2)}-${read("day", 2)}`;
  return `${day}T${read("hour", 2)}:${read("minute", 2)}:${read("second", 2)}`;
}
