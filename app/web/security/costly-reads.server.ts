import type { RequestHandler } from "express";
import { addressBlock } from "#app/kernel/network-address.ts";
import { refusalPage } from "#app/web/refusal-page.server.ts";

/** Searches, their map, the completion of places, the search of a school: each looks through all there is. */
const COSTLY = /^\/(offres|offres\/carte|lieux|etablissement\/rejoindre)(\.data)?\/?$/;

/** Reads of one network that are worked on at the same time; more would only make everybody wait. */
const AT_ONCE = 16;
/** Reads that wait their turn: a whole school that searches at the same instant. */
const WAITING = 1_000;
/** A turn lasts no longer: the work is done by then, and a telephone that reads slowly keeps nobody waiting. */
const TURN_MS = 1_000;

interface Turns {
  running: number;
  waiting: (() => void)[];
}

/**
 * One network, however fast it asks, takes up a part of this process: its costly reads are worked on a few at a time, in
 * turn, and the others are let through between them. A slow answer costs it nothing, so that many readers behind one address
 * are served as fast as the process can; what floods is refused.
 */
export function slowCostlyReads({ atOnce = AT_ONCE, most = WAITING, turnMs = TURN_MS } = {}): RequestHandler {
  const networks = new Map<string, Turns>();
  return (request, response, next) => {
    if (!COSTLY.test(request.path)) return next();
    const network = addressBlock(request.ip ?? "", { bytes: 4, pairs: 4 });
    const turns = networks.get(network) ?? { running: 0, waiting: [] };
    networks.set(network, turns);
    if (turns.waiting.length >= most) {
      response.set("Retry-After", "5");
      return refusalPage(response, 429, "Trop de recherches en même temps");
    }
    const start = () => {
      turns.running += 1;
      const end = () => {
        clearTimeout(longest);
        response.off("close", end);
        turns.running -= 1;
        takeNext(turns);
        if (turns.running === 0 && turns.waiting.length === 0) networks.delete(network);
      };
      const longest = setTimeout(end, turnMs);
      response.once("close", end);
      next();
    };
    if (turns.running < atOnce) return start();
    const turn = () => (response.destroyed ? takeNext(turns) : start());
    turns.waiting.push(turn);
  };
}

function takeNext({ waiting }: Turns): void {
  waiting.shift()?.();
}
