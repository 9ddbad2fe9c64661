import { setTimeout as wait } from "node:timers/promises";
import { paths } from "#app/paths.ts";
import { pick, seededRandom } from "#app/kernel/random.ts";
import { cookieOf, testApp } from "#tests/support/app.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { factories } from "#tests/support/factories.ts";
import type { Clock } from "#app/kernel/clock.ts";

const APPLICATIONS_EACH = 10;
const PUPILS_AT_ONCE = 8;
const MANY_TRIES = 100;
const MOTIVATION = "J’aimerais découvrir comment une équipe s’organise chaque jour.";

/** What the pupil or the host does once an application is there. */
const SEQUELS = ["nothing", "nothing", "nothing", "read", "decline", "withdraw", "accept"] as const;

interface Person {
  cookie: string;
}

interface Day {
  pupils: Person[];
  offers: { id: string; host: Person }[];
}

/** Pupils with their representatives, and hosts with offers, all signed in. */
export async function prepareDay(database: TestDatabase, clock: Clock, applications: number): Promise<Day> {
  const app = testApp(database, clock);
  const make = factories(database.db, clock);
  const world = await make.world({ seats: [20, 20] });
  const signIn = async (personId: string): Promise<Person> => ({ cookie: await cookieOf(app, personId) });
  const pupils: Person[] = [];
  for (let count = 0; count < applications / APPLICATIONS_EACH; count += 1)
    pupils.push(await signIn((await world.newPupil()).id));
  const offers: Day["offers"] = [];
  for (let count = 0; count < Math.max(APPLICATIONS_EACH, pupils.length / 5); count += 1) {
    const organisation = await make.organisation();
    const host = await signIn((await make.employer(organisation.id)).id);
    const offer = await make.offer({
      campaignId: world.campaign.id,
      organisationId: organisation.id,
      seats: [20, 20],
    });
    offers.push({ id: offer.id, host });
  }
  return { pupils, offers };
}

interface Play {
  port: number;
  /** Settles once the web server works. */
  working(): Promise<void>;
  seed: number;
  /** Told after each application. */
  onApplication(): void;
}

/** A day of the campaign as browsers live it: each step is asked for until it is answered, as people do. */
export async function playDay({ pupils, offers }: Day, { port, working, seed, onApplication }: Play) {
  const random = seededRandom(seed);

  async function post(path: string, who: Person, form: Record<string, string>): Promise<Response> {
    for (let tries = 0; tries < MANY_TRIES; tries += 1) {
      try {
        const response = await fetch(`http://127.0.0.1:${port}${path}`, {
          method: "POST",
          redirect: "manual",
          body: new URLSearchParams(form),
          headers: { Cookie: who.cookie, Accept: "text/html" },
        });
        await response.arrayBuffer();
        if (response.status < 500 && response.status !== 429) return response;
      } catch {
        // The server was killed: was the step done or not? It is asked for again.
      }
      await wait(20 * Math.min(tries, 10));
      await working();
    }
    throw new Error(`A step was never answered: ${path}`);
  }

  async function apply(pupil: Person, offerId: string): Promise<string> {
    const form = { intent: "submit", motivation: MOTIVATION, periode: "deux-semaines" };
    const response = await post(paths.apply(offerId), pupil, form);
    const id = /candidatures\/([^?]+)/.exec(response.headers.get("Location") ?? "")?.[1];
    if (!id) throw new Error(`An application was answered ${response.status}`);
    return id;
  }

  async function livePupil(pupil: Person, rank: number): Promise<void> {
    for (let count = 0; count < APPLICATIONS_EACH; count += 1) {
      const offer = offers[(rank * 7 + count) % offers.length];
      if (!offer) throw new Error("No offer");
      const id = await apply(pupil, offer.id);
      onApplication();
      const sequel = pick(random, SEQUELS);
      const last = count === APPLICATIONS_EACH - 1;
      if (sequel === "withdraw") await post(paths.pupil.application(id), pupil, { intent: "withdraw" });
      if (sequel === "read" || sequel === "accept")
        await post(paths.employer.application(id), offer.host, { intent: "read" });
      if (sequel === "decline")
        await post(paths.employer.application(id), offer.host, { intent: "decline", reason: "dates" });
      if (sequel === "accept" || last)
        await post(paths.employer.application(id), offer.host, { intent: "accept" });
      // Confirming releases the pupil's other applications: it ends the pupil's day.
      if (last) await post(paths.pupil.application(id), pupil, { intent: "confirm" });
    }
  }

  const queue = pupils.map((pupil, rank) => ({ pupil, rank }));
  const takeTurns = async () => {
    for (let turn = queue.shift(); turn; turn = queue.shift()) await livePupil(turn.pupil, turn.rank);
  };
  await Promise.all(Array.from({ length: PUPILS_AT_ONCE }, takeTurns));
}
