/** What our scripts and their libraries call that browsers of 2021 may not have. */
const NEEDED = [
  '"replaceAll" in String.prototype',
  '"allSettled" in Promise',
  '"fromEntries" in Object',
  '"AbortController" in window',
  // Which button was pressed: without it a form of several acts would not say which one is meant.
  'typeof SubmitEvent === "function" && "submitter" in SubmitEvent.prototype',
];

const ALIVE = "data-js";

/** On the document of someone signed in: brought back by the browser's memory after they left, it is asked again. */
const SIGNED_IN = "data-signed-in";

/** Whether the page is to come alive in this browser, as the script below judged. */
export function isAlive(root: Element): boolean {
  return root.hasAttribute(ALIVE);
}

/**
 * Runs before the first paint, so that neither the theme nor what needs JavaScript flickers.
 * `scheme` is where the design system keeps the visitor's choice; without one the system decides.
 */
export const earlyScript = `(function () {
  var root = document.documentElement, scheme = "system";
  try { scheme = localStorage.getItem("scheme") || "system"; } catch (error) { /* storage refused */ }
  var dark = scheme === "dark" || (scheme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  if (${NEEDED.join(" && ")}) root.setAttribute("${ALIVE}", "");
  root.setAttribute("data-fr-scheme", scheme);
  root.setAttribute("data-fr-theme", dark ? "dark" : "light");
  window.ssrWasPerformedWithIsDark = false;
  addEventListener("pageshow", function (event) {
    if (event.persisted && root.hasAttribute("${SIGNED_IN}")) location.reload();
  });
})();`;
