import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { expect } from "@playwright/test";
import { freePort } from "#tests/support/spawned-service.ts";
import { idOf, SCREEN, type WebDriver } from "./web-driver.ts";

/** WebKitGTK needs a screen to draw on: one of a phone's size, which the browser fills. */
async function startScreen(): Promise<{ display: string; screen: ChildProcess }> {
  const size = `${SCREEN.width}x${SCREEN.height}x24`;
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", size, "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const told = screen.stdio[3];
  if (!told) throw new Error("Xvfb tells no display");
  const [number] = (await once(told, "data")) as [Buffer];
  return { display: `:${number.toString().trim()}`, screen };
}

interface Programs {
  driver: string;
  browser: string;
}

/** WebKitGTK's small browser, on a screen of its own, through the driver that comes with it. */
export async function startWebKit({ driver, browser }: Programs): Promise<WebDriver> {
  const { display, screen } = await startScreen();
  const port = await freePort();
  const server = spawn(driver, [`--port=${port}`, "--host=127.0.0.1"], {
    stdio: "ignore",
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: "x11",
      TZ: "Europe/Paris",
      LANGUAGE: "fr",
      LIBGL_ALWAYS_SOFTWARE: "1",
      // Root, as in containers, may not open the sandbox's name spaces.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    },
  });
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const answers = () =>
    ask("GET", "/status").then(
      () => true,
      () => false,
    );
  await expect.poll(answers, { timeout: 20_000 }).toBe(true);
  const options = { binary: browser, args: ["--automation", "--full-screen"] };
  const session = (await ask("POST", "/session", {
    capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } },
  })) as { sessionId: string };
  const here = `/session/${session.sessionId}`;
  await ask("POST", `${here}/window/rect`, SCREEN);
  return {
    navigate: async (url) => void (await ask("POST", `${here}/url`, { url })),
    run: async <Value>(script: string, ...args: unknown[]) =>
      (await ask("POST", `${here}/execute/sync`, { script, args })) as Value,
    click: async (element) => void (await ask("POST", `${here}/element/${idOf(element)}/click`, {})),
    clear: async (element) => void (await ask("POST", `${here}/element/${idOf(element)}/clear`, {})),
    type: async (element, text) =>
      void (await ask("POST", `${here}/element/${idOf(element)}/value`, { text })),
    close: async () => {
      await ask("DELETE", here);
      for (const process of [server, screen]) {
        const ended = once(process, "exit");
        process.kill();
        await ended;
      }
    },
  };
}
