import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { expect } from "@playwright/test";
import { idOf, SCREEN, type WebDriver } from "./web-driver.ts";

const PREFERENCES = {
  "marionette.port": 0,
  "intl.accept_languages": "fr-FR, fr",
  "toolkit.legacyUserProfileCustomizations.stylesheets": true,
  "browser.shell.checkDefaultBrowser": false,
  "browser.aboutwelcome.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "app.update.enabled": false,
};

/** The window of a desktop is at least 500 pixels wide, unless its own style sheet says otherwise. */
function writeProfile(): string {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "stage-firefox-"));
  const lines = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  fs.writeFileSync(path.join(profile, "user.js"), lines.join("\n"));
  fs.mkdirSync(path.join(profile, "chrome"));
  fs.writeFileSync(path.join(profile, "chrome/userChrome.css"), ":root { min-width: 0 !important; }");
  return profile;
}

/** Firefox without a screen, spoken to by its own protocol: what geckodriver would say in our place. */
export async function startFirefox(executable: string): Promise<WebDriver> {
  const profile = writeProfile();
  const browser = spawn(
    executable,
    ["--marionette", "--headless", "--kiosk", "--no-remote", "--profile", profile, "about:blank"],
    {
      stdio: "ignore",
      env: {
        ...process.env,
        HOME: profile,
        TZ: "Europe/Paris",
        MOZ_HEADLESS_WIDTH: String(SCREEN.width),
        MOZ_HEADLESS_HEIGHT: String(SCREEN.height),
      },
    },
  );
  const ended = once(browser, "exit");
  const portFile = path.join(profile, "MarionetteActivePort");
  await expect.poll(() => fs.existsSync(portFile), { timeout: 40_000 }).toBe(true);
  const wire = await connect(Number(fs.readFileSync(portFile, "utf8")));
  await wire.send("WebDriver:NewSession", { capabilities: { alwaysMatch: {} } });
  return {
    navigate: async (url) => void (await wire.send("WebDriver:Navigate", { url })),
    run: async <Value>(script: string, ...args: unknown[]) => {
      const answer = await wire.send("WebDriver:ExecuteScript", { script, args });
      return (answer as { value: Value }).value;
    },
    click: async (element) => void (await wire.send("WebDriver:ElementClick", { id: idOf(element) })),
    clear: async (element) => void (await wire.send("WebDriver:ElementClear", { id: idOf(element) })),
    type: async (element, text) =>
      void (await wire.send("WebDriver:ElementSendKeys", { id: idOf(element), text })),
    close: async () => {
      await wire.send("Marionette:Quit", { flags: ["eForceQuit"] });
      await ended;
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type Answer = [type: 1, id: number, error: { error: string; message: string } | null, result: unknown];

/** Messages are JSON, each after its length in bytes: `12:[0,1,"…",{}]`. */
async function connect(port: number) {
  const socket = net.connect(port, "127.0.0.1");
  const waiting = new Map<number, (answer: Answer) => void>();
  let received = Buffer.alloc(0);
  let greet = () => {};
  const greeted = new Promise<void>((resolve) => (greet = resolve));
  const take = (): Buffer | null => {
    const colon = received.indexOf(":");
    const end = colon + 1 + Number(received.subarray(0, colon).toString());
    if (colon < 0 || received.length < end) return null;
    const message = received.subarray(colon + 1, end);
    received = received.subarray(end);
    return message;
  };
  socket.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (let message = take(); message; message = take()) {
      const read = JSON.parse(message.toString()) as Answer | object;
      if (Array.isArray(read)) waiting.get((read as Answer)[1])?.(read as Answer);
      else greet();
    }
  });
  await greeted;
  let last = 0;
  const send = (name: string, parameters: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ([, , error, result]) => {
        waiting.delete(id);
        if (error) reject(new Error(`${name}: ${error.error}, ${error.message}`));
        else resolve(result);
      });
      const message = JSON.stringify([0, id, name, parameters]);
      socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  return { send };
}
