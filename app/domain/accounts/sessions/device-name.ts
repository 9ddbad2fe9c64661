/** The more precise first: most browsers also bear the names of those that they resemble. */
const BROWSERS: readonly [name: string, mark: RegExp][] = [
  ["Edge", /\bEdg(e|A|iOS)?\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Chrome", /\b(Chrome|Chromium|CriOS)\//],
  ["Safari", /\bSafari\//],
];

const SYSTEMS: readonly [name: string, mark: RegExp][] = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Windows", /\bWindows\b/],
  ["Mac", /\bMac(intosh| OS X)\b/],
  ["Linux", /\bLinux\b/],
];

const UNKNOWN = "Navigateur inconnu";

/** "Firefox sur Windows": enough for its owner to know a device again, and too little to follow anybody. */
export function deviceName(userAgent: string | null): string {
  const named = (list: typeof BROWSERS) => list.find(([, mark]) => mark.test(userAgent ?? ""))?.[0];
  const browser = named(BROWSERS) ?? UNKNOWN;
  const system = named(SYSTEMS);
  return system ? `${browser} sur ${system}` : browser;
}
