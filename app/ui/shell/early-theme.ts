/**
 * Runs before the first paint, so that neither the theme nor what needs JavaScript flickers.
 * `scheme` is where the design system keeps the visitor's choice; without one the system decides.
 */
export const earlyThemeScript = `(function () {
  var root = document.documentElement, scheme = "system";
  try { scheme = localStorage.getItem("scheme") || "system"; } catch (error) { /* storage refused */ }
  var dark = scheme === "dark" || (scheme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.setAttribute("data-js", "");
  root.setAttribute("data-fr-scheme", scheme);
  root.setAttribute("data-fr-theme", dark ? "dark" : "light");
  window.ssrWasPerformedWithIsDark = false;
})();`;
