import { Link, useLocation } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { Notice } from "../components/notice.tsx";
import { SUPPRESSION_TEXTS } from "../messages/administration/suppressions.ts";
import { useShellData } from "../shell/shell-data.ts";

/** On the home of someone whose address takes no mail any more: what is missed, and where to mend it. */
export function AddressNotice() {
  const { viewer } = useShellData();
  const { pathname } = useLocation();
  if (!viewer?.suppressed || pathname === paths.account()) return null;
  if (viewer.spaces.every(({ home }) => home !== pathname)) return null;
  return (
    <div className="fr-container address-notice">
      <Notice tone="warning" title="Nos e-mails ne vous parviennent plus">
        <p>
          {SUPPRESSION_TEXTS[viewer.suppressed]} Vos messages restent dans vos{" "}
          <Link to={paths.notifications()}>notifications</Link>. Pour les recevoir de nouveau, passez par{" "}
          <Link to={`${paths.account()}#mes-messages`}>votre compte</Link>.
        </p>
      </Notice>
    </div>
  );
}
