import type { Actor, Role } from "#app/domain/accounts/actor.ts";
import {
  getMessageState,
  type MessageState,
} from "#app/domain/notifications/inbox/notification-centre.queries.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { paths } from "#app/paths.ts";
import { readSession } from "./session.server.ts";

/** What the header shows of the person signed in. */
export interface Viewer extends MessageState {
  displayName: string;
  home: string;
  homeLabel: string;
  session: {
    /** When the session ends if nothing more is asked for, in ISO 8601. */
    endsAt: string;
    /** The same as a delay: clocks of shared machines are often wrong. */
    secondsLeft: number;
  };
}

const SPACES: [Role[], string, string][] = [
  [["pupil"], paths.pupil.home(), "Mon espace élève"],
  [["employer"], paths.employer.home(), "Mon espace employeur"],
  [["teacher", "schoolOffice", "schoolHead"], paths.school.home(), "Mon établissement"],
  [["admin"], paths.admin.home(), "Administration"],
];

/** Where these roles work: the first space that one of them opens, else the account page. */
export function spaceOf(roles: readonly Role[]): { home: string; homeLabel: string } {
  const space = SPACES.find(([opening]) => opening.some((role) => roles.includes(role)));
  return space ? { home: space[1], homeLabel: space[2] } : { home: paths.account(), homeLabel: "Mon compte" };
}

export function rolesOf(actor: Actor): Role[] {
  return actor.affiliations.map(({ role }) => role);
}

export async function getViewer(request: Request, app: AppContext): Promise<Viewer | null> {
  const session = await readSession(request, app);
  if (!session?.actor) return null;
  const { firstName: displayName, personId } = session.actor;
  const { endsAt } = session;
  const secondsLeft = Math.floor((endsAt.getTime() - app.clock.now().getTime()) / 1000);
  return {
    displayName,
    session: { endsAt: endsAt.toISOString(), secondsLeft },
    ...spaceOf(rolesOf(session.actor)),
    ...(await getMessageState(app.db, personId)),
  };
}
