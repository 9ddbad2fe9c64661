/** A reason to stop that the person at the keyboard can act upon: shown as one sentence, without a stack. */
export class Stop extends Error {}

export function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}

export function heading(sentence) {
  say(`\n▸ ${sentence}`);
}

/** Runs a command's main function; what goes wrong ends in one clear sentence and the exit code 1. */
export async function runCommand(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(`\n✗ ${error instanceof Stop ? error.message : (error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}
