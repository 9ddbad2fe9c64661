import { describe, expect, it } from "vitest";
import { createBoundedQueue, QueueFull } from "#app/kernel/flow/bounded-queue.ts";

function door() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => void (open = resolve));
  return { opened, open: () => open() };
}

describe("a bounded queue", () => {
  it("does so many things at once, and the others in the order in which they came", async () => {
    const inTurn = createBoundedQueue({ atOnce: 2, mostWaiting: 10 });
    const doors = Array.from({ length: 5 }, door);
    const begun: number[] = [];
    const done = doors.map(({ opened }, place) =>
      inTurn(async () => {
        begun.push(place);
        await opened;
        return place;
      }),
    );
    expect(begun).toEqual([0, 1]);
    doors[1]?.open();
    await done[1];
    expect(begun).toEqual([0, 1, 2]);
    for (const { open } of doors) open();
    expect(await Promise.all(done)).toEqual([0, 1, 2, 3, 4]);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
  });

  it("refuses at once whoever would wait beyond its bound, and takes others again once there is room", async () => {
    const inTurn = createBoundedQueue({ atOnce: 1, mostWaiting: 2 });
    const { opened, open } = door();
    const kept = [0, 1, 2].map(() => inTurn(() => opened));
    await expect(inTurn(() => opened)).rejects.toBeInstanceOf(QueueFull);
    open();
    await Promise.all(kept);
    expect(await inTurn(() => Promise.resolve("in"))).toBe("in");
  });

  it("gives its place back when the work fails", async () => {
    const inTurn = createBoundedQueue({ atOnce: 1, mostWaiting: 0 });
    await expect(inTurn(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await inTurn(() => Promise.resolve(1))).toBe(1);
  });
});
