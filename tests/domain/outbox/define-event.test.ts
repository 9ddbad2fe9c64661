import { describe, expect, it } from "vitest";
import { z } from "zod";
import { always, defineEvent, readPayload, UnreadableEvent } from "#app/domain/outbox/define-event.ts";
import { newEvent } from "#app/domain/outbox/record-event.server.ts";

const doorOpened = defineEvent("door.opened", {
  version: 3,
  payload: z.object({ doorId: z.string(), side: z.enum(["left", "right"]) }),
  urgency: "immediate",
  worthTelling: always,
  upgrade(payload, version) {
    const { doorId, door = doorId } = payload as { doorId?: string; door?: string };
    return { doorId: door, side: version === 1 ? "left" : "right" };
  },
});

describe("an event definition", () => {
  it("reads a payload of its version", () => {
    const payload = { doorId: "a", side: "right" };
    expect(readPayload(doorOpened, { version: 3, payload })).toEqual(payload);
  });

  it("reads older versions through its upgrade", () => {
    expect(readPayload(doorOpened, { version: 1, payload: { door: "a" } })).toEqual({
      doorId: "a",
      side: "left",
    });
    expect(readPayload(doorOpened, { version: 2, payload: { doorId: "a" } })).toEqual({
      doorId: "a",
      side: "right",
    });
  });

  it("leaves a newer version to a newer service", () => {
    const recorded = { version: 4, payload: { doorId: "a", side: "right" } };
    expect(() => readPayload(doorOpened, recorded)).toThrow(UnreadableEvent);
  });

  it("refuses a payload of another shape, without quoting it", () => {
    const recorded = { version: 3, payload: { doorId: "a", side: "ceiling" } };
    expect(() => readPayload(doorOpened, recorded)).toThrow(
      new UnreadableEvent('the payload of a "door.opened" is not that of its definition'),
    );
  });

  it("records what its payload names and nothing else", () => {
    const door = { doorId: "a", side: "left" as const, owner: "Camille Dupont" };
    expect(newEvent(doorOpened, door)).toEqual({
      type: "door.opened",
      version: 3,
      urgency: "immediate",
      payload: { doorId: "a", side: "left" },
    });
  });
});
