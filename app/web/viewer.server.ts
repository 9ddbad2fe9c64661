import type { Actor, Role } from "#app/domain/accounts/actor.ts";
import {
  getMessageState,
  type MessageState,
} from "#app/domain/notifications/inbox/notification-centre.queries.server.ts";
import { frenchTime } from "#app/kernel/calendar-date.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { paths } from "#app/paths.ts";
import { readSession } from "./session.server.ts";

/** What the header shows of the person signed in. */
export interface Viewer extends MessageState {
  displayName: string;
  /** Never empty: whoever has no role is at home on the page of their account. */
  spaces: Space[];
  session: {
    /** When the session ends if nothing more is asked for, in ISO 8601. */
    endsAt: string;
    /** "17 h 53" */
    hour: string;
    /** The same as a delay: clocks of shared machines are often wrong. */
    secondsLeft: number;
  };
}

/** In the order in which a person of several roles works. */
const SPACES = {
  pupil: { roles: ["pupil"], home: paths.pupil.home(), homeLabel: "Mon espace élève" },
  employer: { roles: ["employer"], home: paths.employer.home(), homeLabel: "Mon espace employeur" },
  school: {
    roles: ["teacher", "schoolOffice", "schoolHead"],
    home: paths.school.home(),
    homeLabel: "Mon établissement",
  },
  admin: { roles: ["admin"], home: paths.admin.home(), homeLabel: "Administration" },
} as const satisfies Record<string, { roles: readonly Role[]; home: string; homeLabel: string }>;

interface Space {
  space: keyof typeof SPACES | "other";
  home: string;
  homeLabel: string;
}

const NO_SPACE: Space = { space: "other", home: paths.account(), homeLabel: "Mon compte" };

/** Every space that these roles open: someone of several goes from one to the other without signing out. */
export function spacesOf(roles: readonly Role[]): Space[] {
  return (["pupil", "employer", "school", "admin"] as const).flatMap((space) => {
    const { roles: opening, home, homeLabel } = SPACES[space];
    return opening.some((role) => roles.includes(role)) ? [{ space, home, homeLabel }] : [];
  });
}

/** Where these roles work: the first space that one of them opens, else the account page. */
export function spaceOf(roles: readonly Role[]): Space {
  return spacesOf(roles)[0] ?? NO_SPACE;
}

export function rolesOf(actor: Actor): Role[] {
  return actor.affiliations.map(({ role }) => role);
}

export async function getViewer(request: Request, app: AppContext): Promise<Viewer | null> {
  const session = await readSession(request, app);
  if (!session?.actor) return null;
  const { firstName: displayName, personId } = session.actor;
  const { endsAt } = session;
  const spaces = spacesOf(rolesOf(session.actor));
  const secondsLeft = Math.floor((endsAt.getTime() - app.clock.now().getTime()) / 1000);
  return {
    displayName,
    session: { endsAt: endsAt.toISOString(), hour: frenchTime(endsAt), secondsLeft },
    spaces: spaces.length > 0 ? spaces : [NO_SPACE],
    ...(await getMessageState(app.db, personId)),
  };
}
