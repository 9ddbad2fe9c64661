import { Component } from "react";

/** The page as the server sent it, until React has taken it over; null for a page that is itself an error. */
let serverPage: HTMLElement | null = null;
let unmount: () => void = () => undefined;

/** Keeps the page as it stands before React touches it. */
export function keepServerPage(): void {
  const isError = document.querySelector(".error-page") !== null;
  serverPage = isError ? null : (document.documentElement.cloneNode(true) as HTMLElement);
}

/** How to stop React, should it fail. */
export function onFailedHydration(stop: () => void): void {
  unmount = stop;
}

/** React has taken the page over: from now on its errors are told. */
export function forgetServerPage(): void {
  serverPage = null;
}

/**
 * Rendered with the error of a page. While React is taking over what the server sent, the failure is the browser's or ours:
 * what the reader sees is right, and comes back as it was, as good as without JavaScript.
 */
export class ServerPageInstead extends Component {
  override componentDidMount(): void {
    const page = serverPage;
    if (!page) return;
    serverPage = null;
    // React refuses to be stopped while it works; nothing is painted before this runs.
    queueMicrotask(() => {
      unmount();
      page.removeAttribute("data-js");
      document.documentElement?.remove();
      document.append(page);
    });
  }

  override render(): null {
    return null;
  }
}
