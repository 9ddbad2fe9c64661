import { describe, expect, it } from "vitest";
import { timeZoneOf, TIME_ZONES } from "#app/kernel/time-zones.ts";

describe("the hour of a place", () => {
  it.each([
    [{ inseeCode: "35238", postcode: "35000", departmentCode: "35" }, "Europe/Paris"],
    [{ inseeCode: "2A004" }, "Europe/Paris"],
    [{ inseeCode: "97105" }, "America/Guadeloupe"],
    [{ inseeCode: "97209" }, "America/Martinique"],
    [{ inseeCode: "97302" }, "America/Cayenne"],
    [{ inseeCode: "97411" }, "Indian/Reunion"],
    [{ inseeCode: "97502" }, "America/Miquelon"],
    [{ inseeCode: "97611" }, "Indian/Mayotte"],
    [{ inseeCode: "97701", postcode: "97133" }, "America/St_Barthelemy"],
    [{ inseeCode: "97801", postcode: "97150" }, "America/Marigot"],
    [{ inseeCode: "98613" }, "Pacific/Wallis"],
    [{ inseeCode: "98735" }, "Pacific/Tahiti"],
    [{ inseeCode: "98731" }, "Pacific/Marquesas"],
    [{ inseeCode: "98719" }, "Pacific/Gambier"],
    [{ inseeCode: "98818" }, "Pacific/Noumea"],
    [{ departmentCode: "978", postcode: null }, "America/Marigot"],
    [{ departmentCode: "987", postcode: "98742" }, "Pacific/Marquesas"],
    [{ departmentCode: "987" }, "Pacific/Tahiti"],
    [{ postcode: "97110" }, "America/Guadeloupe"],
    [{}, "Europe/Paris"],
  ])("of %o is %s", (place, timeZone) => {
    expect(timeZoneOf(place)).toBe(timeZone);
  });

  it.each(["97743", "97833"])(
    "takes the firm’s postcode %s for La Réunion, not for an island of 971",
    (postcode) => {
      expect(timeZoneOf({ postcode })).toBe("Indian/Reunion");
    },
  );

  it("knows only zones that the calendar knows", () => {
    for (const timeZone of TIME_ZONES)
      expect(new Intl.DateTimeFormat("fr", { timeZone }).resolvedOptions().timeZone).toBeTruthy();
  });
});
